import {expect} from 'chai';
import {BackendError, type BackendAdapter, type BackendErrorCode, type Receipt, type Signature} from '../../src/contract/index.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {eventually} from '../support/eventually.js';
import {hurry} from './clock.js';
import {button, enter, fillIn, focused, held, press} from './signing.js';
import {CANARY, all, aTurn, backEnd, find, place, says} from './support.js';

const receipt: Receipt = {status: 'counted', receivedAt: '2026-01-01T00:00:00Z'};
const broken = (code: BackendErrorCode, retryAfter?: number) => new BackendError(code, 'For the test.', {retryAfter});

/** A back end that answers each try in turn, the last for ever, and keeps what it was sent as the bytes it would be. */
const answering = (...answers: (Receipt | BackendError | 'silence')[]) => {
  const sent: string[] = [];
  const sign = (signature: Signature, {signal}: {signal?: AbortSignal} = {}): Promise<Receipt> => {
    const next = answers[Math.min(sent.push(JSON.stringify(signature)), answers.length) - 1];
    if (BackendError.is(next)) return Promise.reject(next);
    if (next !== 'silence' && next) return Promise.resolve(next);
    return new Promise((_, reject) => { signal?.addEventListener('abort', () => { reject(broken('aborted')); }); });
  };
  return {sent, sign};
};
const keyOf = (bytes: string | undefined): unknown => (JSON.parse(bytes ?? '{}') as Partial<Signature>).idempotencyKey;

const filled = async (change: Partial<BackendAdapter>) => {
  const form = await place('sphere-petition-form', backEnd(change));
  await fillIn(form);
  await press(form);
  return form;
};

describe('how a signature is sent', () => {
  before(() => { SpherePetitionForm.define(); });

  it('holds the answers without the blanks around them, the consents that were ticked, the language that was read, and a key', async () => {
    const {sent, sign} = answering(receipt);
    const form = await place('sphere-petition-form', backEnd({sign}));
    await fillIn(form, {...CANARY, givenName: '  Canarina\t'});
    await press(form);
    await says(form, 'Thank you. You have signed.');
    const {idempotencyKey, ...content} = JSON.parse(sent[0] ?? '{}') as Signature;
    expect(idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(content).to.deep.equal({fields: CANARY, consents: [{id: 'signature', version: '2026-11'}], language: 'en'});
  });

  it('happens once for a double click', async () => {
    const {sent, sign} = answering('silence');
    const form = await place('sphere-petition-form', backEnd({sign}));
    await fillIn(form);
    const sign2 = await button(form);
    sign2.click();
    sign2.click();
    await says(form, 'Sending …');
    sign2.click();
    await aTurn();
    expect(sent.length).to.equal(1);
    expect([sign2.ariaDisabled, sign2.disabled, form.matches(':state(sending)')]).to.deep.equal(['true', false, true]);
    expect((await find(form, '[role=status]')).textContent).to.equal('Your signature is being sent.');
  });

  describe('when it did not arrive', () => {
    for (const [code, sentence] of [
      ['offline', 'there is no connection'], ['timeout', 'overloaded'], ['rate-limited', 'overloaded'], ['unavailable', 'overloaded'],
      ['closed', 'takes no signatures right now'], ['invalid', 'did not accept some'], ['too-large', 'did not accept some'], ['not-found', 'cannot be signed from this page'],
      ['forbidden', 'cannot be signed from this page'], ['unsupported', 'cannot be signed from this page'], ['invalid-response', 'cannot tell whether'], ['key-reused', 'cannot tell whether'], ['challenge', 'cannot tell whether'],
    ] as const) {
      it(`keeps what was typed and says so, with the focus on it (${code})`, async () => {
        hurry();
        const form = await filled(answering(broken(code)));
        await says(form, sentence);
        await eventually(() => focused()?.textContent.includes(sentence), 'The sentence has not the focus.');
        expect(held(form)).to.deep.equal({...CANARY});
        expect((await find<HTMLInputElement>(form, '#consent-signature')).checked).to.equal(true);
      });
    }

    for (const code of ['offline', 'timeout', 'unavailable', 'invalid-response', 'key-reused', 'challenge'] as const) {
      it(`invites nobody to sign twice whom the back end would count twice (${code})`, async () => {
        const form = await filled({...answering(broken(code)), repeatable: []});
        await says(form, 'We cannot tell whether your signature arrived. What you typed is still here. If you sign again, it may count twice.');
        expect(held(form)).to.deep.equal({...CANARY});
      });
    }

    it('says what is wrong where the back end surely did not take it, even one that counts twice', async () => {
      const form = await filled({...answering(broken('rate-limited')), repeatable: []});
      await says(form, 'Please sign again in a few minutes.');
    });

    it('is sent again with the same key and the same bytes when the button is pressed again', async () => {
      const {sent, sign} = answering(broken('closed'), broken('invalid-response'), receipt);
      const form = await filled({sign, repeatable: []});
      await says(form, 'takes no signatures');
      await press(form);
      await says(form, 'cannot tell whether');
      await press(form);
      await says(form, 'Thank you.');
      expect(sent.length).to.equal(3);
      expect(new Set(sent).size).to.equal(1);
    });

    it('has a new key once an answer has changed', async () => {
      const {sent, sign} = answering(broken('offline'), receipt);
      const form = await filled({sign, repeatable: []});
      await says(form, 'cannot tell whether');
      await enter(form, 'givenName', 'Canaria');
      await press(form);
      await says(form, 'Thank you.');
      expect(keyOf(sent[0])).to.not.equal(keyOf(sent[1]));
    });

    it('is not repeated by itself where the adapter does not say that it may be', async () => {
      hurry();
      const {sent, sign} = answering(broken('unavailable'));
      const {repeatable: _, ...once} = backEnd({sign});
      const form = await place('sphere-petition-form', once);
      await fillIn(form);
      await press(form);
      await says(form, 'cannot tell whether');
      expect(sent.length).to.equal(1);
    });
  });

  describe('by itself, again', () => {
    it('has one key and the same bytes, and no pause shorter than the back end asked for', async () => {
      const pauses = hurry();
      const {sent, sign} = answering(broken('rate-limited', 7), broken('unavailable', 3), receipt);
      const form = await filled({sign});
      await says(form, 'Thank you.');
      expect(sent.length).to.equal(3);
      expect(new Set(sent).size).to.equal(1);
      expect(pauses.filter((pause) => pause >= 7000 && pause <= 8000).length).to.equal(1);
      expect(pauses.filter((pause) => pause >= 3000 && pause <= 5000).length).to.equal(1);
    });

    it('ends after eight tries, and says so', async () => {
      hurry();
      const {sent, sign} = answering(broken('unavailable'));
      const form = await filled({sign});
      await says(form, 'overloaded');
      expect(sent.length).to.equal(8);
    });

    it('does not happen after an answer that another try cannot better', async () => {
      hurry();
      const {sent, sign} = answering(broken('closed'));
      await says(await filled({sign}), 'takes no signatures');
      expect(sent.length).to.equal(1);
    });

    it('can be stopped, which keeps the answers, the key and the reader’s place', async () => {
      const {sent, sign} = answering(broken('rate-limited', 60), 'silence');
      const form = await filled({sign});
      await says(form, 'We keep trying');
      const stop = (await eventually(() => all(form, 'button').find(({textContent}) => textContent.includes('Stop trying')), 'There is no way to stop.'));
      stop.focus();
      stop.click();
      await says(form, 'Sign the petition');
      await eventually(() => !all(form, 'button').includes(stop), 'It can still be stopped.');
      expect(focused() === await button(form)).to.equal(true);
      expect(held(form)).to.deep.equal({...CANARY});
      await press(form);
      await eventually(() => sent.length === 2, 'It is not sent again.');
      expect(sent[0]).to.equal(sent[1]);
    });
  });
});
