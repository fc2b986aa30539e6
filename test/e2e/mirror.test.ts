import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {serveFolder} from './folder-server.js';
import {openPage, setStage} from './support.js';

const stage = setStage();
const fileAt = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const KEY = 'c0ffee00c0ffee00c0ffee00c0ffee00';

/** Action Network's answers (backend-apis.md §3.2 [V-doc], §3.6 [V-use]), for who shows the key. */
const answers: Readonly<Record<string, object>> = {
  '/api/v2/petitions/7': {identifiers: ['action_network:7'], total_signatures: 4321},
  '/api/v2/events': {
    _embedded: {'osdi:events': [
      {identifiers: ['action_network:1'], title: 'Vigil &amp; song', start_date: '2199-03-22T17:45:00Z', status: 'confirmed', location: {locality: 'Leeds', country: 'GB'}},
      {identifiers: ['action_network:2'], title: 'At somebody’s', start_date: '2199-03-23T17:45:00Z', status: 'confirmed', visibility: 'private'},
    ]},
  },
};

test('widgets show what the mirror wrote into a folder, and ask nobody else', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'sphere-mirror-'));
  const platform = createServer((request, response) => {
    const answer = request.headers['osdi-api-token'] === KEY ? answers[request.url ?? ''] : undefined;
    response.writeHead(answer ? 200 : 403, {'Content-Type': 'application/json'}).end(JSON.stringify(answer ?? {error: 'API Key invalid or not present'}));
  });
  await new Promise<void>((resolve) => { platform.listen(0, '127.0.0.1', resolve); });
  const address = platform.address();
  const api = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/v2`;
  await mkdir(join(folder, 'petition'));
  await cp(fileAt('cdn'), join(folder, 'v1'), {recursive: true});
  const server = await serveFolder(folder);
  context.after(async () => {
    platform.close();
    await server.close();
    await rm(folder, {recursive: true, force: true});
  });
  const put = (path: string, content: object | string) => writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  await put('petition/petition.json', {id: 'mirrored', title: 'A mirrored petition', language: 'en', letter: [{type: 'paragraph', text: 'Act.'}], offers: ['getPetition', 'getTally', 'listEvents']});
  await put('index.html', `<!doctype html><html lang="en"><title>Mirrored</title><link rel="icon" href="data:,"><script type="module" src="v1/sphere-petition.js"></script>
    <sphere-counter src="petition/">?</sphere-counter><sphere-event-list src="petition/"></sphere-event-list>`);
  const key = {variable: 'PLATFORM_KEY'};
  const config = join(folder, 'mirror.json');
  await put('mirror.json', {folder: 'petition', tally: {platform: 'action-network', src: `${api}/petitions/7`, key, goal: 5000}, events: {platform: 'action-network', src: `${api}/events`, key}});
  const {stdout} = await promisify(execFile)(process.execPath, [fileAt('server/bin/sphere-petition-server.js'), 'mirror', config], {env: {...process.env, PLATFORM_KEY: KEY}});
  assert.match(stdout, /^tally\.json: 4321, .*\nevents\.json: 1 event\n$/);

  const {page, context: browsing, requests, messages} = await openPage(stage);
  await page.goto(server.url);
  await page.locator('sphere-counter').getByText('4,321').waitFor();
  const list = page.locator('sphere-event-list');
  await list.getByText('Vigil & song').waitFor();
  await list.getByText('Leeds').first().waitFor();
  assert.equal(await list.getByText('At somebody’s').count(), 0);
  assert.deepEqual(messages, []);
  assert.deepEqual(requests.filter((request) => !request.startsWith(server.url) && !request.startsWith('data:')), []);
  await browsing.close();
});
