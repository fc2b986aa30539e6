import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {seeNumber} from '../support.js';
import {setSite, shows} from './pasting.js';

const {stage, paste} = setSite();

const address = () => `${stage.url()}/petitions/safe-exit`;
const link = () => `<a href="${address()}">Signer</a>`;
const modul = (name = 'sphere-petition') => `<script type="module" src="${stage.url()}/v1/${name}.js"></script>`;
const classic = (attributes = 'async', name = 'sphere-petition.iife') => `<script ${attributes} src="${stage.url()}/v1/${name}.js"></script>`;
const element = (attributes = '') => `<sphere-petition src="${address()}" ${attributes}>${link()}</sphere-petition>`;
const place = (attributes = '', kind = 'petition') => `<div data-sphere-${kind}="${address()}" ${attributes}>${link()}</div>`;

const hashes = async (): Promise<Record<string, string>> => JSON.parse(await readFile(new URL('../../../cdn/integrity.json', import.meta.url), 'utf8')) as Record<string, string>;
const pinned = async () => classic(`async crossorigin integrity="${(await hashes())['sphere-petition.bundle.js'] ?? ''}"`, 'sphere-petition.bundle');

test('the snippet pasted three times is three petitions', async () => {
  const {page, messages} = await paste((modul() + element()).repeat(3));
  await shows(page, 3);
  assert.deepEqual(messages, []);
});

test('the place and its classic script pasted three times are three petitions', async () => {
  const {page, messages} = await paste((place() + classic()).repeat(3));
  await shows(page, 3);
  assert.deepEqual(messages, []);
});

test('classic and module script together share one copy of everything', async () => {
  const {page, messages, asked} = await paste(classic() + modul() + place() + element());
  await shows(page, 2);
  const scripts = asked().filter((path) => path.startsWith('/v1/') && path.endsWith('.js'));
  assert.deepEqual(scripts.filter((path, index) => scripts.indexOf(path) !== index), []);
  assert.deepEqual(messages, []);
});

test('all scripts together, the bundle among them, put one widget in each place', async () => {
  const {page, messages} = await paste(classic() + await pinned() + modul() + modul('counter') + modul('event-list') + place() + element() + `<sphere-counter src="${address()}">12</sphere-counter>`);
  await shows(page, 2);
  await seeNumber(page.locator('body > sphere-counter'));
  assert.deepEqual(messages, []);
});

test('snippets inserted by innerHTML, after the script, are seen', async () => {
  const {page, messages} = await paste(`${classic()}<sphere-counter src="${address()}"></sphere-counter><main></main>`);
  // Then both scripts have looked around, and found nothing else.
  await page.locator('sphere-counter data').waitFor();
  await page.evaluate((html) => { for (const main of document.querySelectorAll('main')) main.innerHTML = html; }, modul() + element() + place());
  await shows(page, 2);
  assert.deepEqual(messages, []);
});

test('a multi-line snippet survives wpautop', async () => {
  // What WordPress 6.1's wpautop() makes of it.
  const {page, messages} = await paste(`<p>Before</p>
<p>${classic()}<br />
<sphere-petition
  src="${address()}"
  lang="fr"><br />
  ${link()}<br />
</sphere-petition></p>
<p>Between</p>
<div data-sphere-petition="${address()}" data-lang="fr">
  ${link()}
</div>
<div data-sphere-counter="${address()}">
<p>12 345</p>
</div>
<p>After</p>`);
  await shows(page, 2);
  await seeNumber(page.locator('body > div > sphere-counter'));
  assert.deepEqual(await page.locator('body > p').allInnerTexts().then((texts) => texts.map((text) => text.trim()).filter((text) => text !== '' && text.length < 10)), ['Before', 'Between', 'After']);
  assert.deepEqual(messages, []);
});

for (const [name, script] of [['module', modul], ['classic script', classic]] as const) {
  test(`the ${name} may come before the elements and after them`, async () => {
    for (const html of [script() + element(), element() + script()]) {
      const {page, messages} = await paste(html);
      await shows(page, 1);
      assert.deepEqual(messages, []);
    }
  });
}

test('a place becomes a petition, a counter or events, with its options', async () => {
  const {page, messages} = await paste(classic() + place('data-lang="en" data-accent="#00566b" data-theme="dark" data-min-count="0" data-source="blog"') + place('data-appearance="inline"', 'counter') + place('data-accent="b00" data-theme="auto"', 'events'));
  const petition = page.locator('body > div > sphere-petition');
  await page.getByRole('button', {name: 'Sign the petition'}).waitFor();
  await seeNumber(page.locator('body > div > sphere-counter'));
  await page.locator('div > sphere-event-list [part=event]').first().waitFor();
  const attributes = (tag: string) => page.locator(`body > div > ${tag}`).evaluate((widget) => Object.fromEntries([...widget.attributes].filter(({name}) => name !== 'style').map(({name, value}) => [name, value])));
  assert.deepEqual(await attributes('sphere-petition'), {'src': address(), 'lang': 'en', 'min-count': '0', 'source': 'blog'});
  assert.deepEqual(await attributes('sphere-counter'), {src: address(), appearance: 'inline'});
  assert.deepEqual(await attributes('sphere-event-list'), {src: address()});
  const look = (widget: Element) => [getComputedStyle(widget).colorScheme, getComputedStyle(widget).getPropertyValue('--sphere-accent')];
  assert.deepEqual(await petition.evaluate(look), ['dark', '#00566b']);
  assert.deepEqual(await page.locator('body > div > sphere-event-list').evaluate(look), ['light dark', '#b00']);
  assert.deepEqual(messages, []);
});

test('a place takes no option that is a script, nor a colour that is none', async () => {
  const {page, messages} = await paste(classic() + place('data-onclick="document.title=1" data-style="color:red" data-src="https://example.org" data-accent="url(x)" data-is="x" data-id="y"'));
  await shows(page, 1);
  assert.deepEqual(await page.locator('sphere-petition').evaluate((widget) => widget.getAttributeNames()), ['src']);
  assert.equal(await page.locator('sphere-petition').getAttribute('src'), address());
  assert.deepEqual(messages, []);
});

test('a place that is not wholly here yet keeps its link as the fallback', async () => {
  const {page, messages} = await paste(`${classic('')}<div data-sphere-petition="${address()}"> `, {rest: `${link()}</div><p>After</p>`});
  await shows(page, 1);
  // A locator would look into the widget too, where links may stand.
  assert.deepEqual(await page.evaluate(() => ['div > a', 'sphere-petition > a'].map((selector) => document.querySelectorAll(selector).length)), [0, 1]);
  assert.deepEqual(messages, []);
});

test('a widget that the page takes out of its place does not come back', async () => {
  const {page, messages} = await paste(classic() + place());
  await shows(page, 1);
  await page.evaluate(() => { for (const widget of document.querySelectorAll('sphere-petition')) widget.remove(); });
  await page.evaluate((html) => { document.body.append(document.createRange().createContextualFragment(html)); }, place('', 'counter'));
  await page.locator('sphere-counter data').waitFor();
  assert.equal(await page.locator('sphere-petition').count(), 0);
  assert.deepEqual(messages, []);
});

test('what a page builder kept of a place, widget and all, stays one widget', async () => {
  const {page, messages} = await paste(`${classic()}<main>${place()}</main>`);
  await shows(page, 1);
  await page.evaluate(() => { for (const main of document.querySelectorAll('main')) main.replaceChildren(...[...main.children].map((child) => child.cloneNode(true))); });
  await shows(page, 1);
  assert.deepEqual(messages, []);
});

test('a script tag that carries the mark shows its petition behind itself', async () => {
  const {page, messages} = await paste(`<p>Before</p>${classic(`async data-sphere-petition="${address()}" data-lang="en" data-theme="dark"`)}<p>After</p>`);
  await shows(page, 1);
  assert.equal(await page.locator('p + script + sphere-petition[lang=en] + p').count(), 1);
  assert.deepEqual(messages, []);
});

test('in the head it shows nothing, and says so', async () => {
  const {page, messages} = await paste(`${classic(`data-sphere-petition="${address()}"`)}</head><body>${place()}`);
  await shows(page, 1);
  assert.deepEqual(messages, ['sphere-petition: a script in <head> has no place to show a petition at. Move it to where the petition goes.']);
});

test('SpherePetition.defineAdapter works before the elements open and after', async () => {
  const define = (name: string, count: number) => `<script>SpherePetition.defineAdapter('${name}', () => ({name: '${name}', getTally: async () => ({count: ${count}, asOf: '2030-01-01T00:00:00Z'})}))</script>`;
  const counter = (name: string) => `<sphere-counter src="${address()}" adapter="${name}"></sphere-counter>`;
  const {page, messages} = await paste(classic('') + define('before', 21) + counter('before') + counter('after'));
  await page.locator('sphere-counter data[value="21"]').waitFor();
  await page.addScriptTag({content: define('after', 42).replace(/<\/?script>/g, '')});
  await page.locator('sphere-counter data[value="42"]').waitFor();
  assert.deepEqual(messages, []);
});

test('SpherePetition.defineLocale adds a language, in the module and in the bundle', async () => {
  for (const script of [classic(''), classic('', 'sphere-petition.bundle')]) {
    const {page, messages} = await paste(`${script}<script>SpherePetition.defineLocale('nl', () => ({templates: {'form.sign': 'Teken de petitie'}}))</script>${place('data-lang="nl"')}`);
    await page.getByRole('button', {name: 'Teken de petitie'}).waitFor();
    assert.deepEqual(messages, []);
  }
});

test('the bundle, pinned by its hash, speaks French and asks for nothing but its words', async () => {
  const {page, messages, asked} = await paste(await pinned() + element());
  await shows(page, 1);
  await page.getByRole('button', {name: 'Signer la pétition'}).waitFor();
  assert.deepEqual(asked().filter((path) => path.startsWith('/v1/')).map((path) => path.replace(/-[\w-]{6}\.json$/, '.json')), ['/v1/sphere-petition.bundle.js', '/v1/languages/fr.json']);
  assert.deepEqual(messages, []);
});

test('site builders that load a classic script as a module get the same, in the page’s language', async () => {
  for (const name of ['sphere-petition.iife', 'sphere-petition.bundle']) {
    const {page, messages} = await paste(modul(name) + element());
    await shows(page, 1);
    await page.getByRole('button', {name: 'Signer la pétition'}).waitFor();
    assert.deepEqual(messages, []);
  }
});

test('words that are not those of the bundle are not spoken', async () => {
  const {page} = await paste('<main></main>');
  await page.route('**/v1/languages/fr-*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: (await response.text()).replace('Signer la pétition', 'Autre chose')});
  });
  await page.reload();
  await page.evaluate((html) => { document.body.append(document.createRange().createContextualFragment(html)); }, await pinned() + element());
  await page.getByRole('button', {name: 'Sign the petition'}).waitFor();
});

test('the bundle runs where a policy names its hash alone, without strict-dynamic', async () => {
  const hash = (await hashes())['sphere-petition.bundle.js'] ?? '';
  const {page, messages} = await paste(await pinned() + element(), {headers: {'Content-Security-Policy': `default-src 'none'; script-src '${hash}'; connect-src ${stage.url()}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`}});
  await shows(page, 1);
  await page.getByRole('button', {name: 'Signer la pétition'}).waitFor();
  assert.deepEqual(messages, []);
});

test('the classic script runs under a strict policy that names our host', async () => {
  const {page, messages} = await paste(classic() + place('data-accent="#00566b" data-theme="dark"'), {headers: {'Content-Security-Policy': `default-src 'none'; script-src ${stage.url()}; connect-src ${stage.url()}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`}});
  await shows(page, 1);
  assert.deepEqual(messages, []);
});

test('a bundle that is not the one that was pinned leaves the link', async () => {
  const {page} = await paste((await pinned()).replace(/sha384-..../, 'sha384-AAAA') + element());
  await page.waitForLoadState('networkidle');
  assert.equal(await page.getByRole('link', {name: 'Signer'}).isVisible(), true);
  assert.equal(await page.locator('sphere-petition').evaluate((widget) => widget.matches(':defined')), false);
});

test('a page with a counter alone loads neither form nor template engine', async () => {
  const {page, messages, asked} = await paste(modul() + `<sphere-counter src="${address()}">12</sphere-counter>`);
  await page.locator('sphere-counter data').waitFor();
  const files = asked().map((path) => path.replace(/^.*\/|-[\w-]{6}(?=\.js$)/g, ''));
  assert.deepEqual(files.sort(), ['counter.js', 'fr.js', 'sphere-petition.js', 'tally.json']);
  assert.deepEqual(messages, []);
});

test('a page with a letter alone loads no form', async () => {
  const {page, asked} = await paste(modul() + `<sphere-letter src="${address()}"></sphere-letter>`);
  await page.locator('sphere-letter [role=heading]').first().waitFor();
  assert.deepEqual(asked().filter((path) => /\/(petition|late)-/.test(path)), []);
});
