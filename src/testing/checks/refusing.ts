import type {Petition} from '../../contract/petition.js';
import {Receipt, type Signature} from '../../contract/signature.js';
import {checkOfSigning, type Signable} from '../check.js';
import {answering, newSignature, textField, withoutName} from '../example.js';
import {conforming, demand, demandIssue, refusal, rejection} from '../expect.js';

const nameOf = (petition: Petition): string => textField(petition)?.name ?? '';
const requiredField = ({fields}: Petition) => fields.find(({required}) => required);
const requiredConsent = ({consents}: Petition) => consents.find(({required}) => required);

/** A signature with something wrong in it must be refused, and what is wrong be named. */
const refuses = async ({adapter}: Signable, signature: Signature, path: string, what: string) => {
  const error = await refusal(() => adapter.sign(signature), what);
  demandIssue(error, path, what);
};

/** What holds for a signature that must not be accepted, and for one that looks as if it must not. */
export const refusingChecks = [
  checkOfSigning('sign refuses an answer to a question nobody asked', async (subject) => {
    await refuses(subject, answering(await newSignature(subject), 'nobodyAsked', 'An answer'), 'fields.nobodyAsked', 'An answer to a field that the petition does not have');
  }),

  checkOfSigning('sign names a required answer that is missing', async (subject) => {
    const {name = ''} = requiredField(subject.petition) ?? {};
    const signature = await newSignature(subject);
    const fields = Object.fromEntries(Object.entries(signature.fields).filter(([field]) => field !== name));
    await refuses(subject, {...signature, fields}, `fields.${name}`, `A signature without the required "${name}"`);
  }, (petition) => (requiredField(petition) ? undefined : 'the petition requires no answer')),

  checkOfSigning('sign names a required answer that is blank', async (subject) => {
    const {name = ''} = requiredField(subject.petition) ?? {};
    await refuses(subject, answering(await newSignature(subject), name, '  '), `fields.${name}`, `A signature whose required "${name}" is blank`);
  }, (petition) => (requiredField(petition) ? undefined : 'the petition requires no answer')),

  checkOfSigning('sign names a required consent that is missing', async (subject) => {
    const {id = ''} = requiredConsent(subject.petition) ?? {};
    const signature = await newSignature(subject);
    await refuses(subject, {...signature, consents: signature.consents.filter((consent) => consent.id !== id)}, `consents.${id}`, `A signature without the required consent "${id}"`);
  }, (petition) => (requiredConsent(petition) ? undefined : 'the petition requires no consent')),

  checkOfSigning('sign refuses a consent nobody asked for', async (subject) => {
    const signature = await newSignature(subject);
    const consents = [...signature.consents, {id: 'nobodyAsked', version: '1'}];
    await refuses(subject, {...signature, consents}, 'consents.nobodyAsked', 'A consent that the petition does not ask for');
  }),

  checkOfSigning('sign refuses control characters', async (subject) => {
    const name = nameOf(subject.petition);
    for (const control of ['\u0000', '\u001b', '\u0085']) {
      await refuses(subject, answering(await newSignature(subject), name, `Conform${control}ance`), `fields.${name}`, `A name with the control character ${spelled(control)}`);
    }
  }, withoutName),

  checkOfSigning('sign refuses a name of 10 000 characters', async (subject) => {
    const signature = answering(await newSignature(subject), nameOf(subject.petition), 'x'.repeat(10_000));
    await refusal(() => subject.adapter.sign(signature), 'A name of 10 000 characters', ['invalid', 'too-large']);
  }, withoutName),

  checkOfSigning('sign takes markup as text or refuses it', async (subject) => {
    const {adapter, petition} = subject;
    const before = JSON.stringify(await adapter.getPetition?.({}));
    const signature = answering(await newSignature(subject), nameOf(petition), '<script>alert(1)</script>');
    const what = 'A name that looks like a script';
    const error = await rejection(async () => conforming(Receipt, await adapter.sign(signature), 'The receipt'), what);
    demand(error === undefined || error.code === 'invalid', `${what} ended in the code ${error?.code ?? ''}; it must be accepted as text, or refused as invalid.`);
    demand(JSON.stringify(await adapter.getPetition?.({})) === before, `${what} changed the petition: keep what people type apart from it, as text.`);
  }, withoutName),
];

const spelled = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
