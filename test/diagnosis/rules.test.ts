import {expect} from 'chai';
import {diagnose} from '../../src/diagnosis/diagnose.js';
import {readHeaders} from '../../src/diagnosis/headers.js';

const HOST = 'https://petition.example.org';
const SRC = `${HOST}/petitions/safe-exit`;
const SCRIPT = `<script type="module" src="${HOST}/v1/sphere-petition.js"></script>`;
const CLASSIC = `<script async src="${HOST}/v1/sphere-petition.iife.js"></script>`;
const ELEMENT = `<sphere-petition src="${SRC}"><a href="${SRC}">Sign the petition</a></sphere-petition>`;
const MOUNT = `<div data-sphere-petition="${SRC}"><a href="${SRC}">Sign the petition</a></div>`;
const FRAME = `<iframe src="${HOST}/embed/safe-exit?show=form"></iframe>`;
const hash = (letter: string) => `sha384-${letter.repeat(64)}`;
const bundle = (attributes: string, folder = 'v/1.2.3') => `<script async src="${HOST}/${folder}/sphere-petition.bundle.js" ${attributes}></script>${ELEMENT}`;
const csp = (policy: string) => `HTTP/2 200\ncontent-type: text/html\nContent-Security-Policy: ${policy}\n`;
const meta = (policy: string) => `<head><meta http-equiv="content-security-policy" content="${policy}"></head>`;

interface Case {
  readonly body?: string;
  readonly headers?: string;
  readonly address?: string;
  readonly known?: readonly [string, string];
}

const look = ({body = SCRIPT + ELEMENT, headers = '', address, known}: Case) => diagnose({
  document: new DOMParser().parseFromString(`<!doctype html>${body}`, 'text/html'),
  source: body,
  headers: readHeaders(headers),
  ...(address !== undefined && {address: new URL(address)}),
  ...(known && {integrity: new Map([known])}),
});
const rulesOf = (page: Case) => [...new Set(look(page).map(({rule}) => rule))];

/** For each rule a page that has the fault, and one that is as near to it as can be and has not. */
const cases: Readonly<Record<string, readonly (readonly [faulty: Case, sound: Case])[]>> = {
  'script-src': [
    [{headers: csp("script-src 'self'")}, {headers: csp(`script-src 'self' ${HOST}`)}],
    [{headers: csp("default-src 'self'; connect-src *")}, {headers: csp("default-src 'self' https:")}],
    [{headers: csp("script-src-elem 'self'; script-src *")}, {headers: csp("script-src-elem *; script-src 'none'")}],
    [{body: meta("script-src 'none'") + SCRIPT + ELEMENT}, {body: meta('script-src *.example.org') + SCRIPT + ELEMENT}],
    [{headers: csp(`script-src ${HOST}:8443`)}, {headers: csp(`script-src ${HOST}:*`)}],
    [{headers: csp(`script-src ${HOST}/v2/`)}, {headers: csp(`script-src ${HOST}/v1/`)}],
    [{headers: csp("script-src 'strict-dynamic' 'nonce-a' https:")}, {headers: csp("script-src 'strict-dynamic' 'nonce-a'"), body: SCRIPT.replace('<script', '<script nonce="a"') + ELEMENT}],
    [{headers: csp(`script-src '${hash('B')}'`), body: bundle(`integrity="${hash('A')}" crossorigin`)}, {headers: csp(`script-src '${hash('A')}'`), body: bundle(`integrity="${hash('A')}" crossorigin`)}],
    // Each of several policies must allow it; one that only reports forbids nothing.
    [{headers: csp(`script-src ${HOST}`) + csp("script-src 'self'")}, {headers: csp(`script-src ${HOST}`) + "Content-Security-Policy-Report-Only: script-src 'none'"}],
    [{headers: csp(`script-src ${HOST}, script-src 'self'`)}, {headers: csp(`script-src ${HOST}; script-src 'self'`)}],
    [{headers: csp("script-src 'self'"), address: 'https://other.example/'}, {headers: csp("script-src 'self'"), address: `${HOST}/page`}],
  ],
  'connect-src': [
    [{headers: csp("connect-src 'self'")}, {headers: csp(`connect-src 'self' ${HOST}`)}],
    [{headers: csp(`default-src 'none'; script-src ${HOST}`)}, {headers: csp(`script-src ${HOST}`)}],
    [{headers: csp('connect-src http:'), address: 'http://a.example/', body: SCRIPT + ELEMENT.replace('https:', 'ftp:')}, {headers: csp('connect-src http:')}],
  ],
  'frame-src': [
    [{headers: csp("frame-src 'self'"), body: FRAME}, {headers: csp(`frame-src ${HOST}`), body: FRAME}],
    [{headers: csp(`child-src 'none'; script-src *; connect-src *`), body: SCRIPT + ELEMENT.replace(' src', ' isolation="frame" src')}, {headers: csp("child-src 'none'")}],
  ],
  'img-src': [[{headers: csp("img-src 'self' data:"), body: `<img src="${HOST}/badge/safe-exit.png">`}, {headers: csp("img-src https:"), body: `<img src="${HOST}/badge/safe-exit.png">`}]],
  'trusted-types': [
    [{headers: csp("require-trusted-types-for 'script'; trusted-types dompurify")}, {headers: csp("require-trusted-types-for 'script'; trusted-types dompurify lit-html")}],
    [{headers: csp('trusted-types')}, {headers: csp("require-trusted-types-for 'script'")}],
    [{headers: csp('trusted-types a')}, {headers: csp('trusted-types a'), body: `<script type="module" src="${HOST}/v1/counter.js"></script><sphere-counter src="${SRC}"></sphere-counter>`}],
  ],
  'style-src': [
    [{headers: csp("style-src 'self'"), body: `${SCRIPT}<style>sphere-petition{--sphere-accent:#00566b}</style>${ELEMENT}`}, {headers: csp("style-src 'self'")}],
    [{headers: csp("default-src https:"), body: `${SCRIPT}<style>sphere-petition{color-scheme:dark}</style>${ELEMENT}`}, {headers: csp("style-src 'unsafe-inline'"), body: `${SCRIPT}<style>sphere-petition{color-scheme:dark}</style>${ELEMENT}`}],
  ],
  sandbox: [[{headers: csp('sandbox allow-forms')}, {headers: csp('sandbox allow-scripts')}]],
  'element-without-script': [
    [{body: ELEMENT}, {}],
    [{body: MOUNT}, {body: CLASSIC + MOUNT}],
    [{body: SCRIPT + MOUNT}, {body: CLASSIC + ELEMENT}],
    [{body: `<script type="module" src="${HOST}/v1/counter.js"></script>${ELEMENT}`}, {body: `<script type="module" src="${HOST}/v1/counter.js"></script><sphere-counter src="${SRC}"></sphere-counter>`}],
    [{body: `<script type="module" src="${HOST}/v1/counter.js"></script><sphere-event-list src="${SRC}"></sphere-event-list>`}, {body: `<script type="module" src="/own/event-list.js"></script><sphere-event-list src="${SRC}"></sphere-event-list>`}],
  ],
  'script-without-element': [[{body: SCRIPT}, {body: ELEMENT + SCRIPT}], [{body: CLASSIC}, {body: CLASSIC.replace('async', `async data-sphere-petition="${SRC}"`)}]],
  'not-a-module': [[{body: SCRIPT.replace(' type="module"', '') + ELEMENT}, {}], [{body: SCRIPT.replace('module', 'text/javascript') + ELEMENT}, {body: CLASSIC + ELEMENT}]],
  'module-in-place': [[{body: CLASSIC.replace('async', `type="module" data-sphere-petition="${SRC}"`)}, {body: CLASSIC.replace('async', 'type="module"') + MOUNT}]],
  'script-held-back': [
    [{body: SCRIPT.replace('module', 'text/plain') + ELEMENT}, {}],
    [{body: `<script type="text/plain" data-src="${HOST}/v1/sphere-petition.js"></script>${ELEMENT}`}, {body: `<script>window.a = 1</script>${SCRIPT}${ELEMENT}`}],
  ],
  'two-versions': [
    [{body: SCRIPT + ELEMENT + CLASSIC.replace(HOST, 'https://other.example')}, {body: SCRIPT + CLASSIC + ELEMENT}],
    [{body: SCRIPT + bundle(`integrity="${hash('A')}" crossorigin`)}, {body: bundle(`integrity="${hash('A')}" crossorigin`)}],
  ],
  'integrity-without-crossorigin': [[{body: bundle(`integrity="${hash('A')}"`)}, {body: bundle(`integrity="${hash('A')}" crossorigin="anonymous"`)}], [{body: bundle(`integrity="${hash('A')}"`)}, {body: bundle(`integrity="${hash('A')}"`), address: `${HOST}/page`}]],
  'integrity-broken': [[{body: bundle('integrity="sha384-AAAA" crossorigin')}, {body: bundle(`integrity="${hash('A')}" crossorigin`)}]],
  'integrity-wrong': [[
    {body: bundle(`integrity="${hash('A')}" crossorigin`), known: [`${HOST}/v/1.2.3/sphere-petition.bundle.js`, hash('B')]},
    {body: bundle(`integrity="${hash('B')}" crossorigin`), known: [`${HOST}/v/1.2.3/sphere-petition.bundle.js`, hash('B')]},
  ]],
  'integrity-of-moving': [[{body: bundle(`integrity="${hash('A')}" crossorigin`, 'v1')}, {body: bundle(`integrity="${hash('A')}" crossorigin`)}]],
  'mixed-content': [
    [{body: (SCRIPT + ELEMENT).replaceAll('https:', 'http:')}, {body: (SCRIPT + ELEMENT).replaceAll('https:', 'http:'), address: 'http://old.example/'}],
    [{body: SCRIPT + ELEMENT.replace('https:', 'http:')}, {body: (SCRIPT + ELEMENT).replaceAll(HOST, 'http://localhost:8080')}],
  ],
  'no-address': [[{body: `${SCRIPT}<sphere-petition></sphere-petition>`}, {body: `${SCRIPT}<sphere-petition src="${SRC}"><sphere-counter></sphere-counter></sphere-petition>`}]],
  'pasted-twice': [[{body: SCRIPT + ELEMENT + ELEMENT}, {body: SCRIPT + SCRIPT + ELEMENT}], [{body: CLASSIC + MOUNT + MOUNT}, {body: CLASSIC + MOUNT.replace('<a', `<sphere-petition src="${SRC}"></sphere-petition><a`)}]],
  'stripped-tag': [
    [{body: `<p><a href="${SRC}">Sign the petition</a></p>`}, {body: `${SCRIPT}<p>${ELEMENT.replace('><a', '><br>\n<p></p><a')}<br></p><p>See <a href="${SRC}">the petition</a></p>`}],
    [{body: `${SCRIPT}<a href="${SRC}">Sign the petition</a>`}, {body: FRAME}],
  ],
  nothing: [[{body: '<h1>Our page</h1>'}, {}]],
  'shown-as-text': [
    [{body: `<p>&lt;sphere-petition src="${SRC}"&gt;</p>`}, {body: `${SCRIPT}${ELEMENT}<pre>&lt;sphere-petition src="…"&gt;</pre>`}],
    [{body: `<pre><code>&lt;sphere-petition src="${SRC}"&gt;</code></pre>`}, {body: `${SCRIPT}${ELEMENT}<p>Our sphere-petition</p>`}],
  ],
  'shortcode-as-text': [[{body: `<p>[sphere_petition src="${SRC}"]</p>`}, {body: `${SCRIPT}${ELEMENT}<code>[sphere_petition]</code>`}]],
  'curly-quotes': [[{body: `${SCRIPT}<sphere-petition src=”${SRC}”></sphere-petition>`}, {body: `${SCRIPT}${ELEMENT}<p title="“Sign”">“Sign”</p>`}], [{body: SCRIPT.replaceAll('"', '”') + ELEMENT}, {}]],
  'closed-wrongly': [
    [{body: `${SCRIPT}<sphere-petition src="${SRC}" /><p>The rest</p>`}, {body: `${SCRIPT}${ELEMENT}<br />`}],
    [{body: `${SCRIPT}<sphere-petition src="${SRC}"><a href="${SRC}">Sign</a><footer>Ours</footer>`}, {body: `${SCRIPT}<footer>${ELEMENT}</footer>`}],
  ],
};

describe('what is wrong with a page', () => {
  it('says nothing of a page that is well, in any form of the snippet', () => {
    for (const body of [SCRIPT + ELEMENT, CLASSIC + MOUNT, bundle(`integrity="${hash('A')}" crossorigin="anonymous"`), FRAME, `<img src="${HOST}/badge/safe-exit.svg">`]) {
      expect(look({body}), body).to.deep.equal([]);
    }
    const policy = `default-src 'none'; script-src ${HOST}; connect-src ${HOST}; img-src ${HOST}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;
    expect(look({headers: csp(policy)})).to.deep.equal([]);
  });

  for (const [rule, pairs] of Object.entries(cases)) {
    it(`${rule}: is found where it is, and not beside`, () => {
      pairs.forEach(([faulty, sound], index) => {
        expect(rulesOf(faulty), `fault ${index}`).to.include(rule);
        expect(rulesOf(sound), `no fault ${index}`).not.to.include(rule);
      });
    });
  }

  it('says what to write: the whole directive with what was missing', () => {
    expect(look({headers: csp("script-src 'none'; connect-src 'self'")}).map(({paste}) => paste)).to.deep.equal([`script-src ${HOST}`, `connect-src 'self' ${HOST}`]);
    expect(look({headers: csp("default-src 'self'")}).map(({paste}) => paste)).to.deep.equal([`script-src 'self' ${HOST}`, `connect-src 'self' ${HOST}`]);
  });

  it('names what stops the widget before what only harms it', () => {
    const severities = look({body: SCRIPT + ELEMENT + ELEMENT, headers: csp("script-src 'self'")}).map(({severity}) => severity);
    expect(severities).to.deep.equal(['stops', 'harms']);
  });

  it('reads headers as tools print them', () => {
    const headers = readHeaders('HTTP/1.1 200 OK\r\n< Content-Security-Policy: script-src a: b\r\nX-A:1\nnot a header\ncontent-security-policy: img-src *');
    expect(headers.get('content-security-policy')).to.deep.equal(['script-src a: b', 'img-src *']);
    expect(headers.get('x-a')).to.deep.equal(['1']);
  });
});
