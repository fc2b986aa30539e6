import {expect} from 'chai';
import {fc} from '../support/property.js';
import * as z from 'zod/mini';
import {Tally, checkTally} from '../../src/contract/index.js';
import {describeSchema} from './schema-cases.js';

const good = {count: 12_345, awaiting: 3, goal: 20_000, asOf: '2026-11-22T09:00:00.000Z', approximate: true};

describeSchema('Tally', Tally, good, {
  fine: [['goal', 0], ['awaiting', undefined], ['shares', 4]],
  bad: [['count', undefined], ['count', '12'], ['count', -1], ['awaiting', 1.5], ['goal', null], ['asOf', undefined], ['asOf', '2026-11-22'], ['approximate', 'yes'], ['', []], ['', null]],
});

describe('checkTally', () => {
  it('names the member that is wrong', () => {
    for (const [member, value] of [['count', '1'], ['awaiting', -1], ['goal', 2 ** 53], ['asOf', '2026-02-30T00:00:00Z'], ['approximate', 0]] as const) {
      expect(checkTally({...good, [member]: value})).to.include({path: member});
    }
    expect(checkTally(null)).to.deep.equal({path: '', reason: 'expected object'});
  });

  /** What both say of a value. Members that are present and `undefined` are as good as absent: no JSON can hold them. */
  const verdicts = (value: unknown): [schema: string, byHand: string] => {
    const parsed = z.safeParse(Tally, value);
    const byHand = checkTally(value);
    const sorted = (tally: object) => JSON.stringify(Object.fromEntries(Object.entries(tally).sort(([first], [second]) => (first < second ? -1 : 1))));
    return [parsed.success ? sorted(parsed.data) : 'refused', 'count' in byHand ? sorted(byHand) : 'refused'];
  };
  const agree = (value: unknown) => {
    const [schema, byHand] = verdicts(value);
    expect(byHand, fc.stringify(value)).to.equal(schema);
  };

  const two = (maximum: number) => fc.integer({min: 0, max: maximum}).map((number) => String(number).padStart(2, '0'));
  /** Dates and times that are right, odd, or nearly right. */
  const moment = fc.tuple(
    fc.constantFrom('2026', '2024', '1900', '2000', '0000', '9999', '26', '-2026', '+002026', '20260'), two(13), two(32), fc.constantFrom('T', 't', ' ', ''), two(25), two(61), fc.option(two(61)),
    fc.constantFrom('', '.0', '.123456789', '.', ',5'), fc.constantFrom('Z', 'z', '', '+01:00', '-23:59', '+24:00', '+01:60', '+0100', '+01', '-00:00', 'Z\n'),
  ).map(([year, month, day, t, hour, minute, second, fraction, offset]) => `${year}-${month}-${day}${t}${hour}:${minute}${second === null ? '' : `:${second}`}${fraction}${offset}`);
  const validMoment = fc.date({min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true}).map((date) => date.toISOString());
  const count = fc.oneof(fc.nat(), fc.maxSafeInteger(), fc.double(), fc.constantFrom(-0, 2 ** 53, '1', null, undefined, true, 1n, new Number(1)));
  const nearMiss = fc.record({
    count, awaiting: count, goal: count, asOf: fc.oneof(validMoment, moment, fc.anything()), approximate: fc.oneof(fc.boolean(), fc.anything()), other: fc.anything(),
  }, {requiredKeys: []});

  it('agrees with the schema on anything at all', () => {
    fc.assert(fc.property(fc.anything(), agree), {numRuns: 500});
  });
  it('agrees with the schema on a list that has the members of a tally', () => {
    agree(Object.assign([], good));
    expect(checkTally(Object.assign([], good))).to.include({reason: 'expected object'});
  });
  it('agrees with the schema on near misses', () => {
    fc.assert(fc.property(nearMiss, agree), {numRuns: 3000});
  });
  it('agrees with the schema on tallies that are right but for their date', () => {
    fc.assert(fc.property(fc.nat(), moment, (number, asOf) => { agree({count: number, asOf}); }), {numRuns: 3000});
  });
  it('agrees with the schema on every day there might be', () => {
    for (const year of ['1900', '2000', '2023', '2024', '0000', '0004']) {
      for (let day = 0; day < 14 * 33; day++) agree({count: 1, asOf: `${year}-${String(Math.floor(day / 33)).padStart(2, '0')}-${String(day % 33).padStart(2, '0')}T00:00:00Z`});
    }
  });
  it('agrees with the schema on tallies that are right', () => {
    fc.assert(fc.property(fc.nat(), validMoment, (number, asOf) => { expect(verdicts({count: number, asOf, extra: 1})).to.deep.equal(Array(2).fill(JSON.stringify({asOf, count: number}))); }));
  });
});
