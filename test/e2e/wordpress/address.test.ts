import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {openPage, setStage} from '../support.js';
import {setSite} from './site.js';
import {activate, configure, sign, telling} from './support.js';

describe('an author pastes the petition’s address, and nothing else', () => {
  const stage = setStage();
  const site = setSite();
  /** As the editor writes it, and as a classic post has it. */
  const forms = {
    'an embed block': (address: string) => `<!-- wp:embed {"url":"${address}","type":"rich"} -->\n<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n${address}\n</div></figure>\n<!-- /wp:embed -->`,
    'a classic post': (address: string) => `Read it.\n\n${address}\n\nThank you.`,
  };
  const src = () => `${stage.url()}/petitions/safe-exit`;

  describe('where nobody has a plugin', () => {
    for (const [form, wrap] of Object.entries(forms)) {
      test(`${form}: in WordPress’ sandbox it is shown, sized and signed`, async () => {
        const address = await site().post('author', wrap(`${src()}?lang=fr`));
        const {page, context, requests, messages} = await openPage(stage);
        await page.goto(address);
        const frame = page.locator('iframe.wp-embedded-content');
        await frame.scrollIntoViewIfNeeded();
        assert.equal(await frame.getAttribute('sandbox'), 'allow-scripts');
        // WordPress shows it, in place of the blockquote, as soon as it has said its height.
        await page.waitForFunction(() => !document.querySelector('iframe.wp-embedded-content')?.getAttribute('style')?.includes('clip'));
        assert.equal(await page.locator('blockquote.wp-embedded-content').isVisible(), false);
        const heights = await page.locator('iframe.wp-embedded-content').evaluate((element) => [element.clientHeight, Number(element.getAttribute('height'))]);
        assert.equal(heights[0], heights[1]);
        assert.ok((heights[0] ?? 0) >= 200 && (heights[0] ?? 0) <= 1000, `a height of ${String(heights[0])}`);
        await sign(page, page.frameLocator('iframe.wp-embedded-content'));
        assert.deepEqual(telling(requests), []);
        assert.deepEqual(messages.filter((text) => !text.includes('sandbox')), []);
        await context.close();
      });
    }

    test('who signed in the sandbox passes the petition on, by our own host, which is where WordPress lets a frame lead', async () => {
      const address = await site().post('author', forms['a classic post'](`${src()}?lang=fr`));
      const {page, context, requests} = await openPage(stage);
      await page.route('https://wa.me/**', (route) => route.fulfill({contentType: 'text/html', body: 'WhatsApp'}));
      await page.goto(address);
      await page.locator('iframe:not([style])').waitFor();
      const frame = page.frameLocator('iframe.wp-embedded-content');
      await sign(page, frame);
      await frame.locator('sphere-share [part=more]').click();
      await frame.locator('sphere-share [part=way]', {hasText: 'WhatsApp'}).click();
      await page.waitForURL('https://wa.me/**');
      assert.ok(requests.some((url) => url.startsWith(`${stage.url()}/go/whatsapp/safe-exit`)));
      await context.close();
    });

    test('readers without scripts have the link', async () => {
      const address = await site().post('author', forms['a classic post'](src()));
      const {page, context} = await openPage(stage, undefined, {javaScriptEnabled: false});
      await page.goto(address);
      assert.equal(await page.locator('blockquote a').getAttribute('href'), src());
      assert.equal(await page.locator('blockquote').isVisible(), true);
      await context.close();
    });
  });

  describe('where the plugin names the host', () => {
    before(async () => {
      await activate(site());
      await configure(site(), {hosts: [stage.url()]});
    });

    for (const [form, wrap] of Object.entries(forms)) {
      test(`${form}: it is trusted, out of the sandbox, sized and signed`, async () => {
        const address = await site().post('author', wrap(`${src()}?lang=fr`));
        const {page, context, requests, messages} = await openPage(stage);
        await page.goto(address);
        const frame = page.locator('iframe.sphere-petition');
        await frame.scrollIntoViewIfNeeded();
        assert.equal(await frame.getAttribute('sandbox'), null);
        assert.equal(await page.locator('blockquote, iframe.wp-embedded-content').count(), 0);
        await page.frameLocator('iframe.sphere-petition').locator('sphere-petition-form button[type=submit]').waitFor();
        // As high as what is in it: nothing of it needs a scroll bar.
        await page.waitForFunction(() => (document.querySelector<HTMLElement>('iframe.sphere-petition')?.style.height ?? '') !== '');
        await sign(page, page.frameLocator('iframe.sphere-petition'));
        assert.deepEqual(requests.filter((url) => url.endsWith('/resize.js')), [`${stage.url()}/v1/resize.js`]);
        assert.deepEqual(telling(requests), []);
        // Of a permission that this browser does not know.
        assert.deepEqual(messages.filter((text) => !text.includes('web-share')), []);
        await context.close();
      });
    }
  });
});
