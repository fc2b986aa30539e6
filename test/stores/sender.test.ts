import {expect} from 'chai';
import {BackendError} from '../../src/contract/index.js';
import {Sender} from '../../src/stores/sender.js';
import {fixChance, settle, stopClock} from '../support/clock.js';

interface Content {readonly word: string}
type Sent = Content & {readonly idempotencyKey: string};

const made = (answer: (tries: number) => Promise<string>, repeatable = true) => {
  const sent: Sent[] = [];
  const sender = new Sender<Content, string>((document) => { sent.push(document); return answer(sent.length); }, repeatable);
  return {sender, sent};
};
const busy = () => Promise.reject(new BackendError('unavailable', 'busy'));

describe('a sender', () => {
  it('sends with a key that nobody can guess, and gives the receipt', async () => {
    const {sender, sent} = made(() => Promise.resolve('done'));
    await sender.send({word: 'a'});
    expect(sender.state.value).to.deep.equal({status: 'sent', receipt: 'done'});
    expect(sent[0]?.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
  });

  it('sends the same again under a new key once it has arrived: that is a new act', async () => {
    const {sender, sent} = made(() => Promise.resolve('done'));
    await sender.send({word: 'a'});
    await sender.send({word: 'a'});
    expect(new Set(sent.map(({idempotencyKey}) => idempotencyKey))).to.have.length(2);
  });

  it('repeats the identical document as long as that may help', async () => {
    const clock = stopClock();
    fixChance();
    const {sender, sent} = made((tries) => (tries < 3 ? busy() : Promise.resolve('done')));
    void sender.send({word: 'a'});
    await settle();
    expect(sender.state.value).to.have.nested.property('trouble.code', 'unavailable');
    await clock.pass(60_000);
    expect(sender.state.value.status).to.equal('sent');
    expect(new Set(sent)).to.have.length(1);
  });

  it('does not repeat by itself what the back end would count twice, and keeps the key for the next press', async () => {
    const {sender, sent} = made((tries) => (tries === 1 ? busy() : Promise.resolve('done')), false);
    await sender.send({word: 'a'});
    expect(sender.state.value).to.have.nested.property('error.code', 'unavailable');
    await sender.send({word: 'a'});
    expect([sent.length, sent[0]]).to.deep.equal([2, sent[1]]);
  });

  it('takes another key for other answers', async () => {
    const {sender, sent} = made(() => Promise.reject(new BackendError('invalid', 'no')));
    await sender.send({word: 'a'});
    await sender.send({word: 'b'});
    expect(sent[0]?.idempotencyKey).to.not.equal(sent[1]?.idempotencyKey);
  });

  it('sends once, however often the button is pressed', async () => {
    let finish: (receipt: string) => void = () => undefined;
    const {sender, sent} = made(() => new Promise((resolve) => { finish = resolve; }));
    const first = sender.send({word: 'a'});
    await sender.send({word: 'a'});
    sender.reset();
    expect([sent.length, sender.state.value.status]).to.deep.equal([1, 'sending']);
    finish('done');
    await first;
    expect(sender.state.value.status).to.equal('sent');
  });

  it('stops trying when told, and forgets a failure when told', async () => {
    stopClock();
    const {sender} = made(busy);
    const sending = sender.send({word: 'a'});
    await settle();
    sender.cancel();
    await sending;
    expect(sender.state.value.status).to.equal('idle');
    const failing = made(() => Promise.reject(new RangeError('x'))).sender;
    await failing.send({word: 'a'});
    expect(failing.state.value).to.have.nested.property('error.code', 'invalid-response');
    failing.reset();
    expect(failing.state.value.status).to.equal('idle');
  });
});
