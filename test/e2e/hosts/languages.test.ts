import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pageOf, setHost, snippet} from './host.js';

const host = setHost();

/** The reader’s own language is German, so that it can be told from English. */
const READER = {locale: 'de-DE'};

for (const [tag, button, language, number] of [
  ['fr_FR', 'Signer la pétition', 'fr', '1\u202f234'],
  ['', 'Petition unterschreiben', 'de', '1.234'],
  ['zh-TW', 'Sign the petition', 'en', '1,234'],
  ['iw', 'Sign the petition', 'en', '1,234'],
] as const) {
  test(`<html lang="${tag}">: it speaks the language that is meant, else English, and says nothing in the console`, async () => {
    const {page, messages} = await host.visit(
      pageOf(`<sphere-counter src="/counted">many</sphere-counter>${snippet(host)}`, `lang="${tag}"`),
      {...READER, files: {'/counted/tally.json': {count: 1234, asOf: '2026-11-22T09:00:00Z'}}},
    );
    await page.getByRole('button', {name: button, exact: true}).waitFor();
    await page.locator('main > sphere-counter').getByText(number, {exact: true}).waitFor();
    assert.equal(await page.locator('sphere-petition-form').evaluate((form) => form.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')), language);
    assert.deepEqual(messages, []);
  });
}

test('two languages on one page: each petition speaks its own, also when the page changes its', async () => {
  const {page, messages} = await host.visit(pageOf(`${snippet(host)}<div lang="fr_FR">${snippet(host)}</div>`, 'lang="en"'));
  await page.getByRole('button', {name: 'Sign the petition', exact: true}).waitFor();
  await page.getByRole('button', {name: 'Signer la pétition', exact: true}).waitFor();
  await page.evaluate(() => { document.documentElement.lang = 'ru'; });
  await page.getByRole('button', {name: 'Подписать петицию', exact: true}).waitFor();
  assert.equal(await page.getByRole('button', {name: 'Signer la pétition', exact: true}).count(), 1);
  assert.deepEqual(messages, []);
});
