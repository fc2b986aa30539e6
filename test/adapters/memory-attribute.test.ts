import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/memory.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {english, events, french, signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {answer, sent} from '../mocks/network.js';

describe('memory: by an attribute', () => {
  const SRC = 'https://petitions.example/trial.json';
  const opened = (given = {}) => able(create(new URL(SRC), given), 'getPetition', 'getTally', 'sign');

  it('fetches the document once, when it is first asked', async () => {
    answer(http.get(SRC, () => HttpResponse.json(english)));
    const adapter = opened({count: 41});
    expect(sent).to.have.length(0);
    await Promise.all([adapter.getPetition({}), adapter.getTally()]);
    await adapter.sign(signature());
    expect((await adapter.getTally()).count).to.equal(42);
    expect(sent.map(({method, url}) => `${method} ${url}`)).to.deep.equal([`GET ${SRC}`]);
  });

  it('has the petition in each language of its document, the first where another is asked for', async () => {
    answer(http.get(SRC, () => HttpResponse.json({fr: french, en: english})));
    const adapter = opened();
    const titles = await Promise.all(['en', 'fr-CA', 'de', undefined].map(async (language) => (await adapter.getPetition(language === undefined ? {} : {language})).title));
    expect(titles).to.deep.equal([english.title, french.title, french.title, french.title]);
    expect((await adapter.getPetition({})).languages).to.deep.equal(['fr', 'en']);
  });

  for (const list of [events, {events}]) {
    it(`has the events of an address beside it, ${Array.isArray(list) ? 'an array' : 'a page'}`, async () => {
      answer(http.get(SRC, () => HttpResponse.json(english)), http.get('https://petitions.example/events.json', () => HttpResponse.json(list)));
      const adapter = able(create(new URL(SRC), {events: 'events.json'}), 'listEvents', 'getEvent');
      expect((await adapter.listEvents({})).events.map(({id}) => id)).to.deep.equal(['online', 'lyon', 'porto']);
      expect((await adapter.getEvent('over')).title).to.equal('March');
      expect(create(new URL(SRC), {})).to.not.have.any.keys('listEvents', 'joinEvent');
    });
  }

  for (const [what, document] of [['nothing', null], ['text', 'A petition'], ['no language at all', {}], ['a petition without its language', {id: 'x', title: 'A petition'}]] as const) {
    it(`says that ${what} is no petition`, async () => {
      answer(http.get(SRC, () => HttpResponse.json(document)));
      expect((await failure(opened().getPetition({}))).code).to.equal('invalid-response');
    });
  }

  it('asks again after a failure', async () => {
    const adapter = opened();
    expect((await failure(adapter.getTally())).code).to.equal('offline');
    answer(http.get(SRC, () => HttpResponse.json({...english, title: 7})));
    const error = await failure(adapter.getTally());
    expect(error.code).to.equal('invalid-response');
    expect(error.message).to.contain(SRC).and.to.contain('"title"');
    answer(http.get(SRC, () => HttpResponse.json(english)));
    expect((await adapter.getTally()).count).to.equal(0);
  });

  it('lets one caller give up without the others', async () => {
    answer(http.get(SRC, async () => {
      await new Promise((resolve) => { setTimeout(resolve, 30); });
      return HttpResponse.json(english);
    }));
    const adapter = opened();
    const controller = new AbortController();
    const [one, other] = [failure(adapter.getTally({signal: controller.signal})), adapter.getTally()];
    setTimeout(() => { controller.abort(); }, 10);
    expect((await one).code).to.equal('aborted');
    expect((await other).count).to.equal(0);
  });

  it('reads its settings as attributes spell them', async () => {
    const place = (setting: string) => `the attribute setting-${setting}`;
    expect(await checkSettings('memory', settings, {count: '12', latency: '5'}, place)).to.deep.equal({count: '12', latency: '5'});
    expect((await failure(checkSettings('memory', settings, {count: '-1'}, place))).message).to.contain('setting-count (expected a whole number');
    expect((await failure(checkSettings('memory', settings, {goal: '1'}, place))).message).to.contain('setting-goal (unknown setting)');
    expect(() => create(new URL(SRC), {count: 'many'})).to.throw('"count"').with.property('code', 'configuration');
  });
});
