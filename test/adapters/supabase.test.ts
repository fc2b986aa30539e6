import {expect} from 'chai';
import {fc} from '../support/property.js';
import {http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/supabase.js';
import {BackendError, type AdapterSettings} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import type {ReadEvents} from '../../src/registry/event-door.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';
import {postgrestError} from '../mocks/postgrest-handlers.js';

const SRC = 'https://abcdefgh.supabase.co/rest/v1';
const KEY = 'sb_publishable_abc123';
const adapterWith = (given: AdapterSettings) => checked(create(new URL(SRC), {key: KEY, ...given}), SRC);
const thrownBy = (given: AdapterSettings, src = SRC): BackendError => {
  try {
    create(new URL(src), given);
  } catch (thrown) {
    if (BackendError.is(thrown)) return thrown;
  }
  throw new Error('It threw no BackendError.');
};
/** A token of the old kind, as Supabase makes them. */
const token = (payload: object) => `${btoa('{"alg":"HS256"}')}.${btoa(JSON.stringify(payload)).replaceAll('=', '')}.x`;

describe('supabase: keys', () => {
  for (const key of ['sb_secret_abc123', token({role: 'service_role'}), token({role: 'authenticated'})]) {
    it(`refuses ${key.slice(0, 12)}… with the reason, and does not repeat it`, () => {
      const error = thrownBy({key});
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain('"key"').and.to.contain('opens every row').and.to.not.contain(key);
    });
  }

  for (const key of [KEY, token({role: 'anon'}), 'anything']) {
    it(`takes ${key.slice(0, 12)}…`, () => { expect(create(new URL(SRC), {key, sign: 'sign_petition'}).name).to.equal('supabase'); });
  }

  it('refuses a secret in any setting, and in the address', () => {
    for (const secret of ['sb_secret_abc123', `Bearer ${token({role: 'service_role'})}`, `${btoa('{}')}.${btoa('{"role":"service_role"}')}.x`]) {
      for (const error of [thrownBy({count: 'n', petition: secret}), thrownBy({count: 'n', schema: secret}), thrownBy({count: 'n'}, `${SRC}?apikey=${secret}`)]) {
        expect(error.code).to.equal('configuration');
        expect(error.message).to.contain('opens every row').and.to.not.contain(secret);
      }
    }
  });

  it('take a token that says no role, and a text that only looks like one', () => {
    for (const key of [token({sub: 'x'}), token({role: 'anon', ref: '\u00ff'}), 'www.example.org', `${btoa('null')}.${btoa('null')}.x`]) expect(create(new URL(SRC), {key, count: 'n'}).name).to.equal('supabase');
  });

  it('refuses a setting that is called after a secret', async () => {
    const {message} = await failure(checkSettings('supabase', settings, {'service-role-key': 'abc123'}, (setting) => `the attribute setting-${setting}`));
    expect(message).to.contain('setting-service-role-key').and.to.contain('opens every row').and.to.not.contain('abc123');
  });

  it('names a setting or an address that is wrong', () => {
    expect(thrownBy({sign: 'sign petition; drop'}).message).to.contain('"sign" (expected a name');
    expect(thrownBy({sing: 'x'}).message).to.contain('"sing" (unknown setting)');
    for (const src of [`${SRC}/signatures`, `${SRC}?select=*`, 'https://abcdefgh.supabase.co', 'ftp://127.0.0.1/']) expect(thrownBy({count: 'n'}, src).message, src).to.contain('the API’s root');
    expect(create(new URL('http://127.0.0.1:3000'), {count: 'n'}).name).to.equal('supabase');
    expect(create(new URL(`${SRC}/`), {count: 'n'}).name).to.equal('supabase');
  });

  it('makes of its settings what they say, and no more', () => {
    const page = 'https://ngo.example/p';
    expect(create(new URL(SRC), {join: 'j', repeatable: true, subscribes: true, page})).to.deep.include({repeatable: ['joinEvent'], subscribes: true, links: {petition: page, sign: page, events: page}});
    expect(Object.keys(create(new URL(SRC), {sign: 's'})).sort()).to.deep.equal(['name', 'sign']);
    expect(Object.keys(create(new URL(SRC), {count: 'c', repeatable: false})).sort()).to.deep.equal(['getTally', 'name']);
  });

  for (const [given, name, why] of [
    [{key: KEY}, 'sign', 'missing: one of sign, count, count-table, events, join, page'], [{'count': 'n', 'repeatable': true}, 'sign', 'missing: "repeatable" needs one of sign, join'],
    [{'count': 'n', 'count-table': 'v'}, 'count-table', 'leave one of them out'], [{events: 'events', zone: 'Europe/Pari'}, 'zone', 'expected a time zone'],
  ] as const) {
    it(`names the attribute that is wrong or missing in ${JSON.stringify(given)}`, async () => {
      const error = await failure(checkSettings('supabase', settings, given, (setting) => `the attribute setting-${setting}`));
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain(`the attribute setting-${name} (`).and.to.contain(why);
    });
  }

  it('sends the key as Supabase asks for it, and none to a PostgREST of one\'s own', async () => {
    answer(http.get(`${SRC}/rpc/total`, () => HttpResponse.json(3)), http.post(`${SRC}/rpc/sign`, () => new HttpResponse(null, {status: 204})));
    const headers = async (given: AdapterSettings) => {
      await able(create(new URL(SRC), {count: 'total', ...given}), 'getTally').getTally();
      return Object.fromEntries(sent.at(-1)?.headers ?? []);
    };
    // supabase.com/docs/guides/api/api-keys [V-doc]: a publishable key is no token, and "You can't send [it] in the Authorization: Bearer header".
    expect(await headers({key: KEY, schema: 'api'})).to.include({'apikey': KEY, 'accept-profile': 'api'}).and.to.not.have.property('authorization');
    const old = token({role: 'anon'});
    expect(await headers({key: old})).to.include({apikey: old, authorization: `Bearer ${old}`});
    expect(await headers({})).to.not.have.any.keys('apikey', 'authorization', 'accept-profile');
    await able(create(new URL(SRC), {key: KEY, sign: 'sign', schema: 'api'}), 'sign').sign(signature());
    expect(Object.fromEntries(sent.at(-1)?.headers ?? [])).to.include({'apikey': KEY, 'content-profile': 'api', 'content-type': 'application/json'});
  });
});

describe('supabase: a count', () => {
  const byFunction = () => able(adapterWith({count: 'petition_total', petition: 'p1'}), 'getTally').getTally();
  const byTable = () => able(adapterWith({'count-table': 'signature_totals', 'petition': 'p1'}), 'getTally').getTally();

  it('is found though the address ends in a slash', async () => {
    answer(http.get(`${SRC}/rpc/n`, () => HttpResponse.json(3)));
    expect((await able(create(new URL(`${SRC}/`), {count: 'n'}), 'getTally').getTally()).count).to.equal(3);
  });

  it('is what a function says', async () => {
    answer(http.get(`${SRC}/rpc/petition_total`, () => HttpResponse.json(12_345)));
    expect((await byFunction()).count).to.equal(12_345);
    expect(sent[0]?.url).to.equal(`${SRC}/rpc/petition_total?petition=p1`);
  });

  for (const [status, range, count] of [[206, '0-0/3573458', 3_573_458], [200, '*/0', 0], [416, '*/15', 15]] as const) {
    it(`is in Content-Range: ${status} with ${range}, and no row is fetched`, async () => {
      answer(http.head(`${SRC}/signature_totals`, () => new HttpResponse(null, {status, headers: {'Content-Range': range}})));
      expect((await byTable()).count).to.equal(count);
      expect(sent[0]?.method).to.equal('HEAD');
      expect(sent[0]?.headers.get('Prefer')).to.equal('count=exact');
      expect(sent[0]?.url).to.equal(`${SRC}/signature_totals?select=*&petition=eq.p1`);
    });
  }

  for (const range of ['0-24/*', '*/*', '', '0-0/-3', '0-0/1.5', '0-0/99999999999999999']) {
    it(`is not in Content-Range: ${range}`, async () => {
      answer(http.head(`${SRC}/signature_totals`, () => new HttpResponse(null, {headers: {'Content-Range': range}})));
      const error = await failure(byTable());
      expect(error.message).to.contain('"supabase"').and.to.contain('Content-Range');
      expect(error.issues[0]?.path).to.equal('count-table');
    });
  }

  for (const [status, expected] of [[404, 'not-found'], [401, 'forbidden'], [503, 'unavailable']] as const) {
    it(`is ${expected} where HEAD, which tells nothing more, is answered with ${status}`, async () => {
      answer(http.head(`${SRC}/signature_totals`, () => new HttpResponse(null, {status})));
      const error = await failure(byTable());
      expect(error.code).to.equal(expected);
      expect(error.message).to.contain(`${SRC}/signature_totals`);
    });
  }

  for (const [what, body] of [['a page of HTML', '<!DOCTYPE html>'], ['nothing', '']] as const) {
    it(`says that ${what} came`, async () => {
      answer(http.get(`${SRC}/rpc/petition_total`, () => new HttpResponse(body)));
      expect((await failure(byFunction())).message).to.equal(`${SRC}/rpc/petition_total answered with ${what} instead of JSON.`);
    });
  }

  it('that is no number names adapter, function and setting', async () => {
    for (const told of [-1, 1.5, '12', {count: 3}, [3], null]) {
      answer(http.get(`${SRC}/rpc/petition_total`, () => HttpResponse.json(told)));
      const error = await failure(byFunction());
      expect(error.message).to.contain('"supabase"').and.to.contain('"petition_total"');
      expect(error.issues[0]?.path).to.equal('count');
    }
  });

  it('is right or an error, whatever comes', async () => {
    let body = '';
    answer(http.get(`${SRC}/rpc/petition_total`, () => new HttpResponse(body)));
    await fc.assert(fc.asyncProperty(fc.oneof(mangled({count: 3}), fc.constantFrom('3', '-3', '3.5', '"3"', '1e3', '3 ', 'null', '9007199254740993')), async (text) => {
      body = text;
      try {
        expect((await byFunction()).count).to.equal(JSON.parse(text));
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.code).to.equal('invalid-response');
      }
    }), {numRuns: 200});
  });
});

describe('supabase: a signature', () => {
  const sign = () => able(adapterWith({sign: 'sign_petition', petition: 'p1'}), 'sign').sign(signature({source: 'newsletter-3'}));
  const answering = (respond: () => HttpResponse<null>) => { answer(http.post(`${SRC}/rpc/sign_petition`, respond)); };

  it('goes through the function, with all its parameters, and never asks for the row', async () => {
    answering(() => new HttpResponse(null, {status: 204}));
    expect((await sign()).status).to.equal('accepted');
    expect(Object.keys(await sent[0]?.clone().json() as object)).to.have.members(['petition', 'idempotency_key', 'answers', 'consents', 'language', 'source']);
    expect(sent[0]?.headers.get('Prefer')).to.equal(null);
    expect(sent[0]?.url).to.equal(`${SRC}/rpc/sign_petition`);
  });

  for (const [body, status] of [['"counted"', 'counted'], ['"confirm"', 'confirm'], ['{"status":"counted"}', 'counted'], ['null', 'accepted'], ['"done"', 'accepted'], ['true', 'accepted'], ['[{"status":"counted"}]', 'accepted']] as const) {
    it(`is ${status} where the function says ${body}`, async () => {
      answer(http.post(`${SRC}/rpc/sign_petition`, () => new HttpResponse(body)));
      expect((await sign()).status).to.equal(status);
    });
  }

  // backend-apis.md §5.5 [V-src].
  for (const [code, status, expected] of [
    ['P0001', 400, 'invalid'], ['23514', 400, 'invalid'], ['23505', 409, 'invalid'], ['42501', 401, 'forbidden'], ['PGRST301', 401, 'forbidden'], ['PGRST202', 404, 'configuration'], ['PGRST205', 404, 'configuration'],
    ['42883', 404, 'configuration'], ['PGRST106', 406, 'configuration'], ['PGRST000', 503, 'unavailable'], ['x', 429, 'rate-limited'],
  ] as const) {
    it(`is refused with ${code} as ${expected}, and nothing of it is repeated`, async () => {
      answering(() => postgrestError(code, status) as unknown as HttpResponse<null>);
      const error = await failure(sign());
      expect(error.code).to.equal(expected);
      expect(error.message).to.contain(`${SRC}/rpc/sign_petition`).and.to.not.match(/ada/i);
    });
  }

  it('goes to no other address than the one that was named', async () => {
    answering(() => new HttpResponse(null, {status: 204}));
    await sign();
    expect(sent[0]?.redirect).to.equal('manual');
  });

  it('is sent once, and its receipt kept, as is that of who joins', async () => {
    answer(http.post(`${SRC}/rpc/:name`, ({params}) => HttpResponse.json(params['name'] === 'sign_petition' ? 'counted' : {status: 'waiting'})));
    const adapter = able(adapterWith({sign: 'sign_petition', join: 'join_event', repeatable: true}), 'sign', 'joinEvent');
    const {source: _, ...document} = signature();
    expect(await adapter.sign(document)).to.deep.equal(await adapter.sign(document));
    const rsvp = {...document, eventId: 'lyon'};
    expect((await adapter.joinEvent(rsvp)).status).to.equal('waiting');
    await adapter.joinEvent(rsvp);
    expect(sent.map(({url}) => url)).to.deep.equal([`${SRC}/rpc/sign_petition`, `${SRC}/rpc/join_event`]);
    expect(adapter.repeatable).to.deep.equal(['sign', 'joinEvent']);
    expect(await sent[0]?.clone().json()).to.deep.equal({idempotency_key: document.idempotencyKey, answers: document.fields, consents: {signature: '2026-11'}, language: document.language, source: null});
    expect(await sent[1]?.clone().json()).to.deep.equal({idempotency_key: document.idempotencyKey, event_id: 'lyon', answers: document.fields, consents: {signature: '2026-11'}, language: document.language});
  });

  for (const [body, status] of [['"registered"', 'registered'], ['"waiting"', 'waiting'], ['"confirm"', 'confirm'], ['"counted"', 'accepted'], ['', 'accepted']] as const) {
    it(`of who joins an event is ${status} where the function says ${body}`, async () => {
      answer(http.post(`${SRC}/rpc/join_event`, () => new HttpResponse(body)));
      const {source: _, ...document} = signature();
      expect((await able(adapterWith({join: 'join_event'}), 'joinEvent').joinEvent({...document, eventId: 'lyon'})).status).to.equal(status);
    });
  }

  for (const [what, text] of [['a page of HTML', '<!DOCTYPE html>'], ['text that is broken', '{"sta']] as const) {
    it(`is not taken for sent where ${what} came`, async () => {
      answering(() => new HttpResponse(text) as unknown as HttpResponse<null>);
      expect((await failure(sign())).message).to.equal(`${SRC}/rpc/sign_petition answered with ${what} instead of JSON.`);
    });
  }

  it('is refused where the function says, in the hint', async () => {
    answering(() => postgrestError('P0001', 400, 'fields.email') as unknown as HttpResponse<null>);
    expect((await failure(sign())).issues).to.deep.equal([{path: 'fields.email', reason: 'refused'}]);
    answering(() => postgrestError('P0001', 400, 'ada@example.org') as unknown as HttpResponse<null>);
    expect((await failure(sign())).issues).to.deep.equal([]);
  });
});

describe('supabase: events', () => {
  const list = async () => (await able(adapterWith({events: 'events', petition: 'p1'}), 'listEvents').listEvents({})) as ReadEvents;
  const row = {id: 7, title: 'Vigil', starts_at: '2199-03-01T18:00:00+00:00', ends_at: null, time_zone: 'Europe/Paris', place: 'Square', locality: 'Lyon', country: 'FR', latitude: 45.7, longitude: 4.8, attendance: null, description: 'Come.\nBring a candle.', organizer: 'Ada'};

  it('are the rows of a table', async () => {
    answer(http.get(`${SRC}/events`, () => HttpResponse.json([row])));
    expect((await list()).events).to.deep.equal([{
      id: '7', title: 'Vigil', startsAt: '2199-03-01T18:00:00+00:00', timeZone: 'Europe/Paris', attendance: 'in-person', place: {name: 'Square', locality: 'Lyon', country: 'FR', latitude: 45.7, longitude: 4.8},
      description: [{type: 'paragraph', text: 'Come.'}, {type: 'paragraph', text: 'Bring a candle.'}], organizer: {name: 'Ada'}, status: 'scheduled', joinable: false,
    }]);
    expect(sent[0]?.url).to.equal(`${SRC}/events?select=*&petition=eq.p1&order=starts_at.desc&limit=1000`);
  });

  it('are found one by one, and those of other people\'s tables too', async () => {
    answer(http.get(`${SRC}/events`, () => HttpResponse.json([row, {...row, id: 'b'}])));
    const adapter = able(adapterWith({events: 'events'}), 'getEvent');
    expect((await adapter.getEvent('7')).id).to.equal('7');
    expect((await failure(adapter.getEvent('8'))).code).to.equal('not-found');
    expect(sent[0]?.url).to.equal(`${SRC}/events?select=*&order=starts_at.desc&limit=1000`);
  });

  it('can be joined where a function takes them, and by the id that the table gave', async () => {
    answer(http.get(`${SRC}/events`, () => HttpResponse.json([{...row, id: 1}, {...row, id: 'a b'}, {...row, id: 3, joinable: false}])));
    const {events} = await able(adapterWith({events: 'events', join: 'join_event'}), 'listEvents').listEvents({});
    expect(events.map(({id, joinable}) => [id.replace(/-\w{5,}$/, ''), joinable])).to.deep.equal([['1', true], ['3', false], ['a-b', false]]);
  });

  for (const [what, change, startsAt] of [['without a zone', {starts_at: '2199-03-01T18:00:00', time_zone: null}, undefined], ['in the zone of the settings', {starts_at: '2199-03-01T18:00:00', time_zone: null}, '2199-03-01T18:00:00+01:00'], ['without a place', {place: null, locality: null, country: null, latitude: null, longitude: null}, row.starts_at]] as const) {
    it(`are read ${what}`, async () => {
      answer(http.get(`${SRC}/events`, () => HttpResponse.json([{...row, ...change}])));
      const {events, omitted} = (await able(adapterWith({events: 'events', ...(startsAt?.endsWith('+01:00') && {zone: 'Europe/Paris'})}), 'listEvents').listEvents({})) as ReadEvents;
      expect([events[0]?.startsAt, omitted]).to.deep.equal([startsAt, startsAt === undefined ? 1 : 0]);
      if (what === 'without a place') expect(events[0]?.place).to.equal(undefined);
    });
  }

  it('are no rows where an object came, and that is said', async () => {
    answer(http.get(`${SRC}/events`, () => HttpResponse.json({})));
    const error = await failure(list());
    expect(error.code).to.equal('invalid-response');
    expect(error.message).to.contain('"supabase"').and.to.contain('finds no rows').and.to.contain(`${SRC}/events`);
  });

  it('are read by the thousand', async () => {
    answer(http.get(`${SRC}/events`, () => HttpResponse.json(Array.from({length: 5000}, (_, id) => ({...row, id})))));
    const {events, total} = await list();
    expect([events.length, total]).to.deep.equal([20, 5000]);
  });

  it('are sound or named, whatever comes', async () => {
    let body = '';
    answer(http.get(`${SRC}/events`, () => new HttpResponse(body)));
    await fc.assert(fc.asyncProperty(mangled([row, {...row, id: 8}]), async (text) => {
      body = text;
      try {
        const {omitted, complaint} = await list();
        expect(omitted === 0 || complaint?.message.includes('supabase.listEvents()')).to.equal(true);
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.code).to.equal('invalid-response');
        expect(thrown.message).to.contain(`${SRC}/events`);
      }
    }), {numRuns: 200});
  });
});
