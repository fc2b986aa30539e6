import {BackendError, type BackendAdapter} from '../../src/contract/index.js';
import type {Breakage} from './breakages.js';
import {careless, overHttp} from './complete-adapter.js';

/** What a person types somewhere; sealed signatures have no such thing. */
type Typing = 'sign' | 'joinEvent' | 'proposeEvent';
const TYPING: readonly Typing[] = ['sign', 'joinEvent', 'proposeEvent'];

interface Typed {
  readonly fields: Readonly<Record<string, string>>;
}
type Genuine = (document: Typed, options: unknown) => Promise<unknown>;

/** Something that an adapter does besides, with what was typed. */
const besides = (write: Typing, act: (document: Typed) => unknown) => (adapter: BackendAdapter): BackendAdapter => ({
  ...adapter,
  [write]: async (document: Typed, options: unknown) => {
    await act(document);
    return (adapter[write] as unknown as Genuine)(document, options);
  },
});

/** Refuses, and hands on something of the answer. */
const refusing = (write: Typing, refuse: (response: Response, text: string) => unknown) => (adapter: BackendAdapter): BackendAdapter => ({
  ...adapter,
  [write]: async (document: Typed) => {
    const response = await careless({method: 'POST', body: JSON.stringify(document)}).catch(() => { throw new BackendError('offline', 'No.'); });
    throw refuse(response, await response.text());
  },
});

const emailIn = ({fields}: Typed) => fields['email'] ?? '';
const asked = (path: string) => careless({}, path).catch(() => undefined);

const digest = async (text: string) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const TRACES: readonly [how: string, says: RegExp, act: (document: Typed) => unknown][] = [
  ['inAQuery', /into an address under petitions.example: send it in a body/, (document) => asked(`known?who=${encodeURIComponent(emailIn(document))}`)],
  ['escapedTwice', /into an address/, (document) => asked(`known?who=${encodeURIComponent(encodeURIComponent(emailIn(document)))}`)],
  ['inBase64', /into an address/, (document) => asked(`known/${encodeURIComponent(btoa(JSON.stringify(document)))}`)],
  ['asADigest', /into an address/, async (document) => asked(`known?h=${await digest(emailIn(document))}`)],
  ['byXMLHttpRequest', /into an address/, (document) => { new XMLHttpRequest().open('GET', `https://petitions.example/known?${emailIn(document)}`); }],
  ['byABeacon', /into an address/, (document) => navigator.sendBeacon(`${location.pathname}?${emailIn(document)}`)],
  ['logged', /to the console: leave it out/, (document) => { console.log('signing', document); }],
  ['inATable', /to the console/, (document) => { console.table([document]); }],
  ['inAnErrorThatIsLogged', /to the console/, (document) => { console.warn(new Error('No.', {cause: {document}})); }],
  ['inStorage', /in storage, a cookie or the address of the page: keep it nowhere/, (document) => { sessionStorage.setItem('conformance', emailIn(document)); }],
  ['inTheAddressOfThePage', /in storage, a cookie or the address of the page/, (document) => { history.replaceState(null, '', `#${emailIn(document)}`); }],
  ['inACookie', /in storage, a cookie or the address of the page/, (document) => { document.fields['email'] && Reflect.set(globalThis.document, 'cookie', `conformance=${emailIn(document)}; max-age=5`); }],
];

const issue = (path: string, reason: string) => new BackendError('invalid', 'No.', {issues: [{path, reason}]});

interface Quoting {
  readonly issues?: readonly {readonly path: string; readonly reason: string}[];
  readonly errors?: object;
}
const quoted = (text: string): Quoting => {
  try {
    return JSON.parse(text) as Quoting;
  } catch {
    return {};
  }
};
const issueIn = (text: string) => quoted(text).issues?.[1];
/** What the errors are called, where they are no list. */
const errorsIn = (text: string) => Object.keys(quoted(text).errors ?? {}).filter((name) => !/^\d/.test(name));

const ECHOES: readonly [how: string, says: RegExp, refuse: (response: Response, text: string) => unknown][] = [
  ['inTheMessage', /quoted it whole: say the status and the names of members/, (_, text) => new BackendError('invalid', text)],
  ['inTheCause', /quoted it whole/, (_, text) => new BackendError('invalid', 'No.', {cause: new Error(text)})],
  ['deepInTheCause', /quoted it whole/, (_, text) => new BackendError('invalid', 'No.', {cause: {answers: new Map([['body', [text]]])}})],
  ['besides', /quoted it whole/, (_, text) => Object.assign(new BackendError('invalid', 'No.'), {answer: text})],
  ['inAReason', /quoted it in a problem document/, (_, text) => issue('fields.email', issueIn(text)?.reason ?? 'refused')],
  ['inAPath', /quoted it in a problem document/, (_, text) => issue(issueIn(text)?.path ?? 'fields.email', 'refused')],
  ['inTheNamesOfErrors', /quoted it in the names of its errors/, (_, text) => new BackendError('invalid', 'No.', {issues: errorsIn(text).map((path) => ({path, reason: 'refused'}))})],
  ['ofTheStatusLine', /quoted it in its status line/, ({status, statusText}) => new BackendError('invalid', `It answered ${status} ${statusText}.`)],
  ['withTheResponse', /quoted it in its status line/, (response) => new BackendError('invalid', 'No.', {cause: response})],
];

/** What a person typed, gone astray. */
export const privacyBreakages: readonly Breakage[] = TYPING.flatMap((write) => [
  ...TRACES.map(([how, says, act]): Breakage => ({
    base: overHttp, check: `${write} leaves nothing that a person typed in an address, the console or the browser`, says, broken: Object.defineProperty(besides(write, act), 'name', {value: how}),
  })),
  ...ECHOES.map(([how, says, refuse]): Breakage => ({
    base: overHttp, check: `${write} repeats nothing that a person typed in an error`, says, broken: Object.defineProperty(refusing(write, refuse), 'name', {value: how}),
  })),
]);
