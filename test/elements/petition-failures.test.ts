import {expect} from 'chai';
import {delay, http, HttpResponse, type HttpResponseResolver} from 'msw';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {defineAdapter} from '../../src/registry/registry.js';
import {english} from '../mocks/documents.js';
import {answer, sent} from '../mocks/network.js';
import {shortTimeouts} from '../mocks/patience.js';
import {expectAccessible} from '../support/axe.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import {hurry} from './clock.js';
import {consoleSaid} from './listening.js';
import {all, backEnd, find, says, words} from './support.js';

let number = 0;
const newSource = () => `https://wrong.example/petitions/p${String(++number)}`;
const reading = (src: string, resolver: HttpResponseResolver) => { answer(http.get(`${src}/petition.json`, resolver)); };

const UNREACHABLE = /La pétition est injoignable/;
const NOT_ANSWERING = /Le serveur de la pétition ne répond pas en ce moment/;
const UNREADABLE = /a envoyé une réponse qui ne peut pas être affichée/;
const MISPLACED = /Cette pétition n’est pas correctement installée sur cette page/;

/** What is wrong, what a page's readers are told, what its developer is told beside element and address, and whether another try may help. */
const WRONGS = [
  ['answers with 404', () => new HttpResponse(null, {status: 404}), /Il n’y a pas de pétition à cette adresse/, /404 \(not-found\)/, false],
  ['answers with 410', () => new HttpResponse(null, {status: 410}), /Il n’y a pas de pétition à cette adresse/, /410/, false],
  ['answers with a page of HTML', () => HttpResponse.html('<!doctype html><title>Hello</title>'), UNREADABLE, /a page of HTML instead of JSON/, false],
  ['answers with broken JSON', () => new HttpResponse('{"id":'), UNREADABLE, /text that is broken/, false],
  ['has one wrong field', () => HttpResponse.json({...english, letter: [{type: 'paragraph', text: 'Fine'}, {type: 'list', items: 7}]}), UNREADABLE, /letter\.1\.items: expected array/, false],
  ['lacks a field', () => HttpResponse.json({...english, title: undefined}), UNREADABLE, /title: missing/, false],
  ['drops the connection', () => HttpResponse.error(), UNREACHABLE, /no answer, or lets no other site read it/, true],
  ['is asked too often', () => new HttpResponse(null, {status: 429, headers: {'Retry-After': '30'}}), NOT_ANSWERING, /429/, true],
  ['is down', () => new HttpResponse(null, {status: 503}), NOT_ANSWERING, /503/, true],
  ['says nothing', async () => { await delay('infinite'); return HttpResponse.json({}); }, NOT_ANSWERING, /did not answer within 10 s/, true],
] as const satisfies readonly (readonly [string, HttpResponseResolver, RegExp, RegExp, boolean])[];

/** A page in French with a petition in its middle. */
const page = async (attributes: string) => {
  const whole = await fixture(`<main lang="fr"><h2>Before</h2><sphere-petition ${attributes}><a href="https://example.org/">La pétition</a></sphere-petition><p>After</p></main>`);
  return {whole, petition: await find<SpherePetition>(whole, 'sphere-petition')};
};

const expectOneSentence = async (petition: SpherePetition, sentence: RegExp, told: RegExp, address: string): Promise<void> => {
  await says(petition, sentence);
  expect(all(petition, '[part=failure] p').length).to.equal(1);
  expect(consoleSaid.map(({method}) => method)).to.deep.equal(['error']);
  expect(consoleSaid[0]?.message).to.match(told).and.to.contain(`<sphere-petition src="${address}"`);
  expect(petition.querySelector('a')?.checkVisibility()).to.equal(true);
  const {previousElementSibling: before, nextElementSibling: after} = petition;
  expect([before, after].map((each) => each?.checkVisibility() === true && each.textContent)).to.deep.equal(['Before', 'After']);
  expect((await find(petition, '[part=failure]')).closest('[lang]')?.getAttribute('lang')).to.equal('fr');
  await expectAccessible(petition);
};

describe('a petition that cannot be had', () => {
  before(() => { SpherePetition.define(); });

  for (const [what, resolver, sentence, told, again] of WRONGS) {
    it(`is one sentence on the page and one in the console when its address ${what}`, async () => {
      if (what === 'says nothing') shortTimeouts();
      const src = newSource();
      reading(src, resolver);
      const {petition} = await page(`src="${src}"`);
      await expectOneSentence(petition, sentence, told, src);
      expect(consoleSaid[0]?.message.split(src).length).to.be.greaterThan(2);
      expect(all(petition, 'button').map(({textContent}) => textContent)).to.deep.equal(again ? ['Réessayer'] : []);
      expect(sent.length).to.equal(1);
    });
  }

  for (const [what, attributes, told, address] of [
    ['is no address', 'src="https://["', /is not an address/, 'https://['],
    ['leads nowhere', 'src="ftp://example.org/x"', /ftp:/, 'ftp://example.org/x'],
    ['names a setting that its adapter does not know', 'src="https://wrong.example/a.json" adapter="memory" setting-colour="red"', /setting-colour/, 'https://wrong.example/a.json'],
  ] as const) {
    it(`is not set up correctly when its src ${what}`, async () => {
      const {petition} = await page(attributes);
      await expectOneSentence(petition, MISPLACED, told, address);
      expect(sent).to.deep.equal([]);
    });
  }

  it('is not set up correctly when its adapter stays unknown for ten seconds, which names those that are known', async () => {
    const pauses = hurry();
    const {petition} = await page('src="https://wrong.example/x" adapter="our-cmr"');
    await expectOneSentence(petition, MISPLACED, /No adapter is called "our-cmr": known are .*sphere, memory/, 'https://wrong.example/x');
    expect(pauses).to.include(10_000);
  });

  it('waits for an adapter that is defined after it', async () => {
    const {petition} = await page('src="https://late.example/x" adapter="defined-late"');
    await find(petition, '.loading');
    defineAdapter('defined-late', () => backEnd());
    await says(petition, 'A safe way out');
    expect(consoleSaid).to.deep.equal([]);
  });

  it('says what to write where there is no src at all', async () => {
    const {petition} = await page('');
    await says(petition, MISPLACED);
    expect(consoleSaid.length).to.equal(1);
    expect(consoleSaid[0]?.message).to.contain('<sphere-petition>').and.to.contain('src');
  });

  it('is had with another try once it can be', async () => {
    const src = newSource();
    reading(src, () => HttpResponse.error());
    const {petition} = await page(`src="${src}"`);
    await says(petition, UNREACHABLE);
    reading(src, () => HttpResponse.json(english));
    (await find(petition, '[part=failure] button')).click();
    await says(petition, 'A safe way out');
    expect(words(petition)).to.not.match(UNREACHABLE);
  });

  it('says so again when another try fails too', async () => {
    const src = newSource();
    reading(src, () => HttpResponse.error());
    const {petition} = await page(`src="${src}"`);
    await says(petition, UNREACHABLE);
    reading(src, () => new HttpResponse(null, {status: 404}));
    (await find(petition, '[part=failure] button')).click();
    await says(petition, /Il n’y a pas de pétition/);
    expect(consoleSaid.length).to.equal(2);
  });

  it('is one sentence too where the author has arranged its parts', async () => {
    const src = newSource();
    reading(src, () => new HttpResponse(null, {status: 404}));
    const whole = await fixture(`<main lang="fr"><sphere-petition src="${src}"><sphere-letter></sphere-letter><sphere-petition-form></sphere-petition-form></sphere-petition></main>`);
    await says(whole, /Il n’y a pas de pétition/);
    await eventually(() => !words(whole).includes('arrive…'), 'Something is still on its way.');
    expect(words(whole).match(/Il n’y a pas de pétition/g)?.length).to.equal(1);
    expect(consoleSaid.length).to.equal(1);
  });
});
