import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseColour} from 'sphere-petition/contract';
import {contrast, inkOn, readableOn} from '../src/colour.js';
import {readOptions, writeOptions} from '../src/embed/options.js';
import {campaign, trial} from './support.js';

const elsewhere = campaign({connect: {listEvents: {adapter: 'mobilizon', src: 'https://events.example.org/x'}}});
const query = (text: string) => writeOptions(readOptions(new URLSearchParams(text)));

test('the page for frames may stand on any site, runs nothing but our scripts, and asks nobody but us and whom the petition names', async (context) => {
  const {server} = await trial(context, {document: elsewhere, publicUrl: 'https://petition.example.org'});
  const response = await fetch(`${server.url}/embed/trial`);
  const html = await response.text();
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(response.headers.get('x-frame-options'), null);
  assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; script-src 'self' https://petition.example.org; style-src 'self' https://petition.example.org; connect-src https://petition.example.org 'self' https://events.example.org; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html");
  assert.ok(!/ style=|<style| on\w+=|<script>|<script type="module">/.test(html), html);
  assert.ok(html.includes('<script type="module" src="/v1/sphere-petition.js"></script>') && html.includes('<script type="module" src="/v1/embed.js"></script>'));
  assert.ok(html.includes('<link rel="stylesheet" href="/embed.css">'));
  assert.ok(html.includes('A safe &lt;script&gt;alert(1)&lt;/script&gt; way out &amp; more'));
  assert.ok(html.includes('<link rel="canonical" href="https://petition.example.org/petitions/trial">'));
});

test('it shows what its address asks for, with a link to the petition for where no script runs', async (context) => {
  const {server} = await trial(context);
  const body = async (search: string) => /<body>\n([^]*)\n<\/body>/.exec(await (await fetch(`${server.url}/embed/trial${search}`)).text())?.[1] ?? '';
  const link = (search = '') => `<a href="${server.url}/petitions/trial${search}" target="_blank" rel="noopener" lang="en" dir="ltr">A safe &lt;script&gt;alert(1)&lt;/script&gt; way out &amp; more</a>`;
  assert.equal(await body(''), `<sphere-petition src="/petitions/trial" heading-level="1" via="/go/">${link()}</sphere-petition>`);
  assert.equal(await body('?show=nonsense'), await body(''));
  assert.equal(await body('?journey=share&redirect=https://example.org/&source=blog&min-count=5&heading-level=3'),
    `<sphere-petition src="/petitions/trial" heading-level="3" via="/go/" journey="share" redirect="https://example.org/" source="blog" min-count="5">${link()}</sphere-petition>`);
  assert.equal(await body('?show=form&lang=fr&journey=share'), `<sphere-petition src="/petitions/trial" via="/go/" journey="share"><sphere-petition-form heading-level="1">${link('?lang=fr')}</sphere-petition-form></sphere-petition>`);
  assert.equal(await body('?show=counter&min-count=10&appearance=inline'), `<p class="title">${link()}</p><sphere-counter src="/petitions/trial" min-count="10" appearance="inline"></sphere-counter>`);
  assert.equal(await body('?show=events&country=fr'), `<p class="title">${link()}</p><sphere-event-list src="/petitions/trial" heading-level="1" country="FR"></sphere-event-list>`);
});

test('its words are in the language asked for, its petition in the nearest there is', async (context) => {
  const {server} = await trial(context);
  const page = async (search: string) => (await fetch(`${server.url}/embed/trial${search}`)).text();
  assert.ok((await page('')).includes('<html lang="en" dir="ltr">'));
  const arabic = await page('?lang=ar');
  assert.ok(arabic.includes('<html lang="ar" dir="rtl">') && arabic.includes('lang="en" dir="ltr">A safe'));
  assert.ok((await page('?lang=pt_BR')).includes('<html lang="pt-BR" dir="ltr">'));
  assert.ok((await page('?lang=pt_BR')).includes('<title>Uma saída segura</title>'));
  assert.ok((await page('?lang=%22%3E%3Cscript%3E')).includes('<html lang="en" dir="ltr">'));
});

test('a petition that is not there is a page that says so, and can be framed', async (context) => {
  const {server} = await trial(context);
  for (const id of ['other', 'constructor', '..%2fetc']) {
    const response = await fetch(`${server.url}/embed/${id}?lang=de`);
    assert.equal(response.status, 404);
    assert.doesNotMatch(response.headers.get('content-security-policy') ?? 'frame-ancestors', /frame-ancestors/);
    assert.ok((await response.text()).includes('Diese Petition gibt es hier nicht'));
  }
});

test('what is out of range becomes the nearest that is valid, or nothing', () => {
  for (const [given, taken] of [
    ['', ''],
    ['theme=auto&lang=&show=petition', ''],
    ['theme=dark&accent=%2300566B&lang=fr_fr', 'lang=fr-FR&theme=dark&accent=00566b'],
    ['theme=DARK&accent=red', ''],
    ['accent=06b', 'accent=0066bb'], ['accent=06bf', 'accent=0066bb'], ['accent=00566b80', 'accent=00566b'], ['accent=00566', ''], ['accent=00566g', ''],
    ['min-count=-5', 'min-count=0'], ['min-count=1e99', 'min-count=9007199254740991'], ['min-count=many', ''], ['min-count=', ''],
    ['heading-level=0', 'heading-level=1'], ['heading-level=99', 'heading-level=6'], ['heading-level=2.4', 'heading-level=2'],
    ['redirect=javascript:alert(1)', ''], ['redirect=http://example.org/', ''], ['source=a b', ''], ['source=news-3', 'source=news-3'],
    ['country=fra', ''], ['journey=<b>', ''], ['appearance="><b>', ''], ['onload=alert(1)&src=https://evil.example/', ''],
    ['show=form&show=counter', 'show=form'],
  ] as const) assert.equal(query(given), taken, given);
});

test('the style sheet holds nothing of its address but what was found valid', async (context) => {
  const {server} = await trial(context);
  const sheet = async (search: string) => {
    const response = await fetch(`${server.url}/embed.css${search}`);
    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
    return response.text();
  };
  assert.match(await sheet(''), /color-scheme: light dark;\n {2}background/);
  assert.match(await sheet('?theme=dark'), /color-scheme: dark;\n/);
  assert.match(await sheet('?theme=light&accent=00566b'), /color-scheme: light;\n {2}--sphere-accent: light-dark\(#00566b, #[0-9a-f]{6}\);\n {2}--sphere-on-accent: light-dark\(#ffffff, #111114\);/);
  assert.equal(await sheet('?accent=red;}body{display:none'), await sheet(''));
  assert.equal(await sheet('?theme=dark;}body{display:none}'), await sheet(''));
});

test('an accent can be read on either ground, and what stands on it too', () => {
  for (let colour = 0; colour <= 0xffffff; colour += 0x010f31) {
    const accent = colour.toString(16).padStart(6, '0');
    assert.equal(parseColour(accent), accent);
    for (const ground of ['ffffff', '17171c']) {
      const shown = readableOn(ground, accent);
      assert.ok(contrast(shown, ground) >= 4.5, `${accent} on ${ground}`);
      assert.ok(contrast(inkOn(shown), shown) >= 4.5, `on ${shown}`);
      if (contrast(accent, ground) >= 4.5) assert.equal(shown, accent);
    }
  }
});

test('the petition’s document says where its page for frames is', async (context) => {
  const {server, src} = await trial(context);
  const {embed} = await (await fetch(`${src}/petition.json`)).json() as {embed: string};
  assert.equal(new URL(embed, src).href, `${server.url}/embed/trial`);
});
