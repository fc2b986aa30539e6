import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before} from 'node:test';
import type {FrameLocator, Page} from 'playwright-core';
import {fill, openPage, setStage, type Stage} from '../support.js';

/** The stage, and another site beside it whose pages hold frames of ours. */
export interface Framing {
  readonly stage: Stage;
  /** Opens a page of the other site. `query` is what stands behind its address. */
  readonly open: (html: string, query?: string) => ReturnType<typeof openPage>;
  /** The address of a page of the other site that holds just this. */
  readonly other: (html: string) => string;
}

/** Sets both before the tests of a file. */
export const setFraming = (): Framing => {
  const stage = setStage();
  const pages = new Map<string, string>();
  const site = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://site');
    response.writeHead(pathname === '/favicon.ico' ? 204 : 200, {'Content-Type': 'text/html; charset=utf-8'}).end(pages.get(pathname));
  });
  before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
  after(() => new Promise((resolve) => {
    site.close(resolve);
    site.closeAllConnections();
  }));
  const other = (html: string): string => {
    const address = site.address();
    assert.ok(typeof address === 'object' && address);
    const path = `/${pages.size}`;
    pages.set(path, html);
    return `http://127.0.0.1:${address.port}${path}`;
  };
  return {
    stage,
    other,
    open: async (html, query = '') => {
      const opened = await openPage(stage);
      await opened.page.goto(other(html) + query);
      return opened;
    },
  };
};

/** Fills in the form of a frame and signs, by its button or by a key. */
export const signIn = async (page: Page, frame: FrameLocator, press?: string): Promise<void> => {
  const form = frame.locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  await fill(page, form);
  if (press === undefined) await form.locator('button[type=submit]').click();
  else await form.locator('[name=email]').press(press);
  await form.locator('[part=thanks]').waitFor();
};
