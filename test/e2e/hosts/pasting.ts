import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, afterEach, before} from 'node:test';
import type {Page} from 'playwright-core';
import {openPage, setStage, type Stage} from '../support.js';

/** A page that somebody pasted our snippets into, on a site of their own. */
export interface Pasted {
  readonly page: Page;
  /** What was asked of our server, by its path. */
  readonly asked: () => string[];
  readonly messages: readonly string[];
}

/** How the site sends its page. */
export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** What comes of the page once the browser has made something of the rest. */
  readonly rest?: string;
}

/** The stage with another site beside it, before the tests of a file; what a test opens is closed after it. */
export const setSite = (): {readonly stage: Stage; readonly paste: (html: string, sending?: Sending) => Promise<Pasted>} => {
  const stage = setStage();
  let sent: Sending & {readonly html: string} = {html: ''};
  const site = createServer((request, response) => {
    if (request.url !== '/') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...sent.headers});
    const {html, rest} = sent;
    response.write(html);
    if (rest === undefined) response.end();
    else setTimeout(() => { response.end(rest); }, 700);
  });
  const closing: (() => Promise<void>)[] = [];
  before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
  afterEach(async () => { for (const close of closing.splice(0)) await close(); });
  after(() => new Promise((resolve) => { site.close(resolve); }));

  return {
    stage,
    paste: async (html, sending = {}) => {
      sent = {html: `<!doctype html><html lang="fr"><title>A site</title>${html}`, ...sending};
      const {page, context, requests, messages} = await openPage(stage);
      closing.push(() => context.close());
      const address = site.address();
      assert.ok(typeof address === 'object' && address);
      await page.goto(`http://127.0.0.1:${address.port}/`);
      return {page, messages, asked: () => requests.filter((url) => url.startsWith(stage.url())).map((url) => new URL(url).pathname)};
    },
  };
};

/** Waits until this many forms can be filled in, and as many petitions and no more are there. */
export const shows = async (page: Page, petitions: number): Promise<void> => {
  await page.locator('sphere-petition-form button[type=submit]').nth(petitions - 1).waitFor();
  assert.equal(await page.locator('sphere-petition').count(), petitions);
  assert.equal(await page.locator('sphere-petition-form').count(), petitions);
};
