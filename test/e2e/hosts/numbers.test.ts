import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pageOf, script, setHost} from './host.js';

const host = setHost();

/** As CLDR's plural rules have them, and each language its nouns; written by hand, so that no rule of ours confirms itself. */
const SAID = {
  fr: {0: '0 signature', 1: '1 signature', 21: '21 signatures', 1000000: '1 000 000 de signatures'},
  ru: {0: '0 подписей', 1: '1 подпись', 21: '21 подпись', 1000000: '1 000 000 подписей'},
  ar: {0: '0 توقيع', 1: '1 توقيع', 21: '21 توقيعًا', 1000000: '1,000,000 توقيع'},
} as const;

for (const [language, sentences] of Object.entries(SAID)) {
  test(`count 0, 1, 21, 1 000 000: the right words in ${language}, from either script`, async () => {
    const counts = Object.keys(sentences);
    const counters = counts.map((count) => `<p><sphere-counter src="/counted/${count}">many</sphere-counter></p>`).join('');
    for (const name of ['counter', 'sphere-petition']) {
      const {page, messages} = await host.visit(pageOf(script(host, name) + counters, `lang="${language}"`), {
        files: Object.fromEntries(counts.map((count) => [`/counted/${count}/tally.json`, {count: Number(count), asOf: '2026-11-22T09:00:00Z'}])),
      });
      await page.waitForFunction((wanted) => [...document.querySelectorAll('sphere-counter')].filter((counter) => counter.shadowRoot?.querySelector('data')).length === wanted, counts.length);
      const said = await page.locator('sphere-counter').evaluateAll((all) => all.map((counter) => ['data', '[part=label]'].map((part) => counter.shadowRoot?.querySelector(part)?.textContent.trim().replace(/\s/g, ' ')).join(' ')));
      assert.deepEqual(said, Object.values(sentences));
      assert.deepEqual(messages, []);
    }
  });
}
