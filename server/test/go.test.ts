import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LINK_CHANNELS} from 'sphere-petition/contract';
import {campaign, refused, trial} from './support.js';

const HOSTS = {whatsapp: 'wa.me', telegram: 't.me', bluesky: 'bsky.app', facebook: 'www.facebook.com', email: ''} as const;

test('each way leads to its service, with the petition’s words and its address, and says nothing of where one comes from', async (context) => {
  const {server, src} = await trial(context, {publicUrl: 'https://petition.example.org'});
  for (const channel of LINK_CHANNELS) {
    const response = await fetch(`${server.url}/go/${channel}/trial`, {redirect: 'manual'});
    assert.equal(response.status, 302, channel);
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    const location = new URL(response.headers.get('location') ?? '');
    assert.equal(location.host, HOSTS[channel]);
    assert.equal(location.protocol, channel === 'email' ? 'mailto:' : 'https:');
    const said = [...location.searchParams.values()].join('\n');
    assert.ok(said.includes(`https://petition.example.org/petitions/trial?sphere_source=${channel}`), said);
    if (channel !== 'facebook') assert.ok(said.includes('A safe <script>alert(1)</script> way out & more'), said);
    assert.ok(!said.includes(src));
  }
});

test('the words are those of the language asked for, the address the one that the petition names', async (context) => {
  const texts = {en: {title: 'Out', share: {text: 'Read this', url: 'https://example.org/p?a=1'}, consents: {signature: 'I agree.'}}, fr: {title: 'Sortie', consents: {signature: 'J’accepte.'}}};
  const {server} = await trial(context, {document: campaign({texts, fields: [], consents: [{id: 'signature', purpose: 'signature', version: '1', required: true}]})});
  const text = async (search: string) => new URL((await fetch(`${server.url}/go/whatsapp/trial${search}`, {redirect: 'manual'})).headers.get('location') ?? '').searchParams.get('text');
  assert.equal(await text(''), 'Read this\nhttps://example.org/p?a=1&sphere_source=whatsapp');
  assert.equal(await text('?lang=fr-CA'), `Sortie\n${server.url}/petitions/trial?sphere_source=whatsapp`);
});

test('it leads nowhere else, whatever the address says', async (context) => {
  const {server} = await trial(context);
  for (const path of ['/go/evil/trial', '/go/mastodon/trial', '/go/signal/trial', '/go/constructor/trial', '/go/whatsapp/other', '/go/https:%2f%2fevil.example/trial', '/go/whatsapp/trial/https://evil.example']) {
    await refused(await fetch(server.url + path, {redirect: 'manual'}), 404, 'not-found');
  }
  const tempted = await fetch(`${server.url}/go/telegram/trial?url=https://evil.example/&text=x&redirect=https://evil.example/`, {redirect: 'manual'});
  assert.ok(!(tempted.headers.get('location') ?? '').includes('evil'));
});
