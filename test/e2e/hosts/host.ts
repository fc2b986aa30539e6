import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, afterEach, before} from 'node:test';
import type {Browser, FrameLocator, Locator, Page} from 'playwright-core';
import {fill, openPage, setStage, type Stage} from '../support.js';

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** How the owner of another site serves a page, and how a reader's browser is set. */
export interface Visit extends ContextOptions {
  /** What the site sends with the page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What else is on the site: JSON documents by their path. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** What happens to the browser's page before it goes anywhere. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page of another site, as a reader sees it. */
export interface Visited {
  readonly page: Page;
  /** Every address that was asked for, in their order. */
  readonly requests: readonly string[];
  /** All that the console says: errors and violations of policies are among it. */
  readonly messages: readonly string[];
}

/** The stage with another site, on another origin, whose owner never heard of us. */
export interface Host {
  readonly stage: Stage;
  /** The other site, without a slash at the end. */
  readonly url: () => string;
  readonly visit: (html: string, options?: Visit) => Promise<Visited>;
}

/** Sets the stage and another site beside it, before the tests of a file. What a test visits is closed when it ends. */
export const setHost = (): Host => {
  const stage = setStage();
  let html = '';
  let headers: Readonly<Record<string, string>> = {};
  let files: Readonly<Record<string, unknown>> = {};
  const site = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/') response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...headers}).end(html);
    else if (Object.hasOwn(files, pathname)) response.writeHead(200, {'Content-Type': 'application/json'}).end(JSON.stringify(files[pathname]));
    // No site has an icon here, and no browser need complain of it.
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  const closing: (() => Promise<void>)[] = [];

  before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
  afterEach(async () => { for (const close of closing.splice(0)) await close(); });
  after(() => new Promise((resolve) => { site.close(resolve); }));

  const url = (): string => {
    const address = site.address();
    assert.ok(typeof address === 'object' && address);
    return `http://127.0.0.1:${address.port}`;
  };
  return {
    stage,
    url,
    visit: async (content, {headers: sent = {}, files: kept = {}, prepare, ...options} = {}) => {
      [html, headers, files] = [content, sent, kept];
      const {page, context, requests, messages} = await openPage(stage, undefined, options);
      closing.push(() => context.close());
      await prepare?.(page);
      await page.goto(`${url()}/`);
      return {page, requests, messages};
    },
  };
};

/** The script, as the guide has it. */
export const script = ({stage}: Host, name = 'sphere-petition'): string => `<script type="module" src="${stage.url()}/v1/${name}.js"></script>`;

/** An element about the petition of the stage, with a link for those who see no widget. */
export const element = ({stage}: Host, tag: string, attributes = ''): string =>
  `<${tag} src="${stage.url()}/petitions/safe-exit" ${attributes}><a href="${stage.url()}/petitions/safe-exit">Signer</a></${tag}>`;

/** What a webmaster pastes. */
export const snippet = (host: Host, attributes = ''): string => script(host) + element(host, 'sphere-petition', attributes);

/** A script of the page's own, by its name in `patches/`: it runs before ours. */
export const patch = (name: string): string => `<script>${readFileSync(new URL(`patches/${name}.js`, import.meta.url), 'utf8')}</script>`;

/** A whole page. */
export const pageOf = (content: string, attributes = 'lang="fr"', head = ''): string => `<!doctype html><html ${attributes}><head><meta name="viewport" content="width=device-width"><title>A page</title>${head}</head><body><main><h1>A site</h1>${content}</main></body></html>`;

/** The first form in a page or a frame, once it can be filled in. */
export const formIn = async (within: Page | FrameLocator): Promise<Locator> => {
  const form = within.locator('sphere-petition-form').first();
  await form.locator('button[type=submit]').waitFor();
  return form;
};

/** Fills in the form and signs, by its button or by a key. */
export const sign = async (page: Page, {within = page, press}: {readonly within?: Page | FrameLocator; readonly press?: string} = {}): Promise<void> => {
  const form = await formIn(within);
  await fill(page, form);
  if (press === undefined) await form.locator('button[type=submit]').click();
  else await form.locator('[name=email]').press(press);
  await form.locator('[part=thanks]').waitFor();
};

/** That the author's link is there to be seen, and nothing else of ours. */
export const leavesTheLink = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  const link = page.locator('sphere-petition').getByRole('link', {name: 'Signer'});
  assert.equal(await link.isVisible(), true);
  assert.equal(await page.locator('sphere-petition-form').count(), 0);
};
