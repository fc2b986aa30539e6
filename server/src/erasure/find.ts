import type {Kysely} from 'kysely';
import * as z from 'zod/mini';
import type {Tables} from '../database/schema.js';
import {EMPTY_CONTACT} from '../events/proposal.js';
import {canonicalEmail} from '../export/people.js';

/** Rows of each table, by their sequence. */
export interface Theirs {
  readonly signatures: readonly number[];
  readonly rsvps: readonly number[];
  readonly proposals: readonly number[];
}

/** Whether a row is meant, by what was said in it. */
export type IsMeant = (said: string) => boolean;

/** All of them. */
export const everyone: IsMeant = () => true;

const Said = z.object({fields: z.record(z.string(), z.string())});

/** Those in which one of these e-mail addresses is an answer, in whichever field: a form may have asked for it under another name before. */
export const peopleWith = (addresses: Iterable<string>): IsMeant => {
  const wanted = new Set([...addresses].map(canonicalEmail));
  return (said) => Object.values(z.parse(Said, JSON.parse(said)).fields).some((answer) => answer.includes('@') && wanted.has(canonicalEmail(answer)));
};

/** What is left where somebody's words were erased. */
const ERASED: ReadonlySet<string> = new Set(['', EMPTY_CONTACT]);

/** Rows read at a time: all that is ever in memory. */
const PAGE = 1000;

interface Row {
  readonly sequence: number;
  readonly said: string | null;
}

const matching = async (page: (after: number) => Promise<readonly Row[]>, isMeant: IsMeant): Promise<number[]> => {
  const found: number[] = [];
  for (let after = 0; ;) {
    const rows = await page(after);
    const last = rows.at(-1);
    if (last === undefined) return found;
    for (const {sequence, said} of rows) if (said !== null && !ERASED.has(said) && isMeant(said)) found.push(sequence);
    after = last.sequence;
  }
};

/** Finds what some people sent to a petition, without keeping anybody from signing meanwhile. */
export const findTheirs = async (database: Kysely<Tables>, petition: string, isMeant: IsMeant): Promise<Theirs> => ({
  signatures: await matching((after) => database.selectFrom('signature').select(['sequence', 'payload as said'])
    .where('petition', '=', petition).where('sequence', '>', after).orderBy('sequence').limit(PAGE).execute(), isMeant),
  rsvps: await matching((after) => database.selectFrom('rsvp').select(['sequence', 'payload as said'])
    .where('petition', '=', petition).where('sequence', '>', after).orderBy('sequence').limit(PAGE).execute(), isMeant),
  proposals: await matching((after) => database.selectFrom('proposal').select(['sequence', 'contact as said'])
    .where('petition', '=', petition).where('sequence', '>', after).orderBy('sequence').limit(PAGE).execute(), isMeant),
});
