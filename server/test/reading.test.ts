import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {Petition, Problem, Tally} from 'sphere-petition/contract';
import {importCampaign} from '../src/index.js';
import {campaign, signature, trial} from './support.js';

test('the petition document comes in the language asked for, else in a wider one, else in its own', async (context) => {
  const {src} = await trial(context);
  const language = async (wanted: string) => Petition.parse(await (await fetch(`${src}/petition.json?lang=${wanted}`)).json()).language;
  assert.deepEqual(await Promise.all(['en', 'pt-BR', 'pt-br', 'pt-BR-abl1943', 'en-GB', 'pt_BR', 'fr', '', '%F0%9F%8F%B3', 'constructor'].map(language)), ['en', 'pt-BR', 'pt-BR', 'pt-BR', 'en', 'pt-BR', 'en', 'en', 'en', 'en']);
  const petition = Petition.parse(await (await fetch(`${src}/petition.json`)).json());
  assert.deepEqual(petition.languages, ['en', 'pt-BR']);
  assert.deepEqual(petition.offers, ['getPetition', 'getTally', 'sign']);
  assert.deepEqual(petition.fields[3], {name: 'motive', type: 'select', required: false, label: 'Motive', options: [{value: 'solidarity', label: 'Out of solidarity'}, {value: 'other', label: 'other'}]});
  assert.deepEqual(petition.consents[0], {id: 'signature', purpose: 'signature', version: '1', required: true, text: 'I agree.'});
});

test('documents may be kept for a while, and are not sent again to who has them', async (context) => {
  const {src, sign, tally} = await trial(context);
  for (const [name, cache] of [['tally.json', 'public, max-age=5, s-maxage=5, stale-while-revalidate=60, stale-if-error=86400'], ['petition.json', 'public, max-age=60']] as const) {
    const first = await fetch(`${src}/${name}`);
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]{22}"$/);
    assert.ok(first.headers.get('cache-control')?.startsWith(cache));
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await fetch(`${src}/${name}`, {headers: {'if-none-match': header}});
      assert.equal(again.status, 304, header);
      assert.equal(again.headers.get('etag'), etag);
      assert.equal(await again.text(), '');
    }
    assert.equal((await fetch(`${src}/${name}`, {headers: {'if-none-match': '"other"'}})).status, 200);
  }
  const before = (await fetch(`${src}/tally.json`)).headers.get('etag') ?? '';
  await sign(signature());
  await tally(1);
  assert.equal((await fetch(`${src}/tally.json`, {headers: {'if-none-match': before}})).status, 200);
});

test('a tally that does not move keeps its tag and its moment', async (context) => {
  const {src} = await trial(context);
  const first = await (await fetch(`${src}/tally.json`)).text();
  await new Promise((resolve) => setTimeout(resolve, 350));
  assert.equal(await (await fetch(`${src}/tally.json`)).text(), first);
});

test('the tally carries the goal where there is one', async (context) => {
  const {tally} = await trial(context, {document: campaign({goal: 500})});
  assert.equal((await tally(0)).goal, 500);
  const without = await trial(context, {document: campaign({goal: 0})});
  assert.equal('goal' in await without.tally(0), false);
});

test('every answer may be read by any page, and none is guessed at', async (context) => {
  const {server, src} = await trial(context);
  for (const url of [src, `${src}/petition.json`, `${src}/tally.json`, `${src}/nothing`, `${server.url}/petitions/other`, `${server.url}/health`, `${server.url}/openapi.json`, `${server.url}/petition-page.css`, `${server.url}/badge/trial.svg`, `${server.url}/qr/trial.svg`, `${server.url}/v1/nothing.js`, `${server.url}/`]) {
    const {headers} = await fetch(url);
    assert.equal(headers.get('access-control-allow-origin'), '*', url);
    assert.equal(headers.get('access-control-allow-credentials'), null, url);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', url);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', url);
    assert.equal(headers.get('set-cookie'), null, url);
  }
  const preflight = await fetch(`${src}/signatures`, {method: 'OPTIONS', headers: {'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type'}});
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'Content-Type');
  assert.equal(preflight.headers.get('access-control-max-age'), '86400');
});

test('what is not there is a problem the contract knows', async (context) => {
  const {server} = await trial(context);
  for (const path of ['/petitions/other/petition.json', '/petitions/other/tally.json', '/petitions/trial/events.json', '/', '/etc/passwd']) {
    const response = await fetch(server.url + path);
    assert.equal(response.status, 404, path);
    assert.equal(Problem.parse(await response.json()).code, 'not-found');
  }
});

test('a page that is missing says so in each language that the widgets speak', async (context) => {
  const {src} = await trial(context);
  const {targetLocales} = JSON.parse(await readFile(new URL('../../locales/lit-localize.json', import.meta.url), 'utf8')) as {targetLocales: string[]};
  const languages = ['en', ...targetLocales.filter((language) => !/-X[AB]$/.test(language))];
  const pages = await Promise.all(languages.map(async (language) => (await fetch(`${src.replace('trial', 'other')}?lang=${language}`)).text()));
  for (const [index, language] of languages.entries()) assert.ok(pages[index]?.includes(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`), language);
  assert.equal(new Set(pages).size, languages.length);
});

test('the page holds the petition as text, and lets nothing else run', async (context) => {
  const {src} = await trial(context, {document: campaign({connect: {listEvents: {adapter: 'mobilizon', src: 'https://events.example.org/x'}}})});
  const response = await fetch(src);
  const html = await response.text();
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' https://events.example.org; img-src 'self' data:; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html");
  assert.ok(html.includes('<h1>A safe &lt;script&gt;alert(1)&lt;/script&gt; way out &amp; more</h1>'), html);
  assert.ok(!html.includes('<script>alert'));
  assert.ok(html.includes('<sphere-petition src="/petitions/trial" journey="share,events">'));
  assert.ok(html.includes('<script type="module" src="/petition-page.js"></script>'));
  assert.ok(html.includes('To the ministries') && html.includes('We call on &lt;b&gt;you&lt;/b&gt;.'));
  assert.ok(html.includes('<html lang="en" dir="ltr">'));
  assert.ok(!/ style=|<style/.test(html), 'its own policy would refuse a style in the text');
  assert.ok((await (await fetch(`${src}?lang=pt-BR`)).text()).includes('<html lang="pt-BR" dir="ltr">'));

  const missing = await fetch(src.replace('trial', 'other'));
  assert.equal(missing.status, 404);
  assert.ok((await missing.text()).includes('There is no such petition here'));
});

test('HEAD is answered like GET, without the body', async (context) => {
  const {src} = await trial(context);
  const response = await fetch(`${src}/tally.json`, {method: 'HEAD'});
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');
});

test('a campaign that is imported again shows while the server runs, and old wordings stay good', async (context) => {
  const {data, src, sign, tally} = await trial(context);
  await sign(signature());
  await tally(1);
  await assert.rejects(importCampaign(data, campaign({texts: {en: {title: 'T', consents: {signature: 'I agree to more.', newsletter: 'Write to me.'}, fields: {motive: {label: 'M'}, constructor: {label: 'B'}}}}})), {name: 'CampaignError'});

  const changed = campaign({
    goal: 50,
    consents: [{id: 'signature', purpose: 'signature', version: '2', required: true}],
    texts: {en: {title: 'Another title', consents: {signature: 'I agree to more.'}, fields: {motive: {label: 'M'}, constructor: {label: 'B'}}}},
  });
  assert.equal(await importCampaign(data, changed), 'changed');
  assert.equal(await importCampaign(data, changed), 'unchanged');
  for (let title = ''; title !== 'Another title';) title = Petition.parse(await (await fetch(`${src}/petition.json`)).json()).title;
  assert.equal(Tally.parse(await (await fetch(`${src}/tally.json`)).json()).goal, 50);
  assert.equal((await sign(signature({consents: [{id: 'signature', version: '1'}, {id: 'newsletter', version: '1'}]}))).status, 201, 'an old page');
  assert.equal((await sign(signature({consents: [{id: 'signature', version: '2'}]}))).status, 201, 'a new page');
  assert.equal((await sign(signature({consents: [{id: 'signature', version: '3'}]}))).status, 422);
  await tally(3);
});
