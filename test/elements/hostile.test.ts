import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import {all, words} from './support.js';

// The element's classes of this page are others than those in the frame: nothing here asks what something is an instance of.
const POLICY = "style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const frameWith = async (attributes: string, policy: string) => {
  const frame = await fixture<HTMLIFrameElement>(`<iframe ${attributes} width="600" height="900"></iframe>`);
  const meta = policy === '' ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  frame.srcdoc = `<!doctype html><html lang="en"><head>${meta}<title>A page</title></head><body><script type="module" src="${new URL('hostile-page.ts', import.meta.url).href}"></script></body></html>`;
  const inside = await eventually(() => frame.contentDocument?.querySelector('sphere-petition'), 'The page has no petition.');
  await eventually(() => all<HTMLOptionElement>(inside, 'option[value=FR]').length > 0, 'The form does not come.');
  return {inside, forbidden: (): unknown => frame.contentWindow && Reflect.get(frame.contentWindow, 'forbidden')};
};

const fill = (inside: Element) => {
  for (const [name, value] of [['givenName', 'Ada'], ['familyName', 'Exemple'], ['email', 'ada@example.org'], ['country', 'FR']] as const) {
    for (const control of all<HTMLInputElement>(inside, `[name=${name}]`)) control.value = value;
  }
  all(inside, '#consent-signature')[0]?.click();
};
const expectSigned = (inside: Element) => eventually(() => words(inside).includes('Thank you. You have signed.') && words(inside).includes('42 signatures'), `It is not signed: ${words(inside)}`);

describe('on a page that trusts nobody', () => {
  it('the form signs, and the counter counts, under a strict policy for styles and scripts', async () => {
    const {inside, forbidden} = await frameWith('', POLICY);
    fill(inside);
    all(inside, '[part=button]')[0]?.click();
    await expectSigned(inside);
    const [panel, progress] = [all(inside, '[part=panel]')[0], all(inside, '[part=progress]')[0]];
    expect(panel && getComputedStyle(panel).display).to.equal('grid');
    expect(progress && getComputedStyle(progress).appearance).to.equal('none');
    expect(forbidden()).to.deep.equal([]);
  });

  it('the form signs where forms may not be submitted, by a click', async () => {
    const {inside, forbidden} = await frameWith('sandbox="allow-scripts allow-same-origin"', '');
    fill(inside);
    all(inside, '[part=button]')[0]?.click();
    await expectSigned(inside);
    expect(forbidden()).to.deep.equal([]);
  });

  it('the form signs where forms may not be submitted, with Enter', async () => {
    const {inside} = await frameWith('sandbox="allow-scripts allow-same-origin"', '');
    fill(inside);
    all(inside, '[name=familyName]')[0]?.focus();
    await sendKeys({press: 'Enter'});
    await expectSigned(inside);
  });
});
