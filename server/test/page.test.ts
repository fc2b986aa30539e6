import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {request} from 'node:http';
import {type TestContext, test} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {formOf, readHtml} from './html.js';
import {campaign, trial} from './support.js';

const {targetLocales} = JSON.parse(readFileSync(new URL('../../locales/lit-localize.json', import.meta.url), 'utf8')) as {targetLocales: string[]};
const LANGUAGES = ['en', ...targetLocales.filter((language) => !/-X[AB]$/.test(language))];

/** The demo's campaign in every language that the widgets speak. */
const everywhere = (): object => {
  const {texts: {en}, ...rest} = campaign({goal: 20_000}) as {texts: Record<string, object>};
  return {...rest, texts: Object.fromEntries(LANGUAGES.map((language) => [language, en]))};
};

/** What is sent, byte by byte: `fetch` unpacks it. */
const raw = (url: string, encoding: string): Promise<{readonly body: Buffer; readonly headers: Readonly<Record<string, unknown>>}> => new Promise((resolve, reject) => {
  request(url, {headers: {'accept-encoding': encoding}}, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve({body: Buffer.concat(parts), headers: response.headers}); });
  }).on('error', reject).end();
});

/** In what the page of a campaign is named. */
const pageOf = async (context: TestContext, changes: object, query = '') => {
  const {src, server} = await trial(context, {document: campaign(changes), publicUrl: 'https://petition.example.org'});
  return {page: readHtml(await (await fetch(src + query)).text()), url: server.url};
};

test('the page speaks each language of the widgets, names every control, and signs in it', async (context) => {
  const {src, tally} = await trial(context, {document: everywhere()});
  const spoken = new Set<string>();
  for (const language of LANGUAGES) {
    const page = readHtml(await (await fetch(`${src}?lang=${language}`)).text());
    assert.equal(page.get('lang'), language);
    assert.equal(page.get('dir'), language === 'ar' ? 'rtl' : 'ltr');
    const form = page.one('form');
    for (const control of [...form.all('input'), ...form.all('select')].filter((each) => each.get('type') !== 'hidden')) {
      assert.ok(form.one('label', {for: control.get('id') ?? ''}).text, `${language}: ${control.get('name') ?? ''}`);
    }
    const ids = page.all('*').flatMap((part) => part.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(form.one('select', {name: 'country'}).all('option').length, 245);
    spoken.add(`${form.one('button').text} ${page.one('progress').get('aria-label') ?? ''} ${form.one('label', {for: 'fields-country'}).text}`);
    const sent = await fetch(new URL(form.get('action') ?? '', src), {method: 'POST', body: formOf(page, {givenName: 'Ada', email: 'ada@example.org', country: 'FR', 'consent:signature': '1'})});
    assert.equal(sent.url, `${src}/signed?lang=${language}`);
    const thanks = readHtml(await sent.text());
    assert.equal(thanks.get('lang'), language);
    spoken.add(`${thanks.one('h1').text} ${thanks.one('main').all('a').map(({text}) => text).join()}`);
  }
  assert.equal(spoken.size, 2 * LANGUAGES.length);
  await tally(LANGUAGES.length);
  assert.equal(readHtml(await (await fetch(`${src}?lang=ru`)).text()).one('p', {class: 'figure'}).text, `${LANGUAGES.length} подписей`);
});

test('the page and its style are at most 14 kB as they are sent to a browser, and the same to one that unpacks nothing', async (context) => {
  const document = JSON.parse(readFileSync(new URL('../../demo/campaign.json', import.meta.url), 'utf8')) as {texts: object};
  const {server} = await trial(context, {document});
  const languages = Object.keys(document.texts);
  assert.ok(languages.length >= 8);
  for (const path of languages.map((language) => `/petitions/safe-exit?lang=${language}`)) {
    for (const [encoding, unpack] of [['br', brotliDecompressSync], ['gzip', gunzipSync]] as const) {
      const [page, style] = await Promise.all([raw(server.url + path, encoding), raw(`${server.url}/petition-page.css`, encoding)]);
      assert.ok(page.body.length + style.body.length <= 14_000, `${path}: ${page.body.length} + ${style.body.length}`);
      assert.equal(page.headers['content-encoding'], encoding);
      assert.equal(page.headers['vary'], 'Accept-Encoding');
      assert.ok(unpack(page.body).toString().includes('</html>'));
    }
    for (const refused of ['identity', '', 'br;q=0, gzip;q=0.0', 'zstd']) {
      const plain = await raw(server.url + path, refused);
      assert.equal(plain.headers['content-encoding'], undefined, refused);
      assert.ok(plain.body.toString().includes('</html>'));
    }
  }
});

test('the head tells those that show a card of it, and those that embed it', async (context) => {
  const {page} = await pageOf(context, {}, '?lang=pt-BR');
  const open = (name: string) => page.one('meta', {property: `og:${name}`}).get('content');
  assert.equal(open('title'), 'Uma saída segura');
  assert.equal(open('url'), 'https://petition.example.org/petitions/trial?lang=pt-BR');
  assert.equal(open('type'), 'website');
  assert.equal(open('locale'), 'pt_BR');
  assert.equal(open('locale:alternate'), 'en_US');
  assert.equal(open('image'), 'https://petition.example.org/badge/trial.png?style=card&lang=pt-BR');
  const oembed = page.one('link', {type: 'application/json+oembed'});
  assert.equal(oembed.get('href'), `https://petition.example.org/oembed?url=${encodeURIComponent('https://petition.example.org/petitions/trial?lang=pt-BR')}&format=json`);
  assert.equal(oembed.get('title'), 'Uma saída segura');

  const {page: own, url} = await pageOf(context, {});
  assert.equal(own.one('meta', {property: 'og:url'}).get('content'), 'https://petition.example.org/petitions/trial');
  assert.equal(own.one('meta', {name: 'description'}).get('content'), 'We call on <b>you</b>.');
  const picture = new URL(own.one('meta', {property: 'og:image'}).get('content') ?? '');
  const png = Buffer.from(await (await fetch(url + picture.pathname + picture.search)).arrayBuffer());
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)].map(String), ['width', 'height'].map((side) => own.one('meta', {property: `og:image:${side}`}).get('content')));
});

test('a petition in a language that the widgets do not speak has its form in English, and says so', async (context) => {
  const texts = {title: 'Een veilige uitweg', consents: {signature: 'Ik ga akkoord.', newsletter: 'Schrijf mij.'}, fields: {motive: {label: 'Reden'}, constructor: {label: 'Bouwer'}}};
  const {page} = await pageOf(context, {defaultLanguage: 'nl', texts: {nl: texts}});
  assert.equal(page.get('lang'), 'nl');
  const panel = page.one('section', {id: 'sign'});
  assert.equal(panel.get('lang'), 'en');
  assert.equal(panel.one('button').text, 'Sign the petition');
  assert.equal(panel.one('label', {for: 'fields-motive'}).all('span')[0]?.get('lang'), 'nl');
  assert.equal(panel.one('label', {for: 'fields-email'}).all('span')[0]?.get('lang'), undefined);
});
