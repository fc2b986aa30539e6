import {expect} from 'chai';
import type {BackendAdapter, Receipt} from '../../src/contract/index.js';
import {BackendError} from '../../src/contract/index.js';
import {conformanceChecks, type ConformanceOptions} from '../../src/testing/index.js';
import {complete, sealing} from './complete-adapter.js';
import {breakages} from './breakages.js';

const run = async (name: string, adapter: BackendAdapter, options: Partial<ConformanceOptions> = {}): Promise<string> => {
  const check = (await conformanceChecks({...options, adapter: () => adapter, patience: 200})).find((candidate) => candidate.name === name);
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
  for (const {check, broken, says, base = complete, options} of breakages) {
    it(`${check}: ${broken.name} (${says.source})`, async () => {
      expect(await run(check, base(), options), 'before it is broken').to.equal('passed');
      expect(await run(check, broken(base()), options)).to.match(says);
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
      'gives a read up when its caller does': 'announces nothing that reads', 'has a name that attributes and documents can use': undefined,
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

  it('writes nothing unless the petition says that it is there for tests', async () => {
    const written: string[] = [];
    const receipt = async (): Promise<Receipt> => {
      written.push('signature');
      return {status: 'counted', receivedAt: new Date().toISOString()};
    };
    const untried = {...complete(), sign: receipt, signSealed: receipt, joinEvent: receipt as never, proposeEvent: receipt as never};
    const getPetition = async () => ({...(await complete().getPetition?.({})), test: false}) as never;
    const checks = await conformanceChecks({adapter: () => ({...untried, getPetition})});
    for (const check of checks) await check.run().catch(() => undefined);
    expect(written).to.deep.equal([]);
    const writing = checks.filter(({name}) => /^(sign|join|propose)|^(tells|gives|ends|claims|puts|repeats) .*(write|told|typed)/.test(name));
    expect(new Set(writing.map(({excused}) => excused))).to.deep.equal(new Set(['writes only where the petition says "test": true']));
  });

  it('writes nothing where the petition cannot be read, unless it is given', async () => {
    const silent = {...complete(), getPetition: () => Promise.reject(new BackendError('offline', 'Gone.'))};
    expect((await excuses(silent))['sign answers with a receipt']).to.contain('could not be read');
    const {getPetition: _getPetition, ...poor} = complete();
    expect((await excuses(poor))['sign answers with a receipt']).to.match(/gets no petition .*"petition" takes one/);
    expect((await excuses(silent, {petition: {id: 'p', title: 'P', language: 'en', test: true}}))['sign answers with a receipt']).to.equal(undefined);
  });

  it('passes over events that there are not', async () => {
    const none = await excuses({...complete(), listEvents: async () => ({events: []})});
    expect(none['getEvent finds an event that is listed']).to.equal('lists no event to look for');
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
    expect(names).to.deep.equal(['Somebody']);
  });
});
