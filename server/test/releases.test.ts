import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {startServer} from '../src/index.js';
import {WIDGET_VERSION, widgetFolder} from '../src/package.js';
import {keepRelease} from '../src/releases.js';
import {folder, refused, trial} from './support.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const cacheOf = (response: Response) => response.headers.get('cache-control');

test('a version’s widgets never change, those without a version do, and what is named by its content never does', async (context) => {
  const {server} = await trial(context);
  const [chunk = ''] = readdirSync(join(widgetFolder(), 'chunks'));
  for (const [path, type, cache] of [
    [`/v/${WIDGET_VERSION}/sphere-petition.js`, 'text/javascript; charset=utf-8', IMMUTABLE],
    [`/v/${WIDGET_VERSION}/chunks/${chunk}`, 'text/javascript; charset=utf-8', IMMUTABLE],
    [`/v/${WIDGET_VERSION}/integrity.json`, 'application/json', IMMUTABLE],
    [`/v1/chunks/${chunk}`, 'text/javascript; charset=utf-8', IMMUTABLE],
    ['/v1/sphere-petition.iife.js', 'text/javascript; charset=utf-8', 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400'],
    ['/v1/sphere-petition.css', 'text/css; charset=utf-8', 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400'],
    [`/v1/sphere-petition-${WIDGET_VERSION}.zip`, 'application/zip', 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400'],
  ] as const) {
    const response = await fetch(server.url + path);
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get('content-type'), type, path);
    assert.equal(cacheOf(response), cache, path);
    assert.equal(response.headers.get('access-control-allow-origin'), '*', path);
    const again = await fetch(server.url + path, {headers: {'if-none-match': response.headers.get('etag') ?? ''}});
    assert.deepEqual([again.status, cacheOf(again)], [304, cache], path);
    await response.arrayBuffer();
  }
});

test('after an upgrade the earlier version answers, and a script that a browser kept finds its chunks', async (context) => {
  const releases = join(folder(context), 'kept', 'releases');
  const old = folder(context);
  mkdirSync(join(old, 'chunks'));
  writeFileSync(join(old, 'sphere-petition.js'), 'old');
  writeFileSync(join(old, 'chunks/counter-000000.js'), 'old chunk');
  await keepRelease(old, releases, '0.0.9');
  await keepRelease(old, releases, '0.0.10');
  const {server} = await trial(context, {releases});
  const text = async (path: string) => (await fetch(server.url + path)).text();

  assert.equal(await text('/v/0.0.9/sphere-petition.js'), 'old');
  assert.equal(cacheOf(await fetch(`${server.url}/v/0.0.9/sphere-petition.js`)), IMMUTABLE);
  const chunk = await fetch(`${server.url}/v1/chunks/counter-000000.js`);
  assert.deepEqual([cacheOf(chunk), await chunk.text()], [IMMUTABLE, 'old chunk']);
  assert.equal(await text('/v1/sphere-petition.js'), readFileSync(join(widgetFolder(), 'sphere-petition.js'), 'utf8'));
  assert.deepEqual(readdirSync(join(releases, WIDGET_VERSION), {recursive: true}).sort(), readdirSync(widgetFolder(), {recursive: true}).sort());

  await refused(await fetch(`${server.url}/v1/chunks/counter-111111.js`), 404, 'not-found');
  await refused(await fetch(`${server.url}/v/0.0.9/counter.js`), 404, 'not-found');
  const unknown = await refused(await fetch(`${server.url}/v/7.0.0/sphere-petition.js`), 404, 'not-found');
  assert.equal(unknown.detail, `This server does not have that version of the widgets. It has ${WIDGET_VERSION}, 0.0.10, 0.0.9.`);
  for (const path of ['/v/..%2f0.0.9/sphere-petition.js', '/v/0.0.9/..%2f0.0.10%2fsphere-petition.js', '/v/%2e%2e/sphere-petition.js', '/v/', '/v/0.0.9']) {
    assert.equal((await fetch(server.url + path)).status, 404, path);
  }
});

test('without a folder of releases this version alone is there', async (context) => {
  const {server} = await trial(context);
  const {detail} = await refused(await fetch(`${server.url}/v/0.0.9/sphere-petition.js`), 404, 'not-found');
  assert.equal(detail, `This server does not have that version of the widgets. It has ${WIDGET_VERSION}.`);
});

test('what is kept again takes the new files and leaves the old chunks', async (context) => {
  const [widgets, releases] = [folder(context), folder(context)];
  mkdirSync(join(widgets, 'chunks'));
  writeFileSync(join(widgets, 'a.js'), 'one');
  writeFileSync(join(widgets, 'chunks/a-000000.js'), 'one');
  await keepRelease(widgets, releases, '1.0.0');
  rmSync(join(widgets, 'chunks/a-000000.js'));
  writeFileSync(join(widgets, 'a.js'), 'two');
  await keepRelease(widgets, releases, '1.0.0');
  assert.equal(readFileSync(join(releases, '1.0.0/a.js'), 'utf8'), 'two');
  assert.deepEqual(readdirSync(join(releases, '1.0.0'), {recursive: true}).sort(), ['a.js', 'chunks', 'chunks/a-000000.js']);
});

test('a folder that cannot be written is told in a sentence', async (context) => {
  const place = join(folder(context), 'file');
  cpSync(join(widgetFolder(), 'LICENSES.txt'), place);
  await assert.rejects(startServer({data: join(folder(context), 'd.sqlite'), port: 0, releases: join(place, 'in')}), {name: 'ReleaseError', message: /^The widgets cannot be kept in .*Name a folder that can be written with --releases\.$/});
});
