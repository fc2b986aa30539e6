import {Resvg} from '@resvg/resvg-js';
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import type jsQR from 'jsqr';
import {pngOf, widthOf} from '../src/badge/font.js';
import {campaign, signature, trial} from './support.js';

// The package is of the old kind, and its types are of the new.
const readQr = createRequire(import.meta.url)('jsqr') as typeof jsQR.default;

const LANGUAGES = ['en', 'fr', 'es', 'it', 'pt', 'de', 'ru', 'uk', 'ar'];

/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

const textsOf = (svg: string): string[] => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text.replace(/[\u2067\u2069]/g, ''));

test('a badge tells the number and the goal in each language, with its plural and from its side', async (context) => {
  const {server, sign, tally} = await trial(context, {document: campaign({goal: 500})});
  await Promise.all([sign(signature()), sign(signature())]);
  await tally(2);
  const said = new Map(await Promise.all(LANGUAGES.map(async (language) => [language, await (await fetch(`${server.url}/badge/trial.svg?lang=${language}`)).text()] as const)));
  assert.deepEqual(textsOf(said.get('en') ?? ''), ['2', 'signatures', 'Goal: 500']);
  assert.deepEqual(textsOf(said.get('ru') ?? ''), ['2', 'подписи', 'Цель: 500']);
  assert.deepEqual(textsOf(said.get('ar') ?? ''), ['2', 'توقيعان', 'الهدف: 500']);
  assert.equal(new Set(said.values()).size, LANGUAGES.length);
  assert.ok(said.get('en')?.includes('<title>A safe &lt;script&gt;alert(1)&lt;/script&gt; way out &amp; more: 2 signatures. Goal: 500</title>'));
  const firstX = (svg = '') => Number(/<text x="([\d.]+)"/.exec(svg)?.[1]);
  assert.ok(firstX(said.get('en')) < 20 && firstX(said.get('ar')) > 100);
  for (const svg of said.values()) assert.equal(svg.match(/textLength="[\d.]+"/g)?.length, 3, 'no line is as wide as a reader’s font makes it');
});

test('a PNG is as large as it is asked for, and no two languages look alike', async (context) => {
  const {server} = await trial(context);
  const png = async (query: string) => Buffer.from(await (await fetch(`${server.url}/badge/${query}`)).arrayBuffer());
  const pictures = await Promise.all(LANGUAGES.map((language) => png(`trial.png?lang=${language}`)));
  assert.equal(new Set(pictures.map((picture) => picture.toString('base64'))).size, LANGUAGES.length);
  for (const picture of pictures) assert.equal(sizeOf(picture)[1], 188, 'twice its 94 units');
  const width = sizeOf(await png('trial.png?scale=1'))[0];
  for (const [scale, times] of [['1', 1], ['3', 3], ['0', 1], ['-5', 1], ['1000', 4], ['x', 2], ['', 1]] as const) assert.equal(sizeOf(await png(`trial.png?scale=${scale}`))[0], times * width, scale);
  assert.deepEqual(sizeOf(await png('trial.png?style=card&scale=4')), [1200, 630]);
});

test('who asks for ever new colours holds up nobody for long, and what was sent away is drawn the next time', async (context) => {
  const {server} = await trial(context);
  const colours = Array.from({length: 70}, (_, index) => `0000${(index + 16).toString(16)}`);
  const ask = async (colour: string) => (await fetch(`${server.url}/badge/trial.png?style=card&accent=${colour}`)).status;
  const statuses = await Promise.all(colours.map(ask));
  assert.deepEqual(new Set(statuses), new Set([200, 503]));
  const refused = colours[statuses.indexOf(503)] ?? '';
  assert.equal(await ask(refused), 200);
});

test('no letter is an empty box, whatever fonts the machine has', async (context) => {
  const {server} = await trial(context, {document: campaign({goal: 1_234_567_890})});
  const drawn = async (letter: string) => Buffer.from(await pngOf(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-size="24">${letter}</text></svg>`, 1)).toString('base64');
  const box = await drawn('\u4e00');
  const letters = new Set(await Promise.all(LANGUAGES.map(async (language) => textsOf(await (await fetch(`${server.url}/badge/trial.svg?lang=${language}`)).text()).join(''))).then((texts) => texts.flatMap((text) => text.match(/\S/gu) ?? [])));
  assert.ok(letters.size > 50);
  for (const letter of letters) assert.notEqual(await drawn(letter), box, letter);
});

test('letters join as Arabic wants them', () => {
  const [joined, apart] = ['توقيعات', 'توقيعات'.replace(/(?<=.)(?=.)/gu, '\u200c')].map((word) => widthOf(word, 100));
  assert.ok(joined !== undefined && apart !== undefined && joined > 100 && joined < apart * 0.95, `${joined ?? 0} and ${apart ?? 0}`);
});

test('what an address asks for becomes the nearest that there is', async (context) => {
  const {server} = await trial(context);
  const badge = async (query: string) => (await fetch(`${server.url}/badge/trial.svg?${query}`)).text();
  const plain = await badge('');
  for (const query of ['theme=pink', 'theme=light', 'accent=green', 'accent=12', 'accent=5b2a86', 'accent=%235B2A86', 'accent=5b2a86cc', 'style=flat', 'lang=xx', 'lang=zz-!!', 'lang=en-GB']) assert.equal(await badge(query), plain, query);
  assert.ok((await badge('accent=f00')).includes('#ff0000'));
  assert.notEqual(await badge('theme=dark'), plain);
  const pale = await badge('accent=ffffee');
  assert.ok(!pale.includes('fill="#ffffee" textLength'), 'a number that nobody can read');
  assert.ok((await badge('accent=ffffee&theme=dark')).includes('fill="#ffffee" textLength'));
  assert.deepEqual(textsOf(await badge('lang=pt_BR')), textsOf(await badge('lang=pt')));
});

test('badges are kept for five minutes, and not sent again to who has them', async (context) => {
  const {server, sign, tally} = await trial(context);
  for (const [name, type] of [['badge/trial.svg', 'image/svg+xml'], ['badge/trial.png', 'image/png'], ['badge/trial.json', 'application/json'], ['qr/trial.svg', 'image/svg+xml'], ['qr/trial.png', 'image/png']] as const) {
    const first = await fetch(`${server.url}/${name}`);
    assert.equal(first.headers.get('content-type'), type);
    assert.ok(first.headers.get('cache-control')?.startsWith('public, max-age=300'));
    assert.equal(first.headers.get('cross-origin-resource-policy'), 'cross-origin');
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await fetch(`${server.url}/${name}`, {headers: {'if-none-match': etag}})).status, 304, name);
  }
  const etag = (await fetch(`${server.url}/badge/trial.png`)).headers.get('etag') ?? '';
  await sign(signature());
  await tally(1);
  assert.equal((await fetch(`${server.url}/badge/trial.png`, {headers: {'if-none-match': etag}})).status, 200);
});

test('shields.io finds what it draws a badge from', async (context) => {
  const {server} = await trial(context);
  assert.deepEqual(await (await fetch(`${server.url}/badge/trial.json?accent=00566b&lang=de`)).json(), {schemaVersion: 1, label: 'Unterschriften', message: '0', color: '00566b', cacheSeconds: 300});
});

test('a petition that has closed shows its final count, without a bar', async (context) => {
  const {server} = await trial(context, {document: campaign({closesAt: '2020-01-01T00:00:00Z'})});
  assert.deepEqual(textsOf(await (await fetch(`${server.url}/badge/trial.svg`)).text()), ['0', 'signatures', 'Final count']);
});

test('where no petition is, the badge says so, with status 404', async (context) => {
  const {server} = await trial(context);
  const svg = await fetch(`${server.url}/badge/other.svg?lang=fr`);
  assert.equal(svg.status, 404);
  assert.deepEqual(textsOf(await svg.text()), ['Cette pétition n’existe pas ici']);
  const png = await fetch(`${server.url}/badge/other.png`, {headers: {'if-none-match': '*'}});
  assert.equal(png.status, 404);
  assert.deepEqual(Buffer.from(await png.arrayBuffer()).subarray(1, 4).toString(), 'PNG');
  const json = await fetch(`${server.url}/badge/other.json`);
  assert.equal(json.status, 404);
  assert.equal((await json.json() as {isError: boolean}).isError, true);
  for (const path of ['badge/trial', 'badge/trial.gif', 'badge/.svg', 'qr/other.svg', 'qr/trial.json', 'badge/constructor.gif']) assert.equal((await fetch(`${server.url}/${path}`)).status, 404, path);
});

test('a long title has room on the card, whatever it takes', async (context) => {
  for (const title of ['W'.repeat(200), 'many words '.repeat(18).trim(), 'A']) {
    const {server} = await trial(context, {document: campaign({defaultLanguage: 'en', texts: {en: {title, consents: {signature: 'I agree.', newsletter: 'Write to me.'}, fields: {motive: {label: 'M'}, constructor: {label: 'B'}}}}})});
    const svg = await (await fetch(`${server.url}/badge/trial.svg?style=card`)).text();
    for (const [, x, length] of svg.matchAll(/<text x="([\d.]+)"[^>]*textLength="([\d.]+)"/g)) assert.ok(Number(x) + Number(length) <= 1200, title);
  }
});

/** What a camera reads. */
const read = (svg: string): string | undefined => {
  const {pixels, width, height} = new Resvg(svg, {fitTo: {mode: 'zoom', value: 1}}).render();
  return readQr(new Uint8ClampedArray(pixels), width, height, {inversionAttempts: 'dontInvert'})?.data;
};

test('the QR code is the petition’s address, in the language asked for', async (context) => {
  const {server} = await trial(context, {publicUrl: 'https://petition.example.org'});
  assert.equal(read(await (await fetch(`${server.url}/qr/trial.svg`)).text()), 'https://petition.example.org/petitions/trial');
  assert.equal(read(await (await fetch(`${server.url}/qr/trial.svg?lang=pt-BR`)).text()), 'https://petition.example.org/petitions/trial?lang=pt-BR');
  const png = Buffer.from(await (await fetch(`${server.url}/qr/trial.png?scale=1`)).arrayBuffer());
  const [width, height] = sizeOf(png);
  assert.equal(width, height);
});
