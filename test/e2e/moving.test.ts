import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import {after, before, test} from 'node:test';
import {fill, openPage, setStage} from './support.js';

const stage = setStage();

/** A host that answers everything alike. */
const host = (answer: (path: string) => {status: number; headers: Record<string, string>; body?: string}): Server =>
  createServer((request, response) => {
    const {status, headers, body} = answer(request.url ?? '/');
    response.writeHead(status, headers).end(body);
  });

const urlOf = (server: Server): string => {
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  return `http://127.0.0.1:${address.port}`;
};

const redirecting = (headers: Record<string, string>) => host((path) => ({status: 308, headers: {Location: stage.url() + path, ...headers}}));
const moved = redirecting({'Access-Control-Allow-Origin': '*'});
const careless = redirecting({});
let html = '';
const blog = host(() => ({status: 200, headers: {'Content-Type': 'text/html; charset=utf-8'}, body: html}));
const all = [moved, careless, blog];

before(() => Promise.all(all.map((server) => new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); }))));
after(() => Promise.all(all.map((server) => new Promise((resolve) => {
  server.close(resolve);
  server.closeAllConnections();
}))));

const embedding = (old: string) => `<!doctype html><html lang="en"><link rel="icon" href="data:,"><script type="module" src="${old}/v1/sphere-petition.js"></script>
<sphere-petition src="${old}/petitions/safe-exit"><a href="${old}/petitions/safe-exit">Sign the petition</a></sphere-petition>`;

test('a page that names the host from which a petition has moved away shows it and is signed', async () => {
  const {page, context, messages, requests} = await openPage(stage);
  html = embedding(urlOf(moved));
  await page.goto(urlOf(blog));
  const form = page.locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  await fill(page, form);
  await form.locator('button[type=submit]').click();
  await form.locator('[part=thanks]').waitFor();
  assert.ok(requests.some((request) => request.startsWith(`${stage.url()}/petitions/safe-exit/signatures`)), 'it was sent on');
  assert.deepEqual(messages, []);
  await context.close();
});

test('a redirect without the header that lets pages follow it leaves them their link', async () => {
  const {page, context} = await openPage(stage);
  html = embedding(urlOf(careless));
  const failed = page.waitForEvent('requestfailed');
  await page.goto(urlOf(blog));
  await failed;
  assert.equal(await page.getByRole('link', {name: 'Sign the petition'}).isVisible(), true);
  await context.close();
});
