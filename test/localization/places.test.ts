import {expect} from 'chai';
import {defineLocale} from '../../src/localization/packs.js';
import {settle} from '../support/clock.js';
import {place, said, setPageLanguage, shadowIn, SpeakingElement, words} from './speaking-element.js';

const inner = (element: Element): SpeakingElement => {
  const found = element.shadowRoot?.querySelector('speaking-element');
  if (found instanceof SpeakingElement) return found;
  throw new Error('Nobody speaks inside.');
};

describe('elements in several languages on one page', () => {
  before(() => {
    for (const [language, hello] of [['de', 'Hallo'], ['it', 'Ciao'], ['es', 'Hola'], ['he', 'שלום']] as const) defineLocale(language, () => words(hello));
  });

  beforeEach(() => { setPageLanguage('en'); });

  it('speak each its own, and again its own whenever they speak again', async () => {
    const [german, italian, english] = [place('<speaking-element lang="de"></speaking-element>'), place('<p lang="it"><speaking-element></speaking-element></p>'), place('<speaking-element></speaking-element>')];
    await settle();
    for (const element of [italian, german, english]) element.requestUpdate();
    await settle();
    expect([german.said, italian.said, english.said]).to.deep.equal([['Hallo', 'Hallo'], ['Ciao', 'Ciao'], ['Hello', 'Hello']]);
  });

  it('speak it also when one renders the other', async () => {
    const holding = place('<holding-element lang="de"></holding-element>', 'holding-element');
    await settle();
    const held = inner(holding);
    expect([said(holding), said(held)]).to.deep.equal(['Hallo', 'Hallo']);
    held.lang = 'it';
    await settle();
    expect([said(holding), said(held)]).to.deep.equal(['Hallo', 'Ciao']);
  });

  it('follow their own attribute, that of an ancestor and that of the page', async () => {
    const element = place('<section><p><speaking-element></speaking-element></p></section>');
    await settle();
    const heard = [said(element)];
    for (const change of [
      () => { setPageLanguage('es'); },
      () => { element.closest('section')?.setAttribute('lang', 'de'); },
      () => { element.setAttribute('lang', 'it'); },
      () => { element.setAttribute('lang', 'français'); },
      () => { element.removeAttribute('lang'); },
      () => { element.closest('section')?.removeAttribute('lang'); },
    ]) {
      change();
      await settle();
      heard.push(said(element));
    }
    expect(heard).to.deep.equal(['Hello', 'Hola', 'Hallo', 'Ciao', 'Hallo', 'Hallo', 'Hola']);
  });

  it('do not render again when a language changes that is not theirs', async () => {
    const element = place('<p lang="fr"><speaking-element lang="de"></speaking-element></p>');
    await settle();
    element.parentElement?.setAttribute('lang', 'it');
    setPageLanguage('es');
    await settle();
    expect(element.said).to.deep.equal(['Hallo']);
  });

  it('follow a change anywhere in the shadow trees that they stand in', async () => {
    const holder = place('<div><speaking-element></speaking-element></div>').parentElement ?? document.body;
    const outer = shadowIn(holder);
    const middle = shadowIn(outer);
    const root = shadowIn(middle, '<p><speaking-element></speaking-element></p>');
    const element = root.querySelector('speaking-element');
    if (!(element instanceof SpeakingElement)) throw new Error('Nobody speaks.');
    await settle();
    const heard = [said(element)];
    for (const [around, language] of [[holder, 'de'], [outer.host, 'it'], [middle.host, 'es'], [root.host, 'de'], [element.parentElement, 'it']] as const) {
      around?.setAttribute('lang', language);
      await settle();
      heard.push(said(element));
    }
    expect(heard).to.deep.equal(['Hello', 'Hallo', 'Ciao', 'Hola', 'Hallo', 'Ciao']);
  });

  it('speak the language of the place that they are moved to', async () => {
    const element = place('<p lang="de"><speaking-element></speaking-element></p>');
    const holding = place('<p lang="it"><holding-element></holding-element></p>', 'holding-element');
    await settle();
    holding.parentElement?.append(element);
    element.parentElement?.setAttribute('lang', 'es');
    await settle();
    expect([said(element), said(holding), said(inner(holding))]).to.deep.equal(['Hola', 'Hola', 'Hola']);
  });

  it('hear nothing while they are gone, and what changed when they come back', async () => {
    const element = place('<p lang="de"><speaking-element></speaking-element></p>');
    const parent = element.parentElement;
    await settle();
    element.remove();
    parent?.setAttribute('lang', 'it');
    await settle();
    expect(element.said).to.deep.equal(['Hallo']);
    parent?.append(element);
    await settle();
    expect(said(element)).to.equal('Ciao');
  });

  it('write in the direction of their language', async () => {
    const element = place('<speaking-element lang="he"></speaking-element>');
    await settle();
    expect(element.shadowRoot?.querySelector('p')?.dir).to.equal('rtl');
    element.lang = 'de';
    await settle();
    expect(element.shadowRoot?.querySelector('p')?.dir).to.equal('ltr');
  });
});
