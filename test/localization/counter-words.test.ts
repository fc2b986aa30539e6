import {expect} from 'chai';
import type {BackendAdapter} from '../../src/contract/index.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {eventually} from '../support/eventually.js';

const BUILT = '/cdn/counter.js';

describe('the built counter', () => {
  before(async () => {
    const {ok} = await fetch(BUILT, {method: 'HEAD'});
    if (!ok) throw new Error(`${BUILT} is not there: "npm run build" makes it.`);
    await import(BUILT);
  });

  const counters: Element[] = [];
  afterEach(() => { for (const counter of counters.splice(0)) counter.remove(); });

  const shows = async (lang: string, words: readonly string[]) => {
    const counter = document.createElement('sphere-counter');
    const adapter: BackendAdapter = {name: 'test', getTally: () => Promise.resolve({count: 1_000_021, goal: 2_000_000, asOf: '2026-01-01T00:00:00Z', approximate: true})};
    Object.assign(counter, {adapter, lang});
    document.body.append(counter);
    counters.push(counter);
    const text = () => (counter.shadowRoot?.querySelector('div')?.textContent ?? '').replace(/[\s\u200f\u061c]+/gu, ' ');
    await eventually(() => words.every((each) => text().includes(each)), `It says "${text()}" and not "${words.join('", "')}".`);
  };

  it('is not the one from source', () => {
    expect(customElements.get('sphere-counter')).to.be.a('function').and.not.equal(SphereCounter);
  });

  for (const [lang, ...words] of [
    ['en', '≈', 'signatures', 'Goal:'], ['fr', '≈', 'signatures', 'Objectif :'], ['es', '≈', 'firmas', 'Objetivo:'], ['it', '≈', 'firme', 'Obiettivo:'],
    ['pt-BR', '≈', 'assinaturas', 'Objetivo:'], ['de', '≈', 'Unterschriften', 'Ziel:'], ['ru', '≈', 'подпись', 'Цель:'], ['uk', '≈', 'підпис', 'Мета:'],
    ['ar', '≈', 'توقيعًا', 'الهدف:'],
  ] as const) {
    it(`speaks ${lang} without another request`, async () => {
      const before = performance.getEntriesByType('resource').length;
      await shows(lang, words);
      expect(performance.getEntriesByType('resource').slice(before).map(({name}) => name).filter((name) => name.includes('/cdn/'))).to.deep.equal([]);
    });
  }
});
