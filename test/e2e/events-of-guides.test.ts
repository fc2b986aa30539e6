import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser} from 'playwright-core';
import {serveFolder, type FolderServer} from './folder-server.js';
import {FLAGS} from './support.js';

let browser: Browser;
let folder = '';
let host: FolderServer;

/** The first snippet of a guide in a language, for the host of this test. */
const snippet = async (name: string, language: string): Promise<string> => {
  const guide = await readFile(new URL(`../../docs/adapters/${name}.md`, import.meta.url), 'utf8');
  return (new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(guide)?.[1] ?? '').replaceAll('https://ngo.example', host.url);
};
const page = (body: string) => `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><script type="module" src="v1/sphere-petition.js"></script>${body}</html>`;
const CALENDAR = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Vigil', 'DTSTART:21990301T180000', 'LOCATION:Place Bellecour', 'URL:https://ngo.example/events/vigil', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphere-events-'));
  await cp(fileURLToPath(new URL('../../cdn/', import.meta.url)), join(folder, 'v1'), {recursive: true});
  host = await serveFolder(folder);
  await writeFile(join(folder, 'events.ics'), CALENDAR);
  await writeFile(join(folder, 'ical.html'), page(await snippet('ical', 'html')));
  await writeFile(join(folder, 'json-ld.html'), page(`<script type="application/ld+json">${(await snippet('json-ld', 'json')).replace('2027-', '2199-')}</script>${await snippet('json-ld', 'html')}`));
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser.close();
  await host.close();
  await rm(folder, {recursive: true, force: true});
});

for (const [guide, where] of [['ical', 'Place Bellecour'], ['json-ld', 'Lyon']] as const) {
  test(`the snippet of the guide to ${guide} shows an event, and leads to its page`, async () => {
    const opened = await (await browser.newContext({locale: 'en', timezoneId: 'Asia/Tokyo'})).newPage();
    const messages: string[] = [];
    opened.on('console', (message) => messages.push(message.text()));
    opened.on('pageerror', (error) => messages.push(String(error)));
    await opened.goto(`${host.url}/${guide}.html`);
    const list = opened.locator('sphere-event-list');
    await list.getByText('Vigil').first().waitFor();
    await list.getByText(where).first().waitFor();
    // As its poster says it, wherever the reader is.
    await list.getByText('6:00').first().waitFor();
    assert.match(await list.getByRole('link', {name: 'Join on its own page'}).getAttribute('href') ?? '', /\/events\/vigil$/);
    assert.deepEqual(messages, []);
    await opened.context().close();
  });
}
