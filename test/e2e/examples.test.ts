import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {chromium, type Browser} from 'playwright-core';
import {serveFolder, type FolderServer} from './folder-server.js';
import {CANARY, fill, FLAGS} from './support.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

let browser: Browser;
const servers: FolderServer[] = [];

before(async () => {
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser.close();
  for (const server of servers) await server.close();
});

/** Returns the address of a host that knows nothing but files, as a developer's may be. */
const serve = async (folder: string): Promise<string> => {
  const server = await serveFolder(folder);
  servers.push(server);
  return server.url;
};

/** As its README says: its own types checked, then bundled. */
const build = async (example: string): Promise<string> => {
  await run('npm', ['run', 'build', '--silent'], {cwd: join(root, 'examples', example), shell: process.platform === 'win32'});
  return serve(join(root, 'examples', example, 'dist'));
};

const examples = [
  {name: 'React', start: () => build('react'), path: '/', heard: 'React heard it: counted.'},
  {name: 'Vue', start: () => build('vue'), path: '/', heard: 'Vue heard it: counted.'},
  {name: 'plain HTML', start: () => serve(root), path: '/examples/html/', heard: 'The page heard it: counted.'},
];

for (const {name, start, path, heard} of examples) {
  test(`the example in ${name} is built, takes its adapter as a property, is signed, and hears the event`, async () => {
    const host = await start();
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: 'en'});
    const page = await context.newPage();
    const messages: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(host + path);

    const counter = page.locator('sphere-counter data');
    await counter.waitFor();
    assert.equal(await counter.getAttribute('value'), '1233');
    await fill(page);
    await page.locator('sphere-petition-form button[type=submit]').click();

    await page.getByText('Thank you. You have signed.').waitFor();
    await page.getByText(heard).waitFor();
    assert.equal(await counter.getAttribute('value'), '1234');
    assert.deepEqual(messages, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(host) || url.includes(CANARY.familyName)), []);
    await context.close();
  });
}
