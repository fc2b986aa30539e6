import {expect} from 'chai';
import {delay, http, HttpResponse} from 'msw';
import {PROBLEM_CODES} from '../../src/adapters/http-refusal.js';
import {create} from '../../src/adapters/sphere.js';
import {ProblemCode, type BackendErrorCode, type Signature} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {able} from '../mocks/able.js';
import {english, signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {answer, sent} from '../mocks/network.js';
import {shortTimeouts} from '../mocks/patience.js';

const SRC = 'https://petitions.example/safe-exit';
const adapter = able(checked(create(new URL(SRC), {}), SRC), 'getPetition', 'getTally', 'sign');
const getTally = (signal?: AbortSignal) => failure(adapter.getTally(signal ? {signal} : {}));
const getPetition = () => failure(adapter.getPetition({language: 'fr'}));
const sign = (given: Signature = signature(), signal?: AbortSignal) => failure(adapter.sign(given, signal ? {signal} : {}));

const answering = (response: () => Response | Promise<Response>) => {
  answer(http.all(`${SRC}/*`, response as () => HttpResponse<null>));
};
const problem = (status: number, body: object) => new HttpResponse(JSON.stringify(body), {status, headers: {'Content-Type': 'application/problem+json'}});

describe('sphere: what it makes of answers', () => {
  describe('statuses', () => {
    const codes: [number, BackendErrorCode][] = [
      [400, 'invalid'], [401, 'forbidden'], [403, 'forbidden'], [404, 'not-found'], [405, 'unsupported'], [408, 'timeout'], [409, 'invalid'], [410, 'not-found'],
      [413, 'too-large'], [415, 'unsupported'], [422, 'invalid'], [425, 'unavailable'], [429, 'rate-limited'], [500, 'unavailable'], [501, 'unsupported'], [502, 'unavailable'], [503, 'unavailable'],
      [504, 'unavailable'], [300, 'invalid-response'],
    ];
    for (const [status, code] of codes) {
      it(`${status} is ${code}`, async () => {
        answering(() => new HttpResponse('<h1>Sorry</h1>', {status, headers: {'Content-Type': 'text/html'}}));
        const error = await getTally();
        expect(error.code).to.equal(code);
        expect(error.message).to.contain(`${SRC}/tally.json`).and.to.contain(String(status));
      });
    }
  });

  describe('problem documents', () => {
    it('believes the code and the issues of one', async () => {
      answering(() => problem(422, {title: 'Unprocessable Content', status: 422, code: 'key-reused', issues: [{path: 'idempotencyKey', reason: 'used before', value: 'x'}, 'nonsense', {path: 1}]}));
      const error = await sign();
      expect(error.code).to.equal('key-reused');
      expect(error.issues).to.deep.equal([{path: 'idempotencyKey', reason: 'used before'}]);
      expect(error.message).to.contain('"idempotencyKey"');
    });

    it('knows every code of the contract', () => {
      expect(PROBLEM_CODES).to.have.members(ProblemCode.options);
    });

    for (const [what, respond] of [
      ['a code that is none', () => problem(409, {title: 'x', status: 409, code: 'aborted'})],
      ['no code', () => problem(409, {title: 'x', status: 409})],
      ['no object', () => problem(409, [])],
      ['broken JSON', () => new HttpResponse('{"code": "closed"', {status: 409, headers: {'Content-Type': 'application/problem+json'}})],
      ['another content type', () => HttpResponse.json({code: 'closed'}, {status: 409})],
    ] as const) {
      it(`goes by the status where the document has ${what}`, async () => {
        answering(respond);
        expect((await sign()).code).to.equal('invalid');
      });
    }

    it('repeats none of its words, which may quote what a person typed', async () => {
      answering(() => problem(422, {title: 'Ada', status: 422, code: 'invalid', detail: 'ada@example.org is wrong', issues: [{path: 'fields.email', reason: 'ada@example.org'}]}));
      const {message, issues} = await sign();
      expect(message).to.contain('"fields.email"').and.to.not.match(/ada/i);
      expect(issues).to.deep.equal([{path: 'fields.email', reason: 'refused'}]);
    });

    it('takes a path that cannot be a member\'s for something typed, and leaves it out', async () => {
      answering(() => problem(422, {title: 'x', status: 422, code: 'invalid', issues: ['fields.ada@example.org', 'Ada Exemple', 'fields..x', 'a'.repeat(65)].map((path) => ({path, reason: 'unknown'}))}));
      const {message, issues} = await sign();
      expect(issues).to.deep.equal([]);
      expect(message).to.not.match(/ada|Exemple|aaa/i);
    });

    it('keeps the reasons of the contract and of our own server', async () => {
      const reasons = ['required', 'too-long', 'unknown member', 'expected string', 'expected one line', 'more than 200', 'not valid Unicode', 'given twice', 'over already'];
      answering(() => problem(422, {title: 'x', status: 422, code: 'invalid', issues: [...reasons, 'more than 0612345678', 'expected Ada'].map((reason) => ({path: 'place.locality', reason}))}));
      expect((await sign()).issues.map(({reason}) => reason)).to.deep.equal([...reasons, 'refused', 'refused']);
    });
  });

  describe('Retry-After', () => {
    const after = async (status: number, header: string) => {
      answering(() => new HttpResponse(null, {status, headers: {'Retry-After': header}}));
      return (await sign()).retryAfter;
    };
    it('comes in seconds', async () => { expect(await after(429, '30')).to.equal(30); });
    it('comes as a date', async () => { expect(await after(503, new Date(Date.now() + 60_000).toUTCString())).to.be.within(55, 61); });
    it('is no pause when its date is past', async () => { expect(await after(503, 'Wed, 21 Oct 2015 07:28:00 GMT')).to.equal(0); });
    it('is a day at most', async () => { expect(await after(503, '9'.repeat(400))).to.equal(86_400); });
    it('is passed over when it says nothing', async () => { expect(await after(429, 'soon')).to.equal(undefined); });
    it('means nothing where one may not try again', async () => { expect(await after(403, '30')).to.equal(undefined); });
  });

  describe('what is not JSON', () => {
    for (const [what, body, type] of [['a page of HTML', '<!DOCTYPE html><title>x</title>', 'text/html'], ['nothing', '', 'application/json'], ['text that is broken', '{"count": 1', 'application/json']] as const) {
      it(`says that ${what} came`, async () => {
        answering(() => new HttpResponse(body, {headers: {'Content-Type': type}}));
        const error = await getTally();
        expect(error.code).to.equal('invalid-response');
        expect(error.message).to.equal(`${SRC}/tally.json answered with ${what} instead of JSON.`);
      });
    }

    it('keeps what the answer quotes out of the error', async () => {
      answering(() => new HttpResponse('ada@example.org'));
      const error = await sign();
      expect(`${error.message} ${String(error.cause)}`).to.not.contain('ada');
    });
  });

  it('names the one member of a document that is wrong', async () => {
    answering(() => HttpResponse.json({...english, letter: [{type: 'paragraph', text: 'Fine'}, {type: 'paragraph', text: 7}]}));
    const error = await getPetition();
    expect(error.code).to.equal('invalid-response');
    expect(error.issues[0]?.path).to.match(/^letter\.1\.text/);
    expect(error.message).to.contain('letter.1.text').and.to.contain(SRC);
  });

  it('says where a redirect led, when that was no JSON', async () => {
    answering(() => Object.defineProperties(new HttpResponse('<title>Sign in</title>'), {redirected: {value: true}, url: {value: 'https://accounts.example/sign-in?next=1'}}));
    expect((await getTally()).message).to.equal(`${SRC}/tally.json, redirected to https://accounts.example/sign-in, answered with a page of HTML instead of JSON.`);
  });

  it('reads bytes that are no text at all as an answer that is broken', async () => {
    answering(() => new HttpResponse(new Uint8Array([0xff, 0xfe, 0x00, 0x01])));
    expect((await getTally()).code).to.equal('invalid-response');
  });

  it('calls a dropped connection offline, and says where', async () => {
    answering(() => HttpResponse.error());
    const error = await sign();
    expect(error.code).to.equal('offline');
    expect(error.retryable).to.equal(true);
    expect(error.message).to.contain(`${SRC}/signatures`).and.to.contain('CORS');
  });

  describe('silence', () => {
    beforeEach(() => {
      answering(async () => {
        await delay('infinite');
        return HttpResponse.json({});
      });
    });

    it('ends a read after 10 seconds', async () => {
      const asked = shortTimeouts();
      const error = await getTally();
      expect(error.code).to.equal('timeout');
      expect(error.message).to.equal(`${SRC}/tally.json did not answer within 10 s.`);
      expect(asked).to.deep.equal([10_000]);
    });

    it('ends a write after 20 seconds', async () => {
      const asked = shortTimeouts();
      expect((await sign()).code).to.equal('timeout');
      expect(asked).to.deep.equal([20_000]);
    });

    it('ends when its caller gives up', async () => {
      const controller = new AbortController();
      setTimeout(() => { controller.abort(); }, 50);
      const error = await getTally(controller.signal);
      expect(error.code).to.equal('aborted');
      expect(error.retryable).to.equal(false);
    });
  });

  it('sends nothing for a caller who gave up before', async () => {
    expect((await sign(signature(), AbortSignal.abort())).code).to.equal('aborted');
    expect(sent).to.deep.equal([]);
  });
});
