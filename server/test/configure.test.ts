import assert from 'node:assert/strict';
import {test} from 'node:test';
import {WIDGET_VERSION} from '../src/package.js';
import {folder, refused, trial} from './support.js';

test('the configurator runs our scripts alone, sends no form and stands in no frame, wherever it is asked for', async (context) => {
  const {server} = await trial(context, {releases: folder(context)});
  const page = await fetch(`${server.url}/configure?src=https://example.org/`);
  const html = await page.text();
  assert.equal(page.status, 200);
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) assert.ok(policy.split('; ').includes(rule), rule);
  assert.ok(!html.includes('example.org'));
  for (const [, path = ''] of html.matchAll(/ (?:src|href)="(configure\/[^"]+)"/g)) assert.equal((await fetch(`${server.url}/${path}`)).status, 200, path);

  // The same file without its policy would be another page.
  for (const path of ['/configure/index.html', '/configure/%69ndex.html', '/v1/configure', '/v1/configure/', '/v1/configure/index.html', `/v/${WIDGET_VERSION}/configure/index.html`]) await refused(await fetch(server.url + path), 404, 'not-found');
  const slash = await fetch(`${server.url}/configure/?src=x`, {redirect: 'manual'});
  assert.deepEqual([slash.status, slash.headers.get('location')], [308, '/configure?src=x']);
  assert.equal((await fetch(`${server.url}/configure//example.org/`, {redirect: 'manual'})).status, 404);
});
