import {expect} from 'chai';
import * as z from 'zod/mini';
import {adapterSettings, wholeNumber} from '../../src/adapters/settings.js';
import {checkSettings} from '../../src/registry/settings.js';
import {failure} from '../mocks/failure.js';

const place = (setting: string) => `the attribute setting-${setting}`;
const schema = adapterSettings({count: z.optional(wholeNumber), list: z.optional(z.string({error: 'expected a name'}))});

describe('checkSettings', () => {
  it('gives back the settings that the schema takes', async () => {
    expect(await checkSettings('crm', schema, {count: '12', list: 'x'}, place)).to.deep.equal({count: '12', list: 'x'});
    expect(await checkSettings('crm', schema, {}, place)).to.deep.equal({});
  });

  it('names the attribute that is wrong, and why', async () => {
    const error = await failure(checkSettings('crm', schema, {count: 'many'}, place));
    expect(error.code).to.equal('configuration');
    expect(error.message).to.equal('The adapter "crm" cannot use the attribute setting-count (expected a whole number from 0 up).');
    expect(error.issues).to.deep.equal([{path: 'count', reason: 'expected a whole number from 0 up'}]);
  });

  it('names an attribute that is misspelt, and every other that is wrong', async () => {
    const {message} = await failure(checkSettings('crm', schema, {cuont: '12', list: 7}, place));
    expect(message).to.contain('setting-cuont (unknown setting)').and.to.contain('setting-list (expected a name)');
  });

  it('says which attribute to remove where an adapter takes no settings', async () => {
    expect(await checkSettings('sphere', undefined, {}, place)).to.deep.equal({});
    const error = await failure(checkSettings('sphere', undefined, {list: 'x'}, place));
    expect(error.code).to.equal('configuration');
    expect(error.message).to.equal('The adapter "sphere" takes no settings: remove the attribute setting-list.');
  });

  it('takes any schema that speaks Standard Schema, at once or later', async () => {
    const foreign = (result: {value: unknown} | {issues: {message: string; path?: {key: string}[]}[]}) => ({'~standard': {version: 1 as const, validate: () => Promise.resolve(result)}});
    expect(await checkSettings('crm', foreign({value: {a: 1}}), {}, place)).to.deep.equal({a: 1});
    expect((await failure(checkSettings('crm', foreign({issues: [{message: 'no', path: [{key: 'a'}, {key: 'b'}]}]}), {}, place))).message).to.contain('setting-a.b (no)');
    expect((await failure(checkSettings('crm', foreign({issues: [{message: 'no'}]}), {}, place))).message).to.contain('its settings (no)');
  });
});

describe('wholeNumber', () => {
  for (const [given, number] of [['0', 0], ['007', 7], [12, 12], ['999999999999999', 999_999_999_999_999], [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]] as const) {
    it(`takes ${JSON.stringify(given)}`, () => { expect(Number(z.parse(wholeNumber, given))).to.equal(number); });
  }
  for (const given of ['', ' ', '-1', '1.5', '1e3', '0x10', ' 1', -1, 1.5, true, null, '9007199254740993', '9'.repeat(400)]) {
    it(`refuses ${JSON.stringify(given).slice(0, 20)} and says what it expects`, () => {
      const result = z.safeParse(wholeNumber, given);
      expect(result.error?.issues.map(({message}) => message)).to.deep.equal(['expected a whole number from 0 up']);
    });
  }
});
