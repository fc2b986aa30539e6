import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {openPage, setStage} from '../support.js';
import {setSite} from './site.js';
import {activate, configure, logIn, sign, telling} from './support.js';

const WIDGETS = [
  {widget: 'petition', element: 'sphere-petition', shows: 'sphere-petition-form button[type=submit]'},
  {widget: 'counter', element: 'sphere-counter', shows: 'sphere-counter data'},
  {widget: 'events', element: 'sphere-event-list', shows: 'sphere-event-list li'},
] as const;

// One suite: its hooks wait for each other, which those of a file do not.
describe('the plugin', () => {
  const stage = setStage();
  const site = setSite();
  const src = () => `${stage.url()}/petitions/safe-exit`;
  before(async () => {
    await activate(site());
    await configure(site(), {hosts: [stage.url()]});
  });

  test('an administrator names the petition’s host on the settings page, and is told what is no host', async () => {
    const {page, context} = await openPage(stage);
    await logIn(page, site(), 'admin');
    await page.goto(`${site().url}/wp-admin/options-general.php?page=sphere-petition`);
    await page.getByLabel('Hosts of your petitions').fill(`${src()}?lang=fr\nhttp://petition.example.org`);
    await page.getByRole('button', {name: 'Save Changes'}).click();
    await page.getByText('Not kept, because only whole addresses that begin with https:// are: http://petition.example.org').waitFor();
    assert.equal(await page.getByLabel('Hosts of your petitions').inputValue(), stage.url());
    assert.deepEqual(await site().call(['get_option', 'sphere-petition']), [{hosts: [stage.url()], folder: '', everywhere: false}]);
    await context.close();
  });

  for (const {widget, element, shows} of WIDGETS) {
    for (const [form, content] of Object.entries({
      shortcode: () => `[sphere_${widget} src="${src()}" lang="fr" heading_level="3"]`,
      block: () => `<!-- wp:sphere-petition/widget {"widget":"${widget}","src":"${src()}","lang":"fr","heading-level":"3"} /-->`,
    })) {
      test(`the ${form} shows the ${widget}, from one script, in its language`, async () => {
        const address = await site().post('admin', content());
        const {page, context, requests, messages} = await openPage(stage);
        await page.goto(address);
        await page.locator(element).scrollIntoViewIfNeeded();
        await page.locator(shows).first().waitFor();
        assert.equal(await page.locator(element).first().getAttribute('lang'), 'fr');
        assert.equal(await page.locator(element).first().getAttribute('heading-level'), widget === 'counter' ? null : '3');
        assert.deepEqual(requests.filter((url) => url.endsWith('.iife.js')), [`${stage.url()}/v1/sphere-petition.iife.js`]);
        assert.deepEqual(requests.filter((url) => !url.startsWith(stage.url()) && !url.startsWith(site().url) && !url.startsWith('data:')), [], 'nobody else is asked');
        assert.deepEqual(messages, []);
        await context.close();
      });
    }
  }

  test('an author’s shortcode is signed, between others in a classic post, without a trace in WordPress', async () => {
    const address = await site().post('author', `Read it.\n\n[sphere_petition src="${src()}" journey="share"]Sign here[/sphere_petition]\n\n[sphere_counter src="${src()}"]\n\n[sphere_petition src="${src()}"]`);
    const {page, context, requests, messages} = await openPage(stage);
    await page.goto(address);
    await sign(page);
    await page.locator('sphere-share').first().waitFor();
    assert.equal(requests.filter((url) => url.endsWith('.iife.js')).length, 1);
    assert.deepEqual(telling(requests), []);
    assert.deepEqual(messages, []);
    await context.close();
  });

  test('a number stands inside a sentence', async () => {
    const address = await site().post('author', `Already [sphere_counter src="${src()}" appearance="inline"]thousands of[/sphere_counter] people have signed.`);
    const {page, context} = await openPage(stage);
    await page.goto(address);
    const number = page.locator('p:has-text("people have signed") sphere-counter data');
    await number.waitFor();
    await context.close();
  });

  test('readers without scripts have the link, in the author’s words', async () => {
    const address = await site().post('author', `[sphere_petition src="${src()}"]Sign <b>here</b>[/sphere_petition][sphere_events src="${src()}"]`);
    const {page, context} = await openPage(stage, undefined, {javaScriptEnabled: false});
    await page.goto(address);
    assert.equal(await page.getByRole('link', {name: 'Sign here'}).getAttribute('href'), src());
    assert.equal(await page.getByRole('link', {name: 'Events for the petition'}).getAttribute('href'), src());
    await context.close();
  });

  test('the block is found in the editor, shows its widget there, and is saved', async () => {
    const {page, context, messages} = await openPage(stage);
    await logIn(page, site(), 'author');
    await page.goto(`${site().url}/wp-admin/post-new.php`);
    await page.waitForFunction(() => 'wp' in globalThis && document.querySelector('.block-editor-writing-flow'));
    // The guide for newcomers lies over everything.
    await page.evaluate(() => { (globalThis as unknown as {wp: {data: {dispatch(store: string): {set(scope: string, name: string, value: boolean): void}}}}).wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false); });
    await page.getByRole('textbox', {name: 'Add title'}).fill('A block');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/sphere');
    await page.getByRole('option', {name: 'Sphere Petition'}).click();
    const block = page.locator('[data-type="sphere-petition/widget"]');
    await block.getByLabel('Address of the petition').pressSequentially(src());
    await block.getByRole('button', {name: 'Show'}).click();
    await block.locator('sphere-petition-form button[type=submit]').waitFor();
    const content = await page.evaluate(() => (globalThis as unknown as {wp: {data: {select(store: string): {getEditedPostContent(): string}}}}).wp.data.select('core/editor').getEditedPostContent());
    assert.equal(content, `<!-- wp:sphere-petition/widget {"src":"${src()}"} /-->`);
    assert.deepEqual(messages.filter((text) => /sphere/i.test(text)), []);
    await context.close();
  });
});
