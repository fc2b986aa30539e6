import assert from 'node:assert/strict';
import {test} from 'node:test';
import {element, leavesTheLink, pageOf, script, setHost, sign, snippet} from './host.js';

const host = setHost();

/** The policy that the guide gives to webmasters, on a site that allows nothing else. */
const strict = () => `default-src 'self'; script-src ${host.stage.url()}; connect-src ${host.stage.url()}; img-src ${host.stage.url()}; trusted-types lit-html`;
const policy = (text: string) => ({headers: {'Content-Security-Policy': text}});

test('a strict content security policy: it signs, without one violation', async () => {
  const {page, messages} = await host.visit(pageOf(snippet(host)), policy(strict()));
  await sign(page);
  assert.deepEqual(messages, []);
});

test('a policy that allows no style but the site’s own: it looks as it does anywhere', async () => {
  const looks: unknown[] = [];
  for (const options of [{}, policy(`${strict()}; style-src 'self'`)]) {
    const {page, messages} = await host.visit(pageOf(snippet(host)), options);
    const button = page.locator('sphere-petition-form button[type=submit]');
    await button.waitFor();
    looks.push(await button.evaluate((each) => { const {backgroundColor, minBlockSize, borderRadius} = getComputedStyle(each); return [backgroundColor, minBlockSize, borderRadius, each.getBoundingClientRect().width]; }));
    assert.deepEqual(messages, []);
  }
  assert.deepEqual(looks[1], looks[0]);
});

test('Trusted Types required: it signs, without one violation', async () => {
  const {page, messages} = await host.visit(pageOf(snippet(host)), policy(`${strict()}; require-trusted-types-for 'script'`));
  await sign(page);
  assert.deepEqual(messages, []);
});

test('Trusted Types that leave out ours: the author’s link stays, and the counter, which needs none, counts', async () => {
  const {page} = await host.visit(pageOf(snippet(host) + script(host, 'counter') + element(host, 'sphere-counter')), policy("require-trusted-types-for 'script'; trusted-types theirs"));
  await page.locator('sphere-counter data').waitFor();
  await leavesTheLink(page);
});

for (const [what, text] of [['all scripts', "script-src 'none'"], ['scripts of other sites', "script-src 'self'"], ['ours by its sandbox', 'sandbox']] as const) {
  test(`script blocked: a policy that forbids ${what} leaves the author’s link`, async () => {
    const {page} = await host.visit(pageOf(snippet(host)), policy(text));
    await leavesTheLink(page);
  });
}

test('script blocked: a reader or a network that lets none through leaves the author’s link', async () => {
  const {page} = await host.visit(pageOf(snippet(host)), {javaScriptEnabled: false});
  await leavesTheLink(page);
  const {page: behindBlocker} = await host.visit(pageOf(snippet(host)), {prepare: (tab) => tab.route('**/v1/**', (route) => route.abort())});
  await leavesTheLink(behindBlocker);
});
