import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium, type Browser, type Page} from 'playwright-core';
import {fill, FLAGS, seeNumber} from './support.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
let said = '';
let browser: Browser;
let stop: () => Promise<void>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphere-start-'));
  const child = spawn(process.execPath, ['scripts/start.js'], {cwd: root, env: {...process.env, DATA: folder}, stdio: ['ignore', 'pipe', 'inherit']});
  const ended = once(child, 'exit');
  stop = async () => {
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  };
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Ctrl-C')) resolve();
    });
    child.once('exit', () => { reject(new Error(`It ended before it served: ${said}`)); });
  });
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser.close();
  await stop();
  await rm(folder, {recursive: true, force: true});
});

/** The snippets as somebody copies them: from a heading to the blank line. */
const snippets = () => [...said.matchAll(/^<!-- .+ -->\n([^]+?)\n\n/gm)].map(([, text = '']) => text);

/** Puts a snippet into a file, and opens it as somebody does who has no server. */
const open = async (snippet: string): Promise<{page: Page; messages: string[]}> => {
  const file = join(folder, 'page.html');
  await writeFile(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>\n${snippet}\n`);
  const page = await browser.newPage({locale: 'en'});
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return {page, messages};
};

test('what npm start prints works in a file that is opened from the disk: the petition is signed, the number moves, the events are there', async () => {
  const [petition = '', counter = '', events = '', ...others] = snippets();
  assert.equal(others.length, 0, said);

  const first = await open(petition);
  await first.page.locator('sphere-petition-form button[type=submit]').waitFor();
  await fill(first.page);
  await first.page.locator('sphere-petition-form button[type=submit]').click();
  await first.page.locator('sphere-petition-form [part=thanks]').waitFor();
  assert.deepEqual(first.messages, []);

  const second = await open(counter);
  await second.page.locator('sphere-counter data[value="1"]').waitFor();
  assert.deepEqual(second.messages, []);

  const third = await open(events);
  await third.page.locator('sphere-event-list').getByRole('listitem').first().waitFor();
  assert.deepEqual(third.messages, []);
});

test('a form in a frame of its own works in such a file too', async () => {
  const {page, messages} = await open(snippets()[0]?.replace('<sphere-petition ', '<sphere-petition isolation="frame" ') ?? '');
  const form = page.locator('sphere-petition-form iframe').contentFrame().locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  const number = page.locator('sphere-petition sphere-counter data');
  await seeNumber(page.locator('sphere-petition sphere-counter'));
  const before = Number(await number.getAttribute('value'));
  await fill(page, form);
  await form.locator('button[type=submit]').click();
  await form.locator('[part=thanks]').waitFor();
  await page.locator(`sphere-petition sphere-counter data[value="${before + 1}"]`).waitFor();
  assert.deepEqual(messages, []);
});

test('every address that npm start prints leads somewhere', async () => {
  const addresses = new Set([...said.matchAll(/https?:\/\/[^\s"<>]+/g)].map(([address]) => address));
  for (const name of ['configure', 'petitions/safe-exit', 'v1/sphere-petition.js']) assert.ok([...addresses].some((address) => address.endsWith(`/${name}`)), name);
  for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);
});
