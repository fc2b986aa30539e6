import {can} from '../../contract/adapter.js';
import {Receipt} from '../../contract/signature.js';
import {newSealed, type Sealable} from '../calls.js';
import {lacking, writingExcuse, type Check} from '../check.js';
import {newKey} from '../example.js';
import {conforming, demandOneReceipt, refusal, sentence} from '../expect.js';

const checkOfSealing = (name: string, run: (subject: Sealable) => Promise<void>): Check => ({
  name,
  excuse: (subject) => lacking(subject, 'signSealed') ?? writingExcuse(subject) ?? (subject.petition?.recipients?.length ? undefined : 'the petition names no recipients to seal for'),
  run: async (subject) => {
    const {adapter, petition} = subject;
    if (!can(adapter, 'signSealed') || !petition) throw sentence(`"${name}" needs a petition that can be signed.`);
    await run({...subject, adapter, petition});
  },
});

/** What holds for a signature that comes sealed. */
export const sealingChecks = [
  checkOfSealing('signSealed gives the same receipt to the same signature', async (subject) => {
    const sealed = await newSealed(subject);
    const first = conforming(Receipt, await subject.adapter.signSealed(sealed), 'The receipt');
    if (!subject.adapter.repeatable?.includes('signSealed')) return;
    const second = conforming(Receipt, await subject.adapter.signSealed(sealed), 'The second receipt');
    demandOneReceipt(first, second, 'A sealed signature', 'signSealed');
  }),

  checkOfSealing('signSealed refuses an envelope for somebody else', async (subject) => {
    const sealed = await newSealed(subject);
    const envelopes = sealed.envelopes.map((envelope) => ({...envelope, keyId: 'nobodys-key'}));
    await refusal(() => subject.adapter.signSealed({...sealed, envelopes}), 'An envelope for a key that the petition does not name');
  }),

  checkOfSealing('sign refuses plain text where a petition is signed sealed', async ({adapter, petition, person}) => {
    if (!can(adapter, 'sign')) return;
    const signature = {idempotencyKey: newKey(), ...person(petition), language: petition.language};
    await refusal(() => adapter.sign(signature), 'A signature in plain text for a petition that names recipients', ['invalid', 'unsupported']);
  }),
];
