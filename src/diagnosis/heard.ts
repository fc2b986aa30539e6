import type {Problem} from './problem.js';

/** What only the browser knows of a page: what its policies blocked, and what our own elements complained of. */
export interface Heard {
  readonly problems: () => readonly Problem[];
}

/** Our elements' complaints begin with their name. */
const OURS = /^(<sphere-|sphere-petition:)/;

/** What violation reports have in common, whichever way they come. */
interface Violation {
  readonly blocked: string;
  readonly directive: string;
  readonly disposition: string;
}

const problemOf = ({blocked, directive}: Violation): Problem => ({
  rule: 'blocked', severity: 'stops', what: `The browser blocked ${blocked || 'something'} because of the page's ${directive}.`,
  fix: URL.canParse(blocked) ? `If that is ours, add ${new URL(blocked).origin} to ${directive} in the page's content security policy.` : `If that is ours, “Check my page” says what to write into ${directive}.`,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Listens from now on, and to what was reported before where the browser kept it. The page's console is heard, not changed: what is said there is
 * still said.
 *
 * @param changed Called when there is something new.
 */
export const hear = (changed: () => void): Heard => {
  const problems = new Map<string, Problem>();
  const add = (problem: Problem): void => {
    if (problems.has(problem.what)) return;
    problems.set(problem.what, problem);
    changed();
  };
  const blocked = (violation: Violation): void => { if (violation.disposition === 'enforce') add(problemOf(violation)); };

  document.addEventListener('securitypolicyviolation', ({blockedURI, effectiveDirective, disposition}) => { blocked({blocked: blockedURI, directive: effectiveDirective, disposition}); });
  if ('ReportingObserver' in globalThis) {
    new ReportingObserver((reports) => {
      for (const {body} of reports) {
        const report: unknown = body;
        if (isRecord(report)) blocked({blocked: text(report['blockedURL']), directive: text(report['effectiveDirective']), disposition: text(report['disposition'])});
      }
    }, {types: ['csp-violation'], buffered: true}).observe();
  }

  const {console: told} = globalThis;
  for (const level of ['error', 'warn'] as const) {
    const say = told[level];
    told[level] = (...said: unknown[]): void => {
      say.apply(told, said);
      const [first] = said;
      if (typeof first === 'string' && OURS.test(first)) add({rule: 'complaint', severity: level === 'error' ? 'stops' : 'harms', what: first, fix: 'An element of ours says so itself: the address, the attribute or the member that it names is to be changed.'});
    };
  }
  return {problems: () => [...problems.values()]};
};
