import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Page} from 'playwright-core';
import {wordpressFile} from './files.js';
import {setFraming, signIn} from '../hosts/framing.js';
import {until} from '../support.js';

const {stage, open} = setFraming();
const SECRET = 'aB3dE5gH7j';

/** What WordPress makes of an answer that comes from no provider it knows: `wp_filter_oembed_result()` in wp-includes/embed.php, step by step. */
const filtered = (html: string): string => html
  .replace(/ (class|sandbox|security)="[^"]*"/g, '')
  .replace(/ src="([^"]*)"/, ` src="$1#?secret=${SECRET}" data-secret="${SECRET}"`)
  .replace('<blockquote', `<blockquote data-secret="${SECRET}"`)
  .replace('<iframe', '<iframe style="position: absolute; clip: rect(1px, 1px, 1px, 1px);"')
  .replace('<blockquote', '<blockquote class="wp-embedded-content"')
  .replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');

/** A post of somebody who pasted the petition's address. */
const post = async (search = '', script = `<script>${wordpressFile('wp-includes/js/wp-embed.min.js')}</script>`) => {
  const answer = await (await fetch(`${stage.url()}/oembed?${new URLSearchParams({url: `${stage.url()}/petitions/safe-exit${search}`, maxwidth: '640'}).toString()}`)).json() as {html: string};
  return open(`<!doctype html><html lang="fr"><title>A post</title>${filtered(answer.html)}${script}`);
};

/** Waits until WordPress has let the frame be seen, as tall as it lets any be. */
const isShown = async (page: Page): Promise<void> => {
  await page.locator('iframe:not([style])').waitFor();
  assert.equal(await page.locator('blockquote').isVisible(), false);
  const content = page.frameLocator('iframe').locator('html');
  await until(page, async () => await page.locator('iframe').getAttribute('height') === String(Math.min(1000, Math.ceil(await content.evaluate((root) => root.getBoundingClientRect().height)))), 'the frame has its height');
};

test('WordPress un-hides and sizes the frame, and it can be signed', async () => {
  const {page, context, messages} = await post('?lang=fr');
  await page.frameLocator('iframe').locator('button[type=submit]').waitFor();
  await isShown(page);
  await signIn(page, page.frameLocator('iframe'));
  await page.frameLocator('iframe').getByText('Merci. Vous avez signé.').waitFor();
  assert.deepEqual(messages, []);
  await context.close();
});

test('a frame that was there before WordPress’ script says its height again when it is asked', async () => {
  const {page, context} = await post('', '');
  await page.frameLocator('iframe').locator('button[type=submit]').waitFor();
  assert.equal(await page.locator('blockquote').isVisible(), true);
  await page.addScriptTag({content: wordpressFile('wp-includes/js/wp-embed.min.js')});
  await page.evaluate(() => dispatchEvent(new Event('load')));
  await isShown(page);
  await context.close();
});

test('shares lead from the sandbox through our own host to the service, with the petition’s words', async () => {
  const {page, context} = await post('?lang=fr');
  const asked: string[] = [];
  await page.route('https://wa.me/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({contentType: 'text/html', body: 'WhatsApp'});
  });
  await isShown(page);
  const frame = page.frameLocator('iframe');
  await signIn(page, frame);
  await frame.locator('sphere-share [part=more]').click();
  const ways = frame.locator('sphere-share [part=way]');
  assert.deepEqual(await ways.evaluateAll((all) => all.flatMap((way) => (way instanceof HTMLAnchorElement ? new URL(way.href).pathname + new URL(way.href).search : way.textContent))),
    ['/go/whatsapp/safe-exit?lang=fr', '/go/telegram/safe-exit?lang=fr', 'Signal', '/go/bluesky/safe-exit?lang=fr', '/go/facebook/safe-exit?lang=fr', '/go/email/safe-exit?lang=fr']);
  await ways.filter({hasText: 'WhatsApp'}).click();
  await page.waitForURL('https://wa.me/**');
  assert.match(new URL(asked[0] ?? '').searchParams.get('text') ?? '', /sphere_source=whatsapp$/);
  await context.close();
});

test('a link to another host stays inside the sandbox’s rules: WordPress is asked for none but ours', async () => {
  const {page, context} = await post();
  await isShown(page);
  await page.evaluate(() => {
    Object.assign(globalThis, {links: []});
    addEventListener('message', ({data}: MessageEvent<{message?: string}>) => { if (data.message === 'link') (globalThis as unknown as {links: unknown[]}).links.push(data); });
  });
  const ours = page.frames().find((frame) => frame.url().startsWith(stage.url()));
  await ours?.evaluate(() => new Promise((resolve) => {
    for (const href of ['https://evil.example/', 'javascript:void 0', 'mailto:ada@example.org', `//${location.host}.evil.example/`]) {
      const link = Object.assign(document.createElement('a'), {href, target: '_blank', textContent: 'x'});
      document.body.append(link);
      link.click();
      link.remove();
    }
    setTimeout(resolve);
  }));
  assert.deepEqual(await page.evaluate('links'), []);
  await context.close();
});
