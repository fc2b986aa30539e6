import {expect} from 'chai';
import type {BackendAdapter} from '../../src/contract/index.js';
import {BackendError} from '../../src/contract/index.js';
import {conformanceChecks, type ConformanceOptions} from '../../src/testing/index.js';
import {able} from '../mocks/able.js';
import {english} from '../mocks/documents.js';
import {complete, overHttp, sealing} from './complete-adapter.js';
import {breakages} from './breakages.js';

const run = async (name: string, adapter: BackendAdapter, options: Partial<ConformanceOptions> = {}): Promise<string> => {
  const check = (await conformanceChecks({patience: 5000, ...options, adapter: () => adapter})).find((candidate) => candidate.name === name);
  if (!check) return 'there is no such check';
  if (check.excused !== undefined) return `excused: ${check.excused}`;
  try {
    await check.run();
    return 'passed';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'no sentence';
  }
};

describe('the conformance suite finds each promise broken', () => {
  for (const {check, broken, says, base = complete, options, brokenOptions = options} of breakages) {
    it(`${check}: ${broken.name} (${says.source})`, async () => {
      expect(await run(check, base(), options), 'before it is broken').to.equal('passed');
      // Only what waits for ever is not waited for.
      expect(await run(check, broken(base()), {patience: says.source.includes('for ever') ? 500 : 5000, ...brokenOptions})).to.match(says);
    });
  }

  it('and leaves no check without proof that it can fail', async () => {
    const names = (await conformanceChecks({adapter: complete})).map(({name}) => name);
    const proved = new Set(breakages.map(({check}) => check));
    expect(names.filter((name) => !proved.has(name))).to.deep.equal([]);
    expect(new Set(names)).to.have.length(names.length);
  });
});

describe('the conformance suite', () => {
  const excuses = async (adapter: BackendAdapter, options = {}) =>
    Object.fromEntries((await conformanceChecks({adapter: () => adapter, ...options})).map(({name, excused}) => [name, excused]));

  it('excuses what an adapter does not announce, and says so', async () => {
    expect(await excuses({name: 'none'})).to.include({
      'getTally answers with a tally': 'does not announce getTally', 'sign answers with a receipt': 'does not announce sign', 'proposeEvent answers with a receipt': 'does not announce proposeEvent',
      'getTally gives up when its caller does': 'does not announce getTally', 'sign tells by its code what befell it': 'does not announce sign', 'create asks nobody anything': 'the suite was not told how pages make it ("made")', 'has a name that attributes and documents can use': undefined,
    });
  });

  it('excuses what the back end behind a protocol does not offer, and says so', async () => {
    const getPetition = async () => ({...(await complete().getPetition?.({})), offers: ['getPetition', 'sign']}) as never;
    expect(await excuses({...complete(), getPetition})).to.include({
      'getTally answers with a tally': 'the petition does not offer getTally', 'sign counts the same signature once': 'the petition does not offer getTally', 'joinEvent answers with a receipt': 'the petition does not offer joinEvent',
      'sign answers with a receipt': undefined,
    });
  });

  it('excuses what the petition sends elsewhere, and a petition that is closed', async () => {
    const saying = (change: object) => ({...complete(), getPetition: async () => ({...(await complete().getPetition?.({})), ...change}) as never});
    const connect = {sign: {adapter: 'crm', src: 'https://crm.example/1'}};
    expect((await excuses(saying({connect})))['sign answers with a receipt']).to.equal('the petition sends sign elsewhere');
    expect((await excuses(saying({closesAt: '2020-01-01T00:00:00Z'})))['sign answers with a receipt']).to.equal('the petition takes no signatures now');
  });

  it('excuses each capability that does not ask by fetch() from what it answers itself, and says so', async () => {
    const http = overHttp();
    const mixed = await excuses({...http, getPetition: async () => ({...english, language: 'en'}) as never, joinEvent: async () => ({status: 'accepted', receivedAt: new Date().toISOString()})});
    for (const [name, excused] of Object.entries({getPetition: 'asks nothing by fetch()', getTally: undefined, sign: undefined, joinEvent: 'asks nothing by fetch()', proposeEvent: undefined})) {
      expect(mixed[`${name} tells by its code what befell it`], name).to.equal(excused);
    }
    expect(mixed['joinEvent gives up when its caller does']).to.equal(undefined);
  });

  it('never passes for having seen nothing', async () => {
    let kept: ReturnType<NonNullable<BackendAdapter['getTally']>> | undefined;
    const adapter = (): BackendAdapter => {
      const http = overHttp();
      return {...http, getTally: (options) => kept ??= able(http, 'getTally').getTally(options).catch((thrown: unknown) => {
        kept = undefined;
        throw thrown;
      })};
    };
    const checks = await conformanceChecks({adapter});
    await checks.find(({name}) => name === 'getTally answers with a tally')?.run();
    const failure = await checks.find(({name}) => name === 'getTally tells by its code what befell it')?.run().then(() => 'passed', String);
    expect(failure).to.contain('getTally, whose connection dropped, asked nobody, though it asked by fetch() before: give the suite an adapter that keeps no answers');
  });

  it('tells what an adapter throws where an answer is due', async () => {
    const says = (thrown: Error) => run('sign answers with a receipt', {...complete(), sign: () => Promise.reject(thrown)});
    expect(await says(new BackendError('forbidden', 'crm.example answered with 403.'))).to.equal('The adapter refused with the code forbidden where an answer is due; it says: crm.example answered with 403.');
    expect(await says(new TypeError('undefined is not a function'))).to.match(/threw TypeError, which is not a BackendError: catch it/);
  });

  it('passes over events that there are not', async () => {
    const none = await excuses({...complete(), listEvents: async () => ({events: []})});
    for (const name of ['getEvent finds an event that is listed', 'listEvents narrows by attendance and time', 'listEvents narrows by country']) expect(none[name], name).to.equal('lists no event to look for');
    expect(none['listEvents keeps to its limit and goes on at its cursor']).to.equal('lists fewer than two events');
    expect(none['joinEvent answers with a receipt']).to.equal('lists no event that can be joined');
  });

  it('passes over plain text where signatures come sealed, and the other way round', async () => {
    expect((await excuses(sealing()))['sign answers with a receipt']).to.equal('the petition takes sealed signatures only');
    expect((await excuses(complete()))['signSealed gives the same receipt to the same signature']).to.equal('the petition names no recipients to seal for');
  });

  it('needs somebody to solve challenges where the petition asks for them', async () => {
    const asking = {...complete(), getPetition: async () => ({...(await complete().getPetition?.({})), challenge: true}) as never};
    expect((await excuses(asking))['sign answers with a receipt']).to.contain('"solve"');
    const solved: string[] = [];
    const checks = await conformanceChecks({adapter: () => asking, solve: async (challenge) => {
      solved.push(challenge.parameters.nonce);
      return {challenge, counter: 1, derivedKey: '00'};
    }});
    solved.length = 0;
    await checks.find(({name}) => name === 'sign answers with a receipt')?.run();
    expect(solved).to.have.length(1);
  });

  it('shows a check that the adapter\'s author excused, with the reason, and does not run it', async () => {
    const name = 'getTally answers with a tally';
    const checks = await conformanceChecks({adapter: () => ({...complete(), getTally: () => Promise.reject(new Error())}), excuse: {[name]: 'it rounds'}});
    const check = checks.find((candidate) => candidate.name === name);
    expect(check?.excused).to.equal('it rounds');
    await check?.run();
  });

  it('refuses an excuse without a reason: a runner would show the check as passed', async () => {
    const refused = await conformanceChecks({adapter: complete, excuse: {'sign answers with a receipt': ' '}}).then(() => 'taken', (thrown: unknown) => String(thrown));
    expect(refused).to.contain('"sign answers with a receipt" without a reason');
  });

  it('refuses an excuse for a check that there is not', async () => {
    const refused = await conformanceChecks({adapter: complete, excuse: {'signs nicely': 'because'}}).then(() => 'taken', (thrown: unknown) => String(thrown));
    expect(refused).to.contain('"signs nicely"').and.to.contain('"sign answers with a receipt"');
  });

  it('signs as whom it is told', async () => {
    const names: (string | undefined)[] = [];
    const adapter = complete();
    const recording: BackendAdapter = {...adapter, ...(adapter.sign && {sign: (signature) => {
      names.push(signature.fields['givenName']);
      return Promise.resolve({status: 'counted', receivedAt: new Date().toISOString()});
    }})};
    const checks = await conformanceChecks({adapter: () => recording, signature: () => ({fields: {givenName: 'Somebody'}, consents: []})});
    await checks.find(({name}) => name === 'sign answers with a receipt')?.run();
    expect(new Set(names)).to.deep.equal(new Set(['Somebody']));
  });
});
