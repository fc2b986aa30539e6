import {expect} from 'chai';
import {fc} from '../support/property.js';
import {delay, http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/json.js';
import {BackendError, type AdapterSettings} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {failure} from '../mocks/failure.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';

const SRC = 'https://crm.example/api/petitions/7';
const adapterWith = (given: AdapterSettings) => checked(create(new URL(SRC), given), SRC);
const tallyWith = (given: AdapterSettings) => able(adapterWith(given), 'getTally').getTally();
const answering = (body: unknown, address = SRC) => {
  answer(http.all(address, () => HttpResponse.json(body as object)));
};
const thrownBy = (given: AdapterSettings): BackendError => {
  try {
    create(new URL(SRC), given);
  } catch (thrown) {
    if (BackendError.is(thrown)) return thrown;
  }
  throw new Error('It threw no BackendError.');
};

describe('json: a count', () => {
  // Shapes that are in use: backend-apis.md §10 and §11 [V-src, V-doc], §3 HAL [V-doc], §10 JSON:API [V-src], §9.2 [V-doc], §6.3 [V-src], §12 [V-src].
  for (const [shape, body, given, count] of [
    ['a flat object', {signature_count: 12_345, goal: 20_000}, {count: 'signature_count', goal: 'goal'}, 12_345],
    ['a nested object', {data: {actionPage: {campaign: {stats: {supporterCount: 7}}}}}, {count: 'data.actionPage.campaign.stats.supporterCount'}, 7],
    ['HAL', {total_pages: 1, _embedded: {'osdi:petitions': [{title: 'x', total_signatures: 31}]}}, {count: '_embedded.osdi:petitions.0.total_signatures'}, 31],
    ['JSON:API', {links: {self: 'x'}, data: {type: 'petition', id: 1, attributes: {state: 'open', signature_count: 99}}}, {count: 'data.attributes.signature_count'}, 99],
    ['rows, found by a name', {rows: [{columns: [{name: 'campaignId', value: '1'}, {name: 'participations', value: '456'}]}]}, {count: 'rows.0.columns.name=participations.value'}, 456],
    ['rows of a table', [['day', 'total'], ['2026-11-21', '17']], {count: '1.1'}, 17],
    ['a number as text', {total: {actions: ' 12345 '}}, {count: 'total.actions'}, 12_345],
    ['a bare number', 12, {count: '.'}, 12],
    ['a sum', {data: {initiative: {onlineVotes: 345, offlineVotes: 5}}}, {count: 'data.initiative.onlineVotes + data.initiative.offlineVotes'}, 350],
    ['a sum with nothing yet', {online: 345, paper: null}, {count: 'online + paper'}, 345],
    ['the first of two ways', {total: 12, goal: 20}, {count: 'total.actions | total'}, 12],
    ['a way beside one that says nothing yet', {a: null, b: '', c: 4}, {count: 'a | b | c'}, 4],
  ] as const) {
    it(`is read from ${shape}`, async () => {
      answering(body);
      expect((await tallyWith(given)).count).to.equal(count);
    });
  }

  it('is asked anew where people sign too, so that who signs finds their number', async () => {
    answering({n: 1});
    await tallyWith({count: 'n'});
    await tallyWith({count: 'n', sign: ''});
    expect(sent.map(({cache}) => cache)).to.deep.equal(['default', 'no-cache']);
  });

  it('comes with goal, awaiting and moment where they are told', async () => {
    answering({n: 1, g: '2', w: 3, t: 1_790_000_000});
    expect(await tallyWith({'count': 'n', 'goal': 'g', 'awaiting': 'w', 'as-of': 't'})).to.deep.equal({count: 1, goal: 2, awaiting: 3, asOf: '2026-09-21T14:13:20.000Z'});
  });

  it('may be asked for elsewhere beside the address, and with a document', async () => {
    answering({n: 5}, 'https://crm.example/graphql');
    expect((await tallyWith({'tally': '/graphql', 'tally-body': '{"query":"{ n }"}', 'count': 'n'})).count).to.equal(5);
    expect(sent[0]?.method).to.equal('POST');
    expect(await sent[0]?.text()).to.equal('{"query":"{ n }"}');
  });

  for (const [what, value] of [['negative', -1], ['fractional', 1.5], ['grouped', '12,345'], ['grouped otherwise', '12.345'], ['missing', undefined], ['null', null], ['empty', ''], ['a list', [3]], ['too large', '9007199254740993'], ['exponential', '1e3'], ['true', true]] as const) {
    it(`that is ${what} is none, and the sentence names adapter and setting`, async () => {
      answering({data: {n: value}});
      const error = await failure(tallyWith({count: 'data.n'}));
      expect(error.code).to.equal('invalid-response');
      expect(error.message).to.contain('"json"').and.to.contain('"data.n"').and.to.contain('"count"').and.to.contain(SRC);
      expect(error.issues[0]?.path).to.equal('count');
    });
  }

  it('is not made of half a sum', async () => {
    answering({paper: 3});
    expect((await failure(tallyWith({count: 'online + paper'}))).issues[0]?.path).to.equal('count');
    answering({online: 3, paper: ''});
    expect((await failure(tallyWith({count: 'online + paper'}))).issues[0]?.path).to.equal('count');
    answering({online: null, paper: null});
    expect((await failure(tallyWith({count: 'online + paper'}))).issues[0]?.path).to.equal('count');
  });

  it('without its zone has no moment', async () => {
    answering({n: 1, t: '2026-03-01 18:00'});
    expect((await failure(tallyWith({'count': 'n', 'as-of': 't'}))).issues[0]?.path).to.equal('asOf');
  });

  it('knows no member that every object has', async () => {
    answering({});
    expect((await failure(tallyWith({count: 'constructor.length'}))).code).to.equal('invalid-response');
  });

  for (const [what, body] of [['a page of HTML', '<!DOCTYPE html>'], ['nothing', ''], ['text that is broken', '{"n":']] as const) {
    it(`says that ${what} came`, async () => {
      answer(http.get(SRC, () => new HttpResponse(body)));
      expect((await failure(tallyWith({count: 'n'}))).message).to.equal(`${SRC} answered with ${what} instead of JSON.`);
    });
  }

  it('gives up when its caller does, and when no answer comes', async () => {
    answer(http.get(SRC, async () => { await delay('infinite'); return HttpResponse.json({}); }));
    expect((await failure(able(adapterWith({count: 'n'}), 'getTally').getTally({signal: AbortSignal.abort()}))).code).to.equal('aborted');
  });

  it('is right or an error, whatever comes', async () => {
    const document = {data: {attributes: {signature_count: 42, goal: 100}}, links: {self: 'x'}};
    let body = '';
    answer(http.get(SRC, () => new HttpResponse(body)));
    const adapter = able(adapterWith({count: 'data.attributes.signature_count', goal: 'data.attributes.goal'}), 'getTally');
    await fc.assert(fc.asyncProperty(mangled(document), async (text) => {
      body = text;
      try {
        const {count, goal} = await adapter.getTally();
        const {attributes} = (JSON.parse(text) as {data: {attributes: Record<'signature_count' | 'goal', number | string>}}).data;
        expect([count, goal]).to.deep.equal([Number(attributes.signature_count), Number(attributes.goal)]);
        expect(typeof attributes.signature_count === 'number' || /^\s*\d+\s*$/.test(attributes.signature_count)).to.equal(true);
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.code).to.equal('invalid-response');
        expect(thrown.message).to.contain(SRC);
      }
    }), {numRuns: 300});
  });
});

describe('json: settings', () => {
  for (const [given, name] of [
    [{count: 'a \' b'}, 'count'], [{count: ''}, 'count'], [{count: 'a + '}, 'count'], [{count: 'a +'}, 'count'], [{count: '+ a'}, 'count'], [{count: 'a || b'}, 'count'], [{count: '| a'}, 'count'], [{count: 'a\'b\''}, 'count'],
    [{'count': 'a', 'tally-body': '{'}, 'tally-body'], [{events: '', event: 'title'}, 'event'], [{event: 'id = \'x; title = name'}, 'event'], [{event: 'id = id; title ='}, 'event'], [{event: ';'}, 'event'],
    [{'count': 'n', 'goal': 3}, 'goal'], [{event: 'id = id', zone: 'Europe/Pari'}, 'zone'],
    [{'sign': '', 'send-as': 'xml'}, 'send-as'], [{sign: 'javascript:alert(1)'}, 'sign'], [{cuont: 'n'}, 'cuont'], [{page: 'example.org'}, 'page'], [{'sign': '', 'repeatable': true, 'sign-body': 'email = fields.email'}, 'sign-body'], [{html: 'perhaps'}, 'html'],
  ] as [AdapterSettings, string][]) {
    it(`names ${name} in ${JSON.stringify(given)}`, () => {
      const error = thrownBy(given);
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain(`"${name}"`);
    });
  }

  for (const [given, name, why] of [
    [{}, 'count', 'one of count, sign, event, join, page, events-page'], [{zone: 'Europe/Paris'}, 'count', 'one of count'], [{events: ''}, 'event', '"events" needs it'], [{'page': 'https://crm.example/p', 'events-list': 'data'}, 'event', '"events-list" needs it'],
    [{sign: '', goal: 'g'}, 'count', '"goal" needs it'], [{'count': 'n', 'sign-body': 'a = b'}, 'sign', '"sign-body" needs it'], [{'sign': '', 'join-body': 'a = b'}, 'join', '"join-body" needs it'],
    [{count: 'n', repeatable: true}, 'sign', '"repeatable" needs one of sign, join'], [{count: 'n', duplicate: '409'}, 'sign', '"duplicate" needs one of sign, join'],
    [{'join': 'x', 'repeatable': true, 'join-body': 'email = fields.email'}, 'join-body', 'send idempotencyKey too'], [{'sign': '', 'repeatable': true, 'sign-body': 'idempotencyKey = fields.email; a = \'idempotencyKey\''}, 'sign-body', 'send idempotencyKey too'],
    [{sign: '', duplicate: 'yes'}, 'duplicate', 'like 409'], [{sign: '', duplicate: 200}, 'duplicate', 'like 409'], [{sign: '', duplicate: 500}, 'duplicate', 'like 409'],
  ] as [AdapterSettings, string, string][]) {
    it(`that are wrong or missing in ${JSON.stringify(given)} are told by their attribute: ${name}`, async () => {
      const error = await failure(checkSettings('json', settings, given, (setting) => `the attribute setting-${setting}`));
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain(`the attribute setting-${name} (`).and.to.contain(why);
    });
  }

  it('send the key where they say so, in whatever member', () => {
    for (const body of ['key = idempotencyKey', 'a = \'x\' + idempotencyKey', 'meta.key = idempotencyKey; email = fields.email']) {
      expect(create(new URL(SRC), {'sign': '', 'join': 'x', 'repeatable': true, 'sign-body': body, 'join-body': body}).repeatable).to.deep.equal(['sign', 'joinEvent']);
    }
    expect(create(new URL(SRC), {'join': 'x', 'join-body': 'email = fields.email', 'repeatable': false}).repeatable).to.equal(undefined);
  });

  it('hold a secret in none of them, nor in the address', () => {
    const role = `${btoa('{"alg":"HS256"}')}.${btoa('{"role":"service_role"}').replaceAll('=', '')}.x`;
    for (const secret of ['sb_secret_abc123', role]) {
      for (const given of [{sign: `/sign?key=${secret}`}, {'sign': '', 'sign-body': `token = '${secret}'; email = fields.email`}, {'count': 'n', 'tally-body': JSON.stringify({authorization: `Bearer ${secret}`})}, {count: `'${secret}'`}]) {
        const error = thrownBy(given);
        expect(error.code).to.equal('configuration');
        expect(error.message).to.contain('whoever reads the page can use it').and.to.not.contain(secret);
      }
      expect(() => create(new URL(`${SRC}?key=${secret}`), {count: 'n'})).to.throw(/its address \(src\): whoever reads the page can use it/);
    }
  });

  it('are no use for an address of another kind', () => {
    expect(() => create(new URL('ftp://crm.example/'), {count: 'n'})).to.throw(/begin it with https:/);
  });

  it('refuses a secret with the reason, and does not repeat it', async () => {
    for (const name of ['api-key', 'token', 'authorization']) {
      const {message} = await failure(checkSettings('json', settings, {[name]: 'abc123'}, (setting) => `the attribute setting-${setting}`));
      expect(message).to.contain(`setting-${name}`).and.to.contain('whoever reads the page can use it').and.to.not.contain('abc123');
    }
  });

  it('make capabilities, and nothing else does', () => {
    const capabilities = (given: AdapterSettings) => Object.keys(create(new URL(SRC), given)).filter((name) => name !== 'name').sort();
    expect(capabilities({page: 'https://crm.example/p'})).to.deep.equal(['links']);
    expect(capabilities({count: 'n'})).to.deep.equal(['getTally']);
    expect(capabilities({'count': 'n', 'repeatable': false, 'events-header': false})).to.deep.equal(['getTally']);
    expect(capabilities({sign: ''})).to.deep.equal(['sign']);
    expect(capabilities({event: 'id = id'})).to.deep.equal(['getEvent', 'listEvents']);
    expect(capabilities({'join': 'x', 'sign': '', 'repeatable': true, 'subscribes': '', 'page': 'https://crm.example/p'})).to.deep.equal(['joinEvent', 'links', 'repeatable', 'sign', 'subscribes']);
  });
});
