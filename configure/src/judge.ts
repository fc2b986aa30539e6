import {Petition} from '../../dist/contract/petition.js';
import {issuesOf} from '../../dist/contract/shape-error.js';
import {actionNetworkAddress, documentOf, type Draft, type PetitionDocument} from './draft.js';

/** Something that a draft still lacks, at the question that answers it. */
export interface Lack {
  readonly at: keyof Draft;
  readonly says: string;
}

/** Which question a member of the document comes from. */
const PLACES: readonly (readonly [RegExp, keyof Draft, string])[] = [
  [/^title|^id/, 'title', 'A title, 200 characters at most.'],
  [/^language/, 'language', 'A language tag such as fr or pt-BR.'],
  [/^summary/, 'summary', 'The summary is too long.'],
  [/^letter/, 'letter', 'A paragraph of the letter is too long: 5,000 characters at most. Empty lines part paragraphs.'],
  [/^addressees/, 'addressees', 'An addressee has 500 characters at most.'],
  [/^consents/, 'consent', 'A consent has 5,000 characters at most.'],
  [/^controllers.*privacy/, 'privacy', 'The address of the privacy notice begins with https://.'],
  [/^controllers.*contact/, 'contact', 'An e-mail address.'],
  [/^controllers/, 'controller', 'The name of the organisation, 200 characters at most.'],
  [/^goal/, 'goal', 'A whole number.'],
  [/^connect.*adapter/, 'adapter', 'The name of the adapter, as it is given to defineAdapter.'],
  [/^connect/, 'place', 'An address that begins with https://.'],
];

/** What the contract does not ask for, and no honest petition goes without. */
const owed = (draft: Draft): Lack[] => [
  ...(draft.title.trim() === '' ? [{at: 'title', says: 'The petition needs a title.'} as const] : []),
  ...(draft.letter.trim() === '' ? [{at: 'letter', says: 'The letter is what people sign.'} as const] : []),
  ...(draft.consent.trim() === '' ? [{at: 'consent', says: 'Signers have to agree to what happens with their names (GDPR, Articles 7 and 9).'} as const] : []),
  ...(draft.controller.trim() === '' ? [{at: 'controller', says: 'Signers have to know who answers for their data (GDPR, Article 13).'} as const] : []),
  ...(draft.goal.trim() !== '' && !/^\d{1,12}$/.test(draft.goal.trim()) ? [{at: 'goal', says: 'A whole number.'} as const] : []),
  ...(draft.platform === 'action-network' && actionNetworkAddress(draft.place, draft.kind) === undefined
    ? [{at: 'place', says: 'That holds no identifier of Action Network: it is a UUID, such as d91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd, on its “Manage” page. The public page’s address does not hold it.'} as const] : []),
];

/** Whether a draft is a petition by the contract's own schema, and what it lacks, each question once. */
export const judge = (draft: Draft, day: Date): {readonly document: PetitionDocument; readonly petition: Petition | undefined; readonly lacks: readonly Lack[]} => {
  const document = documentOf(draft, day);
  const parsed = Petition.safeParse(document);
  const byContract = parsed.success ? [] : issuesOf(parsed.error, document).map(({path}): Lack => {
    const [, at, says] = PLACES.find(([pattern]) => pattern.test(path)) ?? [/./, 'title', path];
    return {at, says};
  });
  const lacks = [...new Map([...byContract, ...owed(draft)].map((lack) => [lack.at, lack])).values()];
  return {document, petition: parsed.success && lacks.length === 0 ? parsed.data : undefined, lacks};
};
