import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser, type BrowserContext, type Locator, type Page} from 'playwright-core';
import {importCampaign, startServer, type RunningServer} from 'sphere-petition-server';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** As root, and without a graphics card; and a browser that calls nobody by itself. */
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** What the tests of a file share: a browser, and the petition of the demo in a data file of its own. */
export interface Stage {
  readonly browser: () => Browser;
  readonly data: () => string;
  readonly url: () => string;
  /** Stops the server and starts it again on the same data and the same port. */
  readonly restart: () => Promise<void>;
}

/** Sets the stage before the tests of a file, and clears it after them. */
export const setStage = (): Stage => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let folder = '';
  const data = () => join(folder, 'petition.db');
  const start = async (port: number) => { server = await startServer({data: data(), port, site: join(root, 'site/live'), tallyInterval: 1}); };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sphere-petition-'));
    await importCampaign(data(), JSON.parse(await readFile(join(root, 'site/campaign.json'), 'utf8')));
    await start(0);
    browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, {recursive: true, force: true});
  });

  const known = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The stage is set before the first test.');
    return value;
  };
  return {
    browser: () => known(browser),
    data,
    url: () => known(server).url,
    restart: async () => {
      const {port} = new URL(known(server).url);
      await known(server).close();
      await start(Number(port));
    },
  };
};

/** A page of the stage, or an empty one, that notes what the privacy rules forbid: requests, messages, and violations of a content security policy. */
export const openPage = async (stage: Stage, path?: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<{page: Page; context: BrowserContext; requests: string[]; messages: string[]}> => {
  const context = await stage.browser().newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const requests: string[] = [];
  const messages: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  if (path !== undefined) await page.goto(stage.url() + path);
  return {page, context, requests, messages};
};

/** Somebody to sign, whom the tests know again wherever the name should not be. */
export const CANARY = {givenName: 'Kanarina', familyName: 'Zeisig', email: 'kanarina.zeisig@example.org', country: 'FR'};

/** Fills the form with the mouse and the keyboard of a test, without pressing the button. */
export const fill = async (page: Page, form = page.locator('sphere-petition-form').first()): Promise<void> => {
  await form.locator('[name=givenName]').fill(CANARY.givenName);
  await form.locator('[name=familyName]').fill(CANARY.familyName);
  await form.locator('[name=email]').fill(CANARY.email);
  await form.locator('[name=country]').selectOption(CANARY.country);
  await form.locator('#consent-signature').check();
};

/** Asks again and again until the answer is yes. */
export const until = async (page: Page, ask: () => Promise<boolean>, what: string): Promise<void> => {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if (await ask()) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`It did not come to be that ${what}.`);
};

/** Waits for the number of a counter, and keeps the counter in sight until then: a number that nobody sees is not asked for, and what comes late above it pushes it away. */
export const seeNumber = async (counter: Locator): Promise<void> => {
  await until(counter.page(), async () => {
    await counter.scrollIntoViewIfNeeded();
    return counter.locator('data').isVisible();
  }, 'the counter shows a number');
};
