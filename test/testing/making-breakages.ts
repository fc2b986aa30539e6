import {create, settings} from '../../src/adapters/json.js';
import {BackendError, type AdapterSettings, type BackendAdapter} from '../../src/contract/index.js';
import type {ConformanceOptions} from '../../src/testing/index.js';
import type {Breakage} from './breakages.js';
import {SRC, overHttp} from './complete-adapter.js';

type Made = NonNullable<ConformanceOptions['made']>;
type Create = Made['module']['create'];

const given = {'tally': 'tally.json', 'count': 'count', 'sign': 'signatures', 'repeatable': true};

/** How the adapter is made is told beside it, so that is what breaks. */
const made = (change: Partial<Made['module']> = {}): Partial<ConformanceOptions> => ({made: {module: {create, settings, ...change}, src: new URL(`${SRC}/`), settings: given}});

/** A schema that takes whatever comes. */
const anything = {'~standard': {version: 1, vendor: 'test', validate: (value: unknown) => ({value})}} as const;

const broken = (how: string, check: string, says: RegExp, module: Partial<Made['module']>): Breakage => ({
  check, says, base: overHttp, options: made(), broken: Object.defineProperty((adapter: BackendAdapter) => adapter, 'name', {value: how}), brokenOptions: made(module),
});

const ignoring: Create = (src, {'no-such-setting': _, ...known}) => create(src, known);
const throwing = (thrown: () => unknown, when: (src: URL, told: AdapterSettings) => boolean): Create => (src, told) => {
  if (when(src, told)) throw thrown();
  return create(src, told);
};
const isStrange = (_: URL, told: AdapterSettings) => 'no-such-setting' in told;
const isSpoilt = (_: URL, {count}: AdapterSettings) => count !== 'count';
const leadsNowhere = ({protocol}: URL) => protocol !== 'https:';
const settingsFor = (src: URL): URL => (leadsNowhere(src) ? new URL(SRC) : src);

/** What a page gets to hear of wrong settings and addresses. */
export const makingBreakages: readonly Breakage[] = [
  broken('eager', 'create asks nobody anything', /create\(\) asked petitions.example; let the capabilities ask/, {create: (src, told) => {
    void fetch(`${src.href}tally.json`).catch(() => undefined);
    return create(src, told);
  }}),
  broken('eagerLater', 'create asks nobody anything', /create\(\) asked petitions.example/, {create: (src, told) => {
    queueMicrotask(() => { void fetch(`${src.href}tally.json`).catch(() => undefined); });
    return create(src, told);
  }}),
  broken('choosy', 'create asks nobody anything', /create\(\) refused its own settings with the code configuration: No\./, {create: () => { throw new BackendError('configuration', 'No.'); }}),
  broken('ignores', 'create names a setting that it does not know', /A setting that the adapter does not know was accepted; .*misspelt/, {create: ignoring, settings: anything}),
  broken('otherCode', 'create names a setting that it does not know', /code invalid; it must be refused with the code configuration/, {create: throwing(() => new BackendError('invalid', 'no-such-setting'), isStrange), settings: anything}),
  broken('vague', 'create names a setting that it does not know', /what to change is not said; let an issue, or the message, name "no-such-setting"/, {create: throwing(() => new BackendError('configuration', 'Something is wrong.'), isStrange), settings: anything}),
  broken('raw', 'create names a setting that is wrong or missing', /The setting "count", left out, rejected with TypeError, which is not a BackendError/, {create: throwing(() => new TypeError('Invalid URL'), isSpoilt), settings: anything}),
  broken('otherCode', 'create names a setting that is wrong or missing', /The setting "count", left out, was refused with the code invalid-response; it must be configuration/, {create: throwing(() => new BackendError('invalid-response', 'count'), isSpoilt), settings: anything}),
  broken('vague', 'create names a setting that is wrong or missing', /The setting "count", left out, was refused, and what to change is not said/, {create: throwing(() => new BackendError('configuration', 'Something is wrong.'), isSpoilt), settings: anything}),
  broken('trusting', 'create names an address that leads nowhere', /begins with mailto: was accepted; it must be refused with the code configuration/, {create: (src, told) => create(settingsFor(src), told)}),
  broken('raw', 'create names an address that leads nowhere', /begins with mailto: rejected with TypeError/, {create: throwing(() => new TypeError('Invalid URL'), leadsNowhere)}),
  broken('vague', 'create names an address that leads nowhere', /begins with mailto: was refused, and what to change is not said; let an issue, or the message, name "src"/, {create: throwing(() => new BackendError('configuration', 'Something is wrong.'), leadsNowhere)}),
];
