import assert from 'node:assert/strict';
import {test} from 'node:test';
import {refused, trial, type Trial} from './support.js';

const ask = ({server}: Pick<Trial, 'server'>, url: string, more: Record<string, string> = {}) => fetch(`${server.url}/oembed?${new URLSearchParams({url, ...more}).toString()}`);
const answered = async (response: Response) => {
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/json');
  return await response.json() as Record<string, unknown>;
};
const frame = (html: unknown) => new URL((/ src="([^"]*)"/.exec(String(html))?.[1] ?? '').replaceAll('&amp;', '&'));

test('a petition’s address is answered with what WordPress keeps: one blockquote and one frame', async (context) => {
  const {server, src} = await trial(context);
  const {html, ...rest} = await answered(await ask({server}, src));
  const title = 'A safe &lt;script&gt;alert(1)&lt;/script&gt; way out &amp; more';
  assert.equal(html, `<blockquote class="wp-embedded-content"><a href="${src}">${title}</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${server.url}/embed/trial?journey=share%2Cevents" width="600" height="1000" title="${title}" frameborder="0" marginwidth="0" marginheight="0"></iframe>`);
  assert.deepEqual(rest, {
    version: '1.0', type: 'rich', title: 'A safe <script>alert(1)</script> way out & more', provider_name: 'Example Foundation', provider_url: server.url, cache_age: 86_400, width: 600, height: 1000,
  });
});

test('the page that others see, and not this machine, is named; either protocol means it', async (context) => {
  const started = await trial(context, {publicUrl: 'https://petition.example.org'});
  for (const url of ['https://petition.example.org/petitions/trial', 'http://petition.example.org/petitions/trial/', 'https://petition.example.org/embed/trial']) {
    const {html, provider_name: provider} = await answered(await ask(started, url));
    assert.equal(provider, 'Example Foundation');
    assert.equal(frame(html).origin, 'https://petition.example.org');
  }
});

test('what the address says of language, looks and way stays', async (context) => {
  const {server, src} = await trial(context);
  const {html, title} = await answered(await ask({server}, `${src}?lang=pt_BR&theme=dark&accent=%2300566b&journey=share&source=blog&utm_source=x`));
  assert.equal(title, 'Uma saída segura');
  assert.equal(frame(html).search, '?lang=pt-BR&theme=dark&accent=00566b&journey=share&source=blog');
  assert.ok(String(html).includes(`<a href="${src}?lang=pt-BR">`));
  const counter = await answered(await ask({server}, `${server.url}/embed/trial?show=counter&min-count=5`));
  assert.equal(frame(counter['html']).search, '?show=counter&min-count=5');
  assert.equal(counter['height'], 240);
});

test('widths and heights out of range become the nearest valid', async (context) => {
  const {server, src} = await trial(context);
  const size = async (more: Record<string, string>) => {
    const {width, height} = await answered(await ask({server}, src, more));
    return [width, height];
  };
  assert.deepEqual(await size({maxwidth: '500', maxheight: '750'}), [500, 750]);
  assert.deepEqual(await size({maxwidth: '1', maxheight: '1'}), [220, 200]);
  assert.deepEqual(await size({maxwidth: '99999', maxheight: '99999'}), [1200, 1000]);
  assert.deepEqual(await size({maxwidth: '-5', maxheight: 'NaN'}), [600, 1000]);
});

test('any other address is refused as oEmbed has it', async (context) => {
  const {server, src} = await trial(context);
  for (const url of ['https://evil.example/petitions/trial', `${server.url}/petitions/other`, `${server.url}/petitions`, `${server.url}/`, `${src}/petition.json`, 'javascript:alert(1)', 'trial', `${server.url}@evil.example/petitions/trial`, `ftp://${new URL(server.url).host}/petitions/trial`]) {
    await refused(await ask({server}, url), 404, 'not-found');
  }
  await refused(await fetch(`${server.url}/oembed`), 400, 'invalid');
  await refused(await ask({server}, ''), 400, 'invalid');
  await refused(await ask({server}, src, {format: 'xml'}), 501, 'unsupported');
});

test('an answer is not sent again to who has it', async (context) => {
  const {server, src} = await trial(context);
  const etag = (await ask({server}, src)).headers.get('etag') ?? '';
  assert.equal((await fetch(`${server.url}/oembed?url=${encodeURIComponent(src)}`, {headers: {'if-none-match': etag}})).status, 304);
});
