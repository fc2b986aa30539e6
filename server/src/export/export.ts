import type {Kysely} from 'kysely';
import {ConsentGiven, Identifier, LanguageTag} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import type {Campaign} from '../campaign/campaign.js';
import type {Tables} from '../database/schema.js';
import {BYTE_ORDER_MARK, csvRecord} from './csv.js';
import {People, type ExportTables} from './people.js';
import {own} from '../own.js';

/** A signature's content, as the table keeps it. */
const Payload = z.object({
  fields: z.record(Identifier, z.string()),
  consents: z.array(ConsentGiven),
  language: LanguageTag,
});

/** How an export is done. */
export interface ExportOptions {
  /** Starts with a byte order mark, by which spreadsheets know UTF-8. */
  readonly mark: boolean;
  /** Takes the text, and resolves when it may be given more. */
  readonly write: (text: string) => Promise<void>;
  /** Hears how much is done, from 0 to 1. */
  readonly progress: (done: number) => void;
}

/** What an export found. */
export interface ExportResult {
  readonly signatures: number;
  /** Signatures without those that the same person repeated. */
  readonly people: number;
}

/** Rows read at a time: all that is ever in memory. */
const PAGE = 1000;

const emailField = (campaign: Campaign): string | undefined => campaign.fields.find(({type}) => type === 'email')?.name;

/** Signatures in the order they came, a page at a time, up to one that was there when the export began. */
async function* pages(database: Kysely<ExportTables>, petition: string, through: number, newestOnly: boolean) {
  for (let after = 0; ;) {
    const rows = await database.selectFrom('signature')
      .select(['signature.sequence', 'received_at', 'payload'])
      .$if(newestOnly, (query) => query.innerJoin('person', 'person.sequence', 'signature.sequence'))
      .where('petition', '=', petition).where('signature.sequence', '>', after).where('signature.sequence', '<=', through)
      .orderBy('signature.sequence').limit(PAGE).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({payload, ...row}) => ({...row, ...z.parse(Payload, JSON.parse(payload))}));
    after = last.sequence;
  }
}

/**
 * Writes a petition's signatures as CSV: one record for each person, the newest where somebody signed again. Fields and
 * consents that the campaign no longer asks have their columns too.
 */
export const exportSignatures = async (tables: Kysely<Tables>, campaign: Campaign, {mark, write, progress}: ExportOptions): Promise<ExportResult> => {
  const database = tables.withTables<Pick<ExportTables, 'person'>>();
  const {count, through} = await database.selectFrom('signature').where('petition', '=', campaign.id)
    .select(({fn}) => [fn.countAll<number>().as('count'), fn.max<number | null>('sequence').as('through')]).executeTakeFirstOrThrow();
  const email = emailField(campaign);
  const fields = new Set(campaign.fields.map(({name}) => name));
  const consents = new Set(campaign.consents.map(({id}) => id));
  const people = new People(database);
  await people.open();

  let read = 0;
  for await (const page of pages(database, campaign.id, through ?? 0, false)) {
    await people.add(page.map((row) => ({sequence: row.sequence, email: email === undefined ? undefined : own(row.fields, email)})));
    for (const row of page) {
      for (const name of Object.keys(row.fields)) fields.add(name);
      for (const {id} of row.consents) consents.add(id);
    }
    read += page.length;
    progress(read / count / 2);
  }

  let written = 0;
  await write((mark ? BYTE_ORDER_MARK : '') + csvRecord(['receivedAt', 'language', ...fields, ...[...consents].map((id) => `consent.${id}`)]));
  for await (const page of pages(database, campaign.id, through ?? 0, true)) {
    await write(page.map((row) => {
      const given = new Map(row.consents.map(({id, version}) => [id, version]));
      return csvRecord([row.received_at, row.language, ...[...fields].map((name) => own(row.fields, name) ?? ''), ...[...consents].map((id) => given.get(id) ?? '')]);
    }).join(''));
    written += page.length;
    progress(0.5 + written / count / 2);
  }
  return {signatures: count, people: written};
};
