import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {chromium, type Browser} from 'playwright-core';
import {looksIn} from '../../scripts/build/demo-looks.js';
import {elements} from '../node/elements.js';
import {FLAGS} from './support.js';

const looks = looksIn(readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8'));
const known = elements();
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

describe('the looks of the guide to theming', () => {
  let browser: Browser | undefined;
  before(async () => { browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})}); });
  after(() => browser?.close());

  test('are three, each with a class of its own', () => {
    assert.equal(new Set(looks.map(({name}) => name)).size, 3);
  });

  for (const {title, name, css} of looks) {
    test(`${title} is about a dozen lines`, () => {
      assert.ok(css.trim().split('\n').length <= 14);
    });

    test(`${title} is understood by a browser, rule by rule and line by line`, async () => {
      const page = await browser?.newPage();
      const understood = await page?.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules].map((rule) => (rule instanceof CSSStyleRule ? {selector: rule.selectorText, declarations: rule.style.length} : undefined));
      }, css);
      const written = names(css, /^(\.[^{]+) \{/gm).map(([, selector]) => selector);
      assert.deepEqual(understood?.map((rule) => rule?.selector), written);
      const declared = names(css, /[{;]\s*([a-z-]+): ([^;}]+)/g);
      for (const [, property = '', value = ''] of declared.filter(([, each]) => !each?.startsWith('--'))) {
        assert.equal(await page?.evaluate(([left, right]) => CSS.supports(left, right), [property, value.trim()] as const), true, `${property}: ${value}`);
      }
      await page?.close();
    });

    test(`${title} names only what the elements have`, () => {
      for (const [, property] of names(css, /(--sphere-[a-z-]+)/g)) assert.ok([...known.values()].some(({cssProperties = []}) => cssProperties.some((each) => each.name === property)), property);
      for (const [, tag = '', part] of names(css, /(sphere-[a-z-]+)::part\(([a-z-]+)\)/g)) assert.ok(known.get(tag)?.cssParts?.some((each) => each.name === part), `${tag}::part(${part})`);
      for (const [selector] of names(css, /^\.\S+/gm)) assert.equal(selector, `.${name}`);
    });
  }
});
