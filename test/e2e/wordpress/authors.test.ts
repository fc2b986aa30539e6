import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {openPage, setStage} from '../support.js';
import {setSite} from './site.js';
import {MANY_LINES, MANY_LINES_DIV, pointingTo} from './snippets.js';
import {activate, configure, contentOf, sign, telling} from './support.js';

describe('a site that loads the script on every page', () => {
  const stage = setStage();
  const site = setSite();
  const div = (attributes = '') => `<div data-sphere-petition="${stage.url()}/petitions/safe-exit" data-lang="fr"${attributes}><a href="${stage.url()}/petitions/safe-exit">Signer</a></div>`;
  before(async () => {
    await activate(site());
    await configure(site(), {hosts: [stage.url()], everywhere: true});
  });

  test('loads it on pages where no petition is, and asks the petition’s host for nothing else', async () => {
    const address = await site().post('author', 'No petition.');
    const {page, context, requests} = await openPage(stage);
    await page.goto(address, {waitUntil: 'networkidle'});
    const ours = requests.filter((url) => url.startsWith(stage.url()));
    assert.equal(ours[0], `${stage.url()}/v1/sphere-petition.iife.js`);
    assert.deepEqual(ours.filter((url) => !url.includes('/v1/')), []);
    await context.close();
  });

  for (const [form, wrap] of Object.entries({'a Custom HTML block': (html: string) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`, 'a classic post': (html: string) => `Read it.\n\n${html}\n\nThank you.`})) {
    test(`an author, who may not post scripts, pastes the div into ${form}: it is kept, mounted and signed`, async () => {
      const address = await site().post('author', wrap(`${div()}<script>alert(1)</script>`));
      assert.equal(await contentOf(site(), address), wrap(`${div()}alert(1)`));
      const {page, context, requests, messages} = await openPage(stage);
      await page.goto(address);
      await sign(page);
      assert.equal(await page.locator('sphere-petition').getAttribute('lang'), 'fr');
      assert.deepEqual(telling(requests), []);
      assert.deepEqual(messages, []);
      await context.close();
    });
  }

  test('what an author may write into a div does not become a handler, a style or another address', async () => {
    const address = await site().post('author', `<!-- wp:html -->${div(' data-onclick="alert(1)" data-onfocusin="alert(1)" data-style="position:fixed" data-src="https://example.org" data-is="x" data-id="y"')}<!-- /wp:html -->`);
    assert.match(await contentOf(site(), address), /data-onclick/, 'kses keeps it, so the script must not');
    const {page, context} = await openPage(stage);
    await page.goto(address);
    await page.locator('sphere-petition-form button[type=submit]').waitFor();
    assert.deepEqual(await page.locator('sphere-petition').evaluate((element) => element.getAttributeNames().sort()), ['lang', 'src']);
    await context.close();
  });

  for (const [form, user, html] of [['element, by an administrator', 'admin', MANY_LINES], ['div, by an author', 'author', MANY_LINES_DIV]] as const) {
    test(`a snippet that somebody’s editor broke into many lines is signed: the ${form}`, async () => {
      const address = await site().post(user, `Read it.\n\n${pointingTo(html, stage.url())}`);
      const {page, context, messages} = await openPage(stage);
      await page.goto(address);
      await sign(page);
      assert.deepEqual(messages, []);
      await context.close();
    });
  }

  test('where not even an administrator may post scripts, as on a network of sites, the div is signed all the same', async () => {
    await site().call(['update_option', 'trial_without_scripts', 1]);
    try {
      const address = await site().post('admin', `<!-- wp:html -->${div()}<sphere-counter src="x">1</sphere-counter><!-- /wp:html -->`);
      assert.equal(await contentOf(site(), address), `<!-- wp:html -->${div()}1<!-- /wp:html -->`);
      const {page, context} = await openPage(stage);
      await page.goto(address);
      await sign(page);
      await context.close();
    } finally {
      await site().call(['delete_option', 'trial_without_scripts']);
    }
  });
});
