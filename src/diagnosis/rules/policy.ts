import {allowsAddress, allowsScript, governing, policiesOf, widened, type Policy} from '../policy.js';
import {originOf, type Page, type Rule} from '../page.js';
import type {Problem} from '../problem.js';
import {framesOf, picturesOf, scriptsOf, widgetsOf} from '../widgets.js';

const PLACE: Readonly<Record<Policy['from'], string>> = {header: 'The header Content-Security-Policy', meta: 'The <meta http-equiv="Content-Security-Policy"> of the page'};

/** What one policy forbids of one kind. */
const refused = (policy: Policy, what: string, [directive, ...chain]: readonly [string, ...string[]], address: URL, severity: Problem['severity'] = 'stops'): Problem => {
  const {name, sources = []} = governing(policy, directive, ...chain) ?? {name: 'default-src'};
  return {
    rule: directive,
    severity,
    what: `${PLACE[policy.from]} keeps ${what} from ${address.origin}: its ${name} does not name that host.`,
    fix: name === directive ? `Add ${address.origin} to ${name}.` : `Add a ${directive} of its own, since ${name} stands in for it.`,
    paste: widened(directive, sources, address.origin),
  };
};

const SCRIPT = ['script-src', 'script-src-elem', 'default-src'] as const;
const CONNECT = ['connect-src', 'default-src'] as const;
const FRAME = ['frame-src', 'child-src', 'default-src'] as const;
const PICTURE = ['img-src', 'default-src'] as const;

/** One problem for each host, however often the page names it. */
const byOrigin = (addresses: readonly (URL | undefined)[]): URL[] => [...new Map(addresses.flatMap((address) => (address ? [[address.origin, address] as const] : []))).values()];

const scripts = (page: Page, policy: Policy): Problem[] => {
  const governs = governing(policy, 'script-src-elem', 'script-src', 'default-src');
  if (!governs) return [];
  const {name, sources} = governs;
  return scriptsOf(page).filter(({node, src}) => !allowsScript(sources, node, src, originOf(page))).map(({src}) => {
    if (!sources.includes("'strict-dynamic'")) return {...refused(policy, 'the script', name === 'script-src-elem' ? ['script-src-elem'] : SCRIPT, src), rule: 'script-src'};
    return {
      rule: 'script-src',
      severity: 'stops',
      what: `${PLACE[policy.from]} has 'strict-dynamic' in its ${name}: it lets only scripts run that carry the page's nonce, whatever host they come from.`,
      fix: 'Give our script tag the same nonce="…" that your other scripts carry.',
    };
  });
};

/** What the widgets ask for. The words of the script in one file are asked for as data, those of the others are scripts. */
const connections = (page: Page, policy: Policy): Problem[] => {
  const governs = governing(policy, ...CONNECT);
  const asked = byOrigin([...widgetsOf(page).map(({src}) => src), ...scriptsOf(page).filter(({file}) => file.includes('.bundle.')).map(({src}) => src)]);
  return governs ? asked.filter((address) => !allowsAddress(governs.sources, address, originOf(page))).map((address) => refused(policy, 'the petition’s data', CONNECT, address)) : [];
};

const frames = (page: Page, policy: Policy): Problem[] => {
  const governs = governing(policy, ...FRAME);
  const asked = byOrigin([...framesOf(page).map(({src}) => src), ...widgetsOf(page).flatMap(({node, src}) => (node.getAttribute('isolation') === 'frame' || node.getAttribute('data-isolation') === 'frame' ? [src] : []))]);
  return governs ? asked.filter((address) => !allowsAddress(governs.sources, address, originOf(page))).map((address) => refused(policy, 'the frame', FRAME, address)) : [];
};

const pictures = (page: Page, policy: Policy): Problem[] => {
  const governs = governing(policy, ...PICTURE);
  return governs ? byOrigin(picturesOf(page)).filter((address) => !allowsAddress(governs.sources, address, originOf(page))).map((address) => refused(policy, 'the picture', PICTURE, address)) : [];
};

/** Lit cannot start without a policy of its name where a page lists those that it takes. The counter is made without Lit's templates. */
const trustedTypes = (page: Page, {directives, from}: Policy): Problem[] => {
  const names = directives.get('trusted-types');
  if (!names || names.includes('lit-html') || names.includes('*') || widgetsOf(page).every(({tag}) => tag === 'sphere-counter')) return [];
  return [{
    rule: 'trusted-types', severity: 'stops',
    what: `${PLACE[from]} lists the trusted types of the page, and "lit-html" is not among them: the elements cannot render.`,
    fix: 'Add lit-html to trusted-types.', paste: widened('trusted-types', names, 'lit-html'),
  }];
};

/** The elements need no inline style; the line of a snippet that sets their colours is one. */
const styles = (page: Page, policy: Policy): Problem[] => {
  const governs = governing(policy, 'style-src-elem', 'style-src', 'default-src');
  const ours = [...page.document.querySelectorAll('style')].filter(({textContent}) => /(^|[\s,}])sphere-[a-z-]+\s*[{,:]/.test(textContent));
  // A nonce or hash takes its meaning from 'unsafe-inline'; then somebody has thought of it.
  if (!governs || ours.length === 0 || governs.sources.some((source) => /^'(unsafe-inline|nonce-.*|sha\d+-.*)'$/.test(source))) return [];
  return [{
    rule: 'style-src', severity: 'harms',
    what: `${PLACE[policy.from]} allows no <style> in the page: the colours that yours gives to the widget are not applied. The widget itself works.`,
    fix: 'Move the rule from the <style> into a style sheet of your site.',
  }];
};

const sandbox = (_page: Page, {directives, from}: Policy): Problem[] => {
  const allowed = from === 'header' ? directives.get('sandbox') : undefined;
  return !allowed || allowed.includes('allow-scripts') ? [] : [{
    rule: 'sandbox', severity: 'stops', what: 'The header Content-Security-Policy puts the whole page into a sandbox in which no script runs.', fix: 'Add allow-scripts to its sandbox directive.', paste: widened('sandbox', allowed, 'allow-scripts'),
  }];
};

/** What the page's content security policies forbid. */
export const policyRule: Rule = (page) => {
  const seen = new Set<string>();
  return policiesOf(page)
    .flatMap((policy) => [scripts, connections, frames, pictures, trustedTypes, styles, sandbox].flatMap((look) => look(page, policy)))
    .filter(({what}) => !seen.has(what) && seen.add(what));
};
