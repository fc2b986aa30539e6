import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {openPage, setStage} from './support.js';

const stage = setStage();

/** Another site, which carries the petition. */
let html = '';
let policy = '';
const site = createServer((_request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...(policy !== '' && {'Content-Security-Policy': policy})});
  response.end(`<!doctype html><html lang="en"><title>Ours</title><body>${html}</body></html>`);
});
before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
after(() => { site.close(); site.closeAllConnections(); });
const open = async (body: string, headers = '') => {
  [html, policy] = [body, headers];
  const opened = await openPage(stage, undefined, {permissions: ['clipboard-read', 'clipboard-write']});
  const address = site.address();
  assert.ok(typeof address === 'object' && address);
  await opened.page.goto(`http://127.0.0.1:${address.port}/`);
  return opened;
};
const script = (attributes = '') => `<script type="module" src="${stage.url()}/v1/sphere-petition.js" ${attributes}></script>`;
const element = (attributes = '') => `<sphere-petition src="${stage.url()}/petitions/safe-exit" ${attributes}><a href="${stage.url()}/petitions/safe-exit">Sign</a></sphere-petition>`;

test('a reader takes the petition along: the snippet, copied, and the way to the configurator', async () => {
  const {page, context, messages} = await open(script() + element('lang="fr"'));
  await page.locator('sphere-petition').getByText('Intégrer cette pétition').click();
  const link = page.locator('sphere-petition').getByRole('link', {name: 'Autres formes, couleurs et langues'});
  assert.equal(await link.getAttribute('href'), `${stage.url()}/configure?src=${encodeURIComponent(`${stage.url()}/petitions/safe-exit`)}`);
  await page.locator('sphere-petition').getByRole('button', {name: 'Copier'}).click();
  await page.locator('sphere-petition').getByText('Copié.').waitFor();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(snippet, `<script type="module" src="${stage.url()}/v1/sphere-petition.js"></script>\n<sphere-petition src="${stage.url()}/petitions/safe-exit"><a href="${stage.url()}/petitions/safe-exit">Signer la pétition</a></sphere-petition>`);
  // It speaks the language of its petition, whenever that changes.
  await page.locator('sphere-petition').evaluate((petition) => { petition.setAttribute('lang', 'ar'); });
  await page.locator('sphere-petition').getByText('تضمين هذه العريضة').waitFor();
  assert.equal(await page.locator('sphere-petition [part=embed]').getAttribute('dir'), 'rtl');
  assert.deepEqual(messages, []);
  await context.close();
});

test('what is pinned here is offered as it moves; and nothing is offered where the page says so', async () => {
  const pinned = await open(`<script async src="${stage.url()}/v1/sphere-petition.bundle.js"></script>${element()}`);
  await pinned.page.locator('sphere-petition').getByText('Embed this petition').click();
  assert.match(await pinned.page.locator('sphere-petition textarea[readonly]').inputValue(), /src="http[^"]+\/v1\/sphere-petition\.js"/);
  await pinned.context.close();

  const off = await open(script() + element('embed="off"') + element());
  await off.page.locator('sphere-petition').nth(1).getByText('Embed this petition').waitFor();
  assert.equal(await off.page.locator('sphere-petition').first().locator('[part=embed]').count(), 0);
  await off.context.close();
});

test('data-debug: a page that is well says so, until it is closed', async () => {
  const {page, context, messages} = await open(script('data-debug') + element());
  await page.getByText('sphere-petition: nothing is wrong here').waitFor();
  await page.getByRole('button', {name: 'Close'}).click();
  assert.equal(await page.locator('[data-sphere-debug]').count(), 0);
  assert.deepEqual(messages, []);
  await context.close();
});

test('data-debug: what the page’s policy blocked, what is pasted twice, and what an element complains of', async () => {
  const host = stage.url();
  const {page, context} = await open(script('data-debug') + element('redirect="javascript:alert(1)"') + element() + `<img src="${host}/badge/safe-exit.svg">`,
    `script-src ${host}; connect-src ${host}; img-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`);
  const panel = page.locator('[data-sphere-debug]');
  await panel.getByText(/The browser blocked .*badge/).waitFor();
  await panel.getByText(/stands 2 times on the page/).waitFor();
  await panel.getByText(/redirect/).waitFor();
  await context.close();
});

test('without data-debug nothing of it is fetched or shown', async () => {
  const {page, context, requests} = await open(script() + element() + element());
  await page.locator('sphere-petition button[type=submit]').nth(1).waitFor();
  assert.ok(!requests.some((url) => url.includes('debug')));
  assert.equal(await page.locator('[data-sphere-debug]').count(), 0);
  await context.close();
});
