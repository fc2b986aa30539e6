import {can} from '../../contract/adapter.js';
import {Receipt} from '../../contract/signature.js';
import {newSealed, type Sealable} from '../calls.js';
import {lacking, repeatExcuse, writeExcuse, writingExcuse, type Check, type Subject} from '../check.js';
import {newKey} from '../example.js';
import {conforming, demand, refusal, sentence} from '../expect.js';

const checkOfSealing = (name: string, run: (subject: Sealable) => Promise<void>, excuse: (subject: Subject) => string | undefined = () => undefined): Check => ({
  name,
  excuse: (subject) => writeExcuse(subject, 'signSealed') ?? excuse(subject),
  run: async (subject) => {
    const {adapter, petition} = subject;
    if (!can(adapter, 'signSealed') || !petition) throw sentence(`"${name}" needs a petition that can be signed.`);
    await run({...subject, adapter, petition});
  },
});
const repeating = ({adapter}: Subject) => repeatExcuse(adapter, 'signSealed');

/** What holds for a signature that comes sealed. */
export const sealingChecks: readonly Check[] = [
  checkOfSealing('signSealed answers with a receipt', async (subject) => {
    conforming(Receipt, await subject.adapter.signSealed(await newSealed(subject)), 'The receipt');
  }),

  checkOfSealing('signSealed gives the same receipt to the same signature', async (subject) => {
    const sealed = await newSealed(subject);
    const first = conforming(Receipt, await subject.adapter.signSealed(sealed), 'The receipt');
    const second = conforming(Receipt, await subject.adapter.signSealed(sealed), 'The second receipt');
    demand(first.status === second.status && first.receivedAt === second.receivedAt, `A sealed signature that came twice got "${first.status}" of ${first.receivedAt}, then "${second.status}" of ${second.receivedAt}; keep the receipt with the key, and give it again.`);
  }, repeating),

  checkOfSealing('signSealed refuses other content under the same key', async (subject) => {
    const first = await newSealed(subject);
    await subject.adapter.signSealed(first);
    const second = {...(await newSealed(subject)), idempotencyKey: first.idempotencyKey};
    await refusal(() => subject.adapter.signSealed(second), 'Another sealed signature under a key that came before', ['key-reused']);
  }, repeating),

  checkOfSealing('signSealed refuses an envelope for somebody else', async (subject) => {
    const sealed = await newSealed(subject);
    const envelopes = sealed.envelopes.map((envelope) => ({...envelope, keyId: 'nobodys-key'}));
    await refusal(() => subject.adapter.signSealed({...sealed, envelopes}), 'An envelope for a key that the petition does not name');
  }),

  {
    name: 'sign refuses plain text where a petition is signed sealed',
    excuse: (subject) => lacking(subject, 'sign') ?? writingExcuse(subject) ?? (subject.petition?.recipients?.length ? undefined : 'the petition names no recipients to seal for'),
    run: async ({adapter, petition, person}) => {
      if (!petition) throw sentence('There is no petition to sign.');
      const signature = {idempotencyKey: newKey(), ...person(petition), language: petition.language};
      await refusal(async () => adapter.sign?.(signature), 'A signature in plain text for a petition that names recipients', ['invalid', 'unsupported'], 'whoever sends it has been told that it is sealed');
    },
  },
];
