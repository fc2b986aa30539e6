import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pageOf, patch, setHost, sign, snippet} from './host.js';

const host = setHost();

const framed = () => pageOf(`<iframe sandbox="allow-scripts" width="900" height="1400" srcdoc="${pageOf(snippet(host)).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`);

test('a sandbox that allows scripts and nothing else: it signs by the button', async () => {
  const {page} = await host.visit(framed());
  await sign(page, {within: page.frameLocator('iframe')});
});

test('a sandbox that allows scripts and nothing else: it signs with Enter', async () => {
  const {page} = await host.visit(framed());
  await sign(page, {within: page.frameLocator('iframe'), press: 'Enter'});
});

test('storage that throws: it signs, and nothing is said', async () => {
  const {page, messages} = await host.visit(pageOf(snippet(host, 'journey="share,events"'), 'lang="fr"', patch('no-storage')));
  assert.equal(await page.evaluate(() => { try { return localStorage.length; } catch (error) { return String(error); } }), 'SecurityError: The operation is insecure.');
  await sign(page);
  assert.deepEqual(messages, []);
});
