import {expect} from 'chai';
import {BackendError, type BackendErrorCode} from '../../src/contract/error.js';
import {Block, can, parse, Tally} from '../../src/contract/index.js';
import {failure} from '../mocks/failure.js';

const RETRYABLE: BackendErrorCode[] = ['offline', 'timeout', 'rate-limited', 'unavailable'];
const FINAL: BackendErrorCode[] = ['not-found', 'closed', 'invalid', 'key-reused', 'too-large', 'forbidden', 'challenge', 'unsupported', 'invalid-response', 'configuration', 'aborted'];

describe('BackendError', () => {
  for (const code of RETRYABLE) {
    it(`${code}: the call may be made again, after the pause that was asked for`, () => {
      const error = new BackendError(code, 'Sorry.', {retryAfter: 30});
      expect([error.retryable, error.retryAfter]).to.deep.equal([true, 30]);
      expect(new BackendError(code, 'Sorry.').retryAfter).to.equal(undefined);
    });
  }
  for (const code of FINAL) {
    it(`${code}: the call is over`, () => {
      const error = new BackendError(code, 'Sorry.', {retryAfter: 30});
      expect([error.retryable, error.retryAfter]).to.deep.equal([false, undefined]);
    });
  }

  it('is an Error with a message, issues and a cause', () => {
    const cause = new Error('below');
    const error = new BackendError('invalid', 'Sorry.', {issues: [{path: 'a', reason: 'b'}], cause});
    expect(error).to.be.instanceOf(Error).and.include({name: 'BackendError', message: 'Sorry.', code: 'invalid', cause});
    expect(error.issues).to.deep.equal([{path: 'a', reason: 'b'}]);
    expect(new BackendError('invalid', 'Sorry.').issues).to.deep.equal([]);
  });

  it('is known by another copy of the library', async () => {
    const address = new URL('../../src/contract/error.ts?second-copy', import.meta.url).href;
    const copy = (await import(address)) as typeof import('../../src/contract/error.js');
    expect(copy.BackendError).to.not.equal(BackendError);
    const foreign = new copy.BackendError('closed', 'Sorry.');
    expect(foreign).to.not.be.instanceOf(BackendError);
    expect(BackendError.is(foreign)).to.equal(true);
    expect(BackendError.from(foreign, 'It')).to.equal(foreign);
  });

  it('is not any other thing', () => {
    for (const thing of [null, undefined, 'closed', {}, new Error('x'), {code: 'closed', name: 'BackendError'}]) expect(BackendError.is(thing)).to.equal(false);
  });

  for (const [thrown, code] of [
    [new DOMException('x', 'AbortError'), 'aborted'], [new DOMException('x', 'TimeoutError'), 'timeout'], [new TypeError('Failed to fetch'), 'offline'], [new RangeError('x'), 'invalid-response'], ['text', 'invalid-response'], [undefined, 'invalid-response'],
  ] as const) {
    it(`makes ${code} of ${String(thrown)}`, () => {
      const error = BackendError.from(thrown, 'our-crm.sign()');
      expect(error).to.include({code, cause: thrown});
      expect(error.message).to.contain('our-crm.sign()');
    });
  }
});

describe('parse', () => {
  it('says what, where and why', async () => {
    const error = await failure(Promise.resolve().then(() => parse(Tally, {count: -1}, 'https://example.org/tally.json')));
    expect(error.code).to.equal('invalid-response');
    expect(error.message).to.equal('https://example.org/tally.json is not as the contract has it at "count": less than 0.');
    expect(error.issues).to.deep.equal([{path: 'count', reason: 'less than 0'}, {path: 'asOf', reason: 'missing'}]);
  });

  it('takes another code, for what came from the other side', async () => {
    expect((await failure(Promise.resolve().then(() => parse(Tally, null, 'It', 'invalid')))).code).to.equal('invalid');
  });

  it('says of a member that may have several shapes what is wrong with the nearest', async () => {
    const issuesOf = async (block: object) => (await failure(Promise.resolve().then(() => parse(Block, block, 'It')))).issues;
    expect(await issuesOf({type: 'paragraph', text: 7})).to.deep.equal([{path: 'text', reason: 'expected string or array'}]);
    expect(await issuesOf({type: 'image', text: 'x'})).to.deep.equal([{path: 'type', reason: 'expected heading or paragraph or list or quote'}]);
    expect(await issuesOf({type: 'list', items: ['x', [{text: 'x', href: 'javascript:alert(1)'}]]})).to.deep.include({path: 'items.1.0.href', reason: 'not in the form expected'});
    expect(await issuesOf({type: 'heading'})).to.deep.equal([{path: 'text', reason: 'missing'}]);
  });

  it('never says the value: it may be somebody\'s name', async () => {
    const {message, issues} = await failure(Promise.resolve().then(() => parse(Tally, {count: 'Ada', asOf: 'Exemple'}, 'It')));
    expect(JSON.stringify([message, issues])).to.not.match(/Ada|Exemple/);
  });
});

describe('can', () => {
  it('goes by the presence of the method', () => {
    const adapter = {name: 'x', getTally: () => Promise.resolve({count: 1, asOf: '2026-11-22T09:00:00Z'})};
    expect(can(adapter, 'getTally')).to.equal(true);
    expect(can(adapter, 'sign')).to.equal(false);
  });
});
