import {can, type BackendAdapter} from '../../contract/adapter.js';
import {openness} from '../../contract/openness.js';
import type {Petition} from '../../contract/petition.js';
import {Receipt, type Signature} from '../../contract/signature.js';
import type {Tally} from '../../contract/tally.js';
import {checkOfSigning, lacking, repeatExcuse, writingExcuse, type Able, type Check, type Signable} from '../check.js';
import {answering, newKey, newSignature, textField, withoutName} from '../example.js';
import {answeredAlike, conforming, demand, refusal, sameToAll, shapeOf} from '../expect.js';
import {readTally, sleep} from './tally.js';

const BETWEEN_READS = 250;

const sign = async ({adapter}: Signable, signature: Signature) => conforming(Receipt, await adapter.sign(signature), 'The receipt');

/** The first tally that surely holds the signature of a receipt; when patience ends, the last there was: public numbers move in batches. */
const tallyAfter = async (subject: Able<'getTally'>, receipt: Receipt): Promise<Tally> => {
  const deadline = Date.now() + subject.patience;
  for (;;) {
    const tally = await readTally(subject);
    if (Date.parse(tally.asOf) > Date.parse(receipt.receivedAt) || Date.now() > deadline) return tally;
    await sleep(BETWEEN_READS);
  }
};

const repeating = (_petition: Petition, adapter: BackendAdapter) => repeatExcuse(adapter, 'sign');
const repeatingAndCounting = (petition: Petition, adapter: BackendAdapter) => repeating(petition, adapter) ?? lacking({adapter, petition}, 'getTally');
const repeatingAName = (petition: Petition, adapter: BackendAdapter) => repeating(petition, adapter) ?? withoutName(petition);
const unchallenged = (petition: Petition) => (petition.challenge === true ? undefined : 'the petition asks for no challenge');

/** What holds for a signature that is accepted, and who may sign. */
export const signingChecks = [
  checkOfSigning('sign answers with a receipt', async (subject) => {
    await sign(subject, await newSignature(subject));
  }),

  checkOfSigning('sign gives the same receipt to the same signature', async (subject) => {
    const signature = await newSignature(subject);
    const [first, second] = [await sign(subject, signature), await sign(subject, signature)];
    demand(first.status === second.status && first.receivedAt === second.receivedAt, `A signature that came twice got "${first.status}" of ${first.receivedAt}, then "${second.status}" of ${second.receivedAt}; keep the receipt with the key, and give it again.`);
  }, repeating),

  checkOfSigning('sign counts the same signature once', async (subject) => {
    const {adapter} = subject;
    if (!can(adapter, 'getTally')) return;
    const counted = {...subject, adapter};
    const before = await tallyAfter(counted, await sign(subject, await newSignature(subject)));
    const signature = await newSignature(subject);
    await sign(subject, signature);
    const after = await tallyAfter(counted, await sign(subject, signature));
    demand(after.count - before.count <= 1, `A signature that came twice moved the tally by ${after.count - before.count}: count a key once, or leave sign out of "repeatable".`);
  }, repeatingAndCounting),

  checkOfSigning('sign refuses other content under the same key', async (subject) => {
    const signature = await newSignature(subject);
    await sign(subject, signature);
    const other = answering(signature, textField(subject.petition)?.name ?? '', 'Somebody else');
    const error = await refusal(() => subject.adapter.sign(other), 'Other content under a key that came before', ['key-reused']);
    demand(!error.retryable, 'A key that was used before is told as an error after which one may try again.');
  }, repeatingAName),

  checkOfSigning('sign tells nobody who has signed before', async (subject) => {
    const signature = await newSignature(subject);
    const first = await subject.adapter.sign(signature);
    const stranger = await subject.adapter.sign(await newSignature(subject));
    const second = await newSignature(subject, signature);
    const again = await answeredAlike(() => subject.adapter.sign(second), 'signature');
    demand(sameToAll(first, again) && sameToAll(again, stranger), `The same person's second signature got ${shapeOf(again)}, everyone else's ${shapeOf(stranger)}; answer both alike, or anybody can find out who has signed.`);
  }),

  checkOfSigning('sign refuses a challenge that was not solved', async (subject) => {
    const {idempotencyKey, fields, consents, language} = await newSignature(subject);
    await refusal(() => subject.adapter.sign({idempotencyKey, fields, consents, language}), 'A signature without the solution of a challenge', ['challenge', 'invalid']);
  }, unchallenged),

  checkOfSigning('sign refuses a challenge that was used before', async (subject) => {
    const {solution} = await newSignature(subject);
    if (!solution) return;
    await sign(subject, {...(await newSignature(subject)), solution});
    const second = await newSignature(subject);
    await refusal(() => subject.adapter.sign({...second, solution}), 'A second signature with the same solution', ['challenge']);
  }, unchallenged),

  {
    name: 'sign says closed where the petition takes no signatures',
    excuse: (subject) => {
      const {petition} = subject;
      if (!petition) return writingExcuse(subject);
      return lacking(subject, 'sign') ?? (petition.test !== true ? writingExcuse(subject) : openness(petition, Date.now()) === 'open' ? 'the petition takes signatures now' : undefined);
    },
    run: async ({adapter, petition, person}) => {
      if (!petition) return;
      await refusal(async () => adapter.sign?.({idempotencyKey: newKey(), ...person(petition), language: petition.language}), 'A signature of a petition that takes none', ['closed']);
    },
  } satisfies Check,
];
