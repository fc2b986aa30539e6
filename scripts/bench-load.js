// @ts-check
// npm run bench:load: what a page gains in weight with the widgets on it, as a reader on a slow telephone meets it: layout that shifts, tasks that
// block, the time until there is something to read. Beside the same page without them, in every run, so that all meet the same machine.
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {env} from 'node:process';
import {chromium} from 'playwright-core';
import {findBrowsers} from './browsers.js';
import {build} from './build.js';
import {at} from './lib/paths.js';

const RUNS = Number(env['RUNS'] ?? 7);
const SLOWDOWN = 4;
/** A telephone on a good mobile network, in milliseconds and bytes a second. */
const NETWORK = {offline: false, latency: 60, downloadThroughput: 1_000_000, uploadThroughput: 250_000};

await build(['live']);
const {importCampaign, startServer} = await import('sphere-petition-server');
const folder = mkdtempSync(join(tmpdir(), 'sphere-petition-load-'));
const data = join(folder, 'petition.db');
await importCampaign(data, JSON.parse(readFileSync(at('site/campaign.json'), 'utf8')));
const server = await startServer({data, port: 0});
const src = `${server.url}/petitions/safe-exit`;

/** @param {string} tag */
const element = (tag) => `<${tag} src="${src}"><a href="${src}">Signer</a></${tag}>`;
/** @param {string} attributes @param {string} name */
const script = (attributes, name) => `<script ${attributes} src="${server.url}/v1/${name}.js"></script>`;
const style = `<link rel="stylesheet" href="${server.url}/v1/sphere-petition.css">`;
const FORM = 'sphere-petition sphere-petition-form button[type=submit]';
const NUMBER = 'sphere-counter data';

/** @type {Record<string, {html: string, ready?: string}>} */
const pages = {
  'no widget': {html: ''},
  'counter.js': {html: style + script('type="module"', 'counter') + element('sphere-counter'), ready: NUMBER},
  'petition, module': {html: style + script('type="module"', 'sphere-petition') + element('sphere-petition'), ready: FORM},
  'petition, module, no style sheet': {html: script('type="module"', 'sphere-petition') + element('sphere-petition'), ready: FORM},
  'petition, classic and mounted': {html: `${style}${script('async', 'sphere-petition.iife')}<div data-sphere-petition="${src}"><a href="${src}">Signer</a></div>`, ready: FORM},
  'petition, bundle': {html: style + script('async', 'sphere-petition.bundle') + element('sphere-petition'), ready: FORM},
};

/** Runs in the page, before anything else. @param {string | undefined} ready Elements, each in the shadow root of the one before. */
const watch = (ready) => {
  /** @type {{shifts: number[], tasks: number[], ready?: number}} */
  const seen = {shifts: [], tasks: []};
  Object.assign(window, {seen});
  // The types of the DOM do not know what a shift is worth.
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.shifts.push(Reflect.get(entry, 'value')); }).observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.tasks.push(entry.duration); }).observe({type: 'longtask', buffered: true});
  if (ready === undefined) return;
  const look = () => {
    /** @type {Element | null | undefined} */
    let found;
    for (const step of ready.split(' ')) found = (found ? found.shadowRoot : document)?.querySelector(step.replace(/\[.*/, ''));
    if (found) seen.ready = performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

let html = '';
const site = createServer((_request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(html);
});
await new Promise((resolve) => { site.listen(0, '127.0.0.1', () => resolve(undefined)); });
const address = site.address();
const port = typeof address === 'object' && address ? address.port : 0;

const executablePath = findBrowsers().chromium;
const browser = await chromium.launch({args: ['--no-sandbox', '--disable-gpu'], ...(executablePath && {executablePath})});

/** @param {string} name */
const load = async (name) => {
  const {html: content = '', ready} = pages[name] ?? {};
  html = `<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><title>A page</title><link rel="icon" href="data:,"><style>body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }</style>
<h1>A page</h1><p>${'Before. '.repeat(30)}</p>${content}<p>${'After. '.repeat(200)}</p>`;
  const context = await browser.newContext({viewport: {width: 412, height: 915}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {rate: SLOWDOWN});
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await page.addInitScript(watch, ready);
  await page.goto(`http://127.0.0.1:${port}/`);
  if (ready) await page.waitForFunction(() => Reflect.get(window, 'seen').ready !== undefined);
  await page.waitForLoadState('networkidle');
  const {shifts, tasks, ready: at = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0)} = await page.evaluate(() => Reflect.get(window, 'seen'));
  await context.close();
  return {shift: shifts.reduce((/** @type {number} */ sum, /** @type {number} */ each) => sum + each, 0), long: tasks.length, longest: Math.max(0, ...tasks), ready: at};
};

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** @type {Record<string, Awaited<ReturnType<typeof load>>[]>} */
const figures = {};
try {
  for (let run = 0; run <= RUNS; run += 1) {
    for (const name of Object.keys(pages)) {
      const figure = await load(name);
      // The first run warms up.
      if (run > 0) (figures[name] ??= []).push(figure);
    }
  }
} finally {
  await browser.close();
  site.close();
  await server.close();
  rmSync(folder, {recursive: true, force: true});
}

console.log(`Medians of ${RUNS} runs, processor slowed ${SLOWDOWN} times, ${NETWORK.latency} ms and ${NETWORK.downloadThroughput / 1_000_000} MB/s, 412 × 915.\n`);
console.log('| page | layout shift | long tasks | longest task, ms | can be read after, ms |\n| --- | ---: | ---: | ---: | ---: |');
for (const [name, runs] of Object.entries(figures)) {
  const of = (/** @type {'shift' | 'long' | 'longest' | 'ready'} */ what) => median(runs.map((run) => run[what]));
  console.log(`| ${name} | ${of('shift').toFixed(3)} | ${of('long')} | ${of('longest').toFixed(0)} | ${of('ready').toFixed(0)} |`);
}
