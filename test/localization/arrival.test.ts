import {expect} from 'chai';
import {defineLocale} from '../../src/localization/packs.js';
import {settle, stopClock, type Clock} from '../support/clock.js';
import {lateLanguage, place, said, words} from './speaking-element.js';

describe('an element whose words are on their way', () => {
  const genuine = console.warn;
  let clock: Clock;
  let warnings: number;

  beforeEach(() => {
    clock = stopClock();
    warnings = 0;
    console.warn = () => { warnings++; };
  });

  afterEach(() => {
    console.warn = genuine;
  });

  const speaker = (lang: string, content = '') => place(`<speaking-element lang="${lang}">${content}</speaking-element>`);

  it('says nothing in English when they arrive within 2 s', async () => {
    const late = lateLanguage('de');
    const element = speaker('de');
    await clock.pass(1999);
    expect(element.said).to.deep.equal([]);
    late.arrive(words('Hallo'));
    await settle();
    await clock.pass(10_000);
    expect(element.said).to.deep.equal(['Hallo']);
    expect(clock.timers).to.equal(0);
  });

  it('speaks at once when they are here already', async () => {
    defineLocale('de', () => words('Hallo'));
    speaker('de');
    await settle();
    const second = speaker('de');
    await settle();
    expect(second.said).to.deep.equal(['Hallo']);
    expect(clock.timers).to.equal(0);
  });

  it('speaks English after 2 s, and its own language when they arrive', async () => {
    const late = lateLanguage('it');
    const element = speaker('it');
    await clock.pass(2000);
    expect(element.said).to.deep.equal(['Hello']);
    late.arrive(words('Ciao'));
    await settle();
    expect(element.said).to.deep.equal(['Hello', 'Ciao']);
  });

  it('says of its English that it is English, and asks for the rest in the language of its place', async () => {
    const late = lateLanguage('he');
    const element = speaker('he-IL');
    await clock.pass(2000);
    const paragraph = element.shadowRoot?.querySelector('p');
    expect([paragraph?.lang, paragraph?.dir, element.tongue.tag]).to.deep.equal(['en', 'ltr', 'he-IL']);
    late.arrive(words('שלום'));
    await settle();
    expect([paragraph?.lang, paragraph?.dir, element.tongue.tag]).to.deep.equal(['he', 'rtl', 'he-IL']);
  });

  it('waits only once: what the reader does after that is shown at once', async () => {
    lateLanguage('es');
    const element = speaker('es');
    await clock.pass(2000);
    element.requestUpdate();
    await settle();
    expect(element.said).to.deep.equal(['Hello', 'Hello']);
  });

  it('speaks English for good, says so, and does not ask again, where they cannot be had', async () => {
    const late = lateLanguage('nl');
    const element = speaker('nl');
    await settle();
    late.fail(new TypeError('Failed to fetch'));
    await settle();
    expect([element.said, warnings, element.tongue.language]).to.deep.equal([['Hello'], 1, 'en']);
    element.requestUpdate();
    const second = speaker('nl');
    await clock.pass(600_000);
    expect([element.said, second.said, warnings, late.loads, clock.timers]).to.deep.equal([['Hello', 'Hello'], ['Hello'], 1, 1, 0]);
  });

  it('speaks the language of its place by the time they arrive, when that has changed meanwhile', async () => {
    const [first, second] = [lateLanguage('pl'), lateLanguage('cs')];
    const element = speaker('pl');
    await settle();
    element.lang = 'cs';
    await settle();
    first.arrive(words('Cześć'));
    await settle();
    expect(element.said).to.deep.equal([]);
    second.arrive(words('Ahoj'));
    await settle();
    expect(element.said).to.deep.equal(['Ahoj']);
  });

  it('waits for a language that is new to the page when it is changed to it, and shows the old one meanwhile', async () => {
    defineLocale('de', () => words('Hallo'));
    const late = lateLanguage('fi');
    const element = speaker('de');
    await settle();
    element.lang = 'fi';
    await settle();
    expect(said(element)).to.equal('Hallo');
    late.arrive(words('Hei'));
    await settle();
    expect(element.said).to.deep.equal(['Hallo', 'Hei']);
  });

  it('asks once for all elements', async () => {
    const late = lateLanguage('sv');
    const elements = [speaker('sv'), speaker('sv-FI'), speaker('sv')];
    await settle();
    late.arrive(words('Hej'));
    await settle();
    expect([late.loads, ...elements.map(said)]).to.deep.equal([1, 'Hej', 'Hej', 'Hej']);
  });

  it('takes the words of a language that is defined anew while it waits', async () => {
    const late = lateLanguage('da');
    const element = speaker('da');
    await settle();
    defineLocale('da', () => words('Hej'));
    late.arrive(words('Old'));
    await settle();
    expect(element.said).to.deep.equal(['Hej']);
  });

  it('shows what its author wrote until it speaks', async () => {
    const late = lateLanguage('nb');
    const element = speaker('nb', '<a href="/p">Skriv under</a>');
    const link = element.querySelector('a');
    await clock.pass(1000);
    expect(link?.assignedSlot).to.be.an.instanceof(HTMLSlotElement);
    expect(link?.offsetHeight).to.be.greaterThan(0);
    late.arrive(words('Hei'));
    await settle();
    expect([said(element), link?.assignedSlot, link?.offsetHeight]).to.deep.equal(['Hei', null, 0]);
  });

  it('shows what its author wrote when it is moved before it speaks', async () => {
    const late = lateLanguage('uk');
    const element = speaker('uk', '<a href="/p">Підписати</a>');
    await settle();
    element.parentElement?.append(element);
    await settle();
    expect(element.shadowRoot?.querySelectorAll('slot').length).to.equal(1);
    late.arrive(words('Привіт'));
    await settle();
    expect(element.said).to.deep.equal(['Привіт']);
  });
});
