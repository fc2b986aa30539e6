import type {Kysely} from 'kysely';
import {ConsentGiven, Identifier, LanguageTag} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import type {CampaignQuestions} from '../campaign/campaign.js';
import {own} from '../own.js';
import {BYTE_ORDER_MARK, csvRecord} from './csv.js';
import {People, type ExportTables} from './people.js';
import type {Source} from './sources.js';

/** What a person said, as the tables keep it. */
const Payload = z.object({
  fields: z.record(Identifier, z.string()),
  consents: z.array(ConsentGiven),
  language: LanguageTag,
  source: z.optional(Identifier),
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
  readonly rows: number;
  /** Rows without those that the same person repeated. */
  readonly people: number;
}

/** Rows read at a time: all that is ever in memory. */
const PAGE = 1000;

const emailField = ({fields}: CampaignQuestions): string | undefined => fields.find(({type}) => type === 'email')?.name;

/** Rows in the order they came, a page at a time, up to one that was there when the export began. */
async function* pages(source: Source, through: number, newestOnly: boolean) {
  for (let after = 0; ;) {
    const rows = await source.page({after, through, limit: PAGE, newestOnly});
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({payload, ...row}) => ({...row, ...z.parse(Payload, JSON.parse(payload))}));
    after = last.sequence;
  }
}

/**
 * Writes what people sent as CSV: one record for each person, the newest where somebody came again. Fields and consents that are not asked
 * any more have their columns too.
 */
export const exportPeople = async (database: Kysely<ExportTables>, source: Source, {mark, write, progress}: ExportOptions): Promise<ExportResult> => {
  const {count, through} = await source.extent();
  const email = emailField(source.questions);
  const fields = new Set(source.questions.fields.map(({name}) => name));
  const consents = new Set(source.questions.consents.map(({id}) => id));
  const people = new People(database);
  await people.open();

  let read = 0;
  for await (const page of pages(source, through ?? 0, false)) {
    await people.add(page.map((row) => ({sequence: row.sequence, email: email === undefined ? undefined : own(row.fields, email)})));
    for (const row of page) {
      for (const name of Object.keys(row.fields)) fields.add(name);
      for (const {id} of row.consents) consents.add(id);
    }
    read += page.length;
    progress(read / count / 2);
  }

  let written = 0;
  const [column, cell] = source.column;
  await write((mark ? BYTE_ORDER_MARK : '') + csvRecord(['receivedAt', 'language', column, ...fields, ...[...consents].map((id) => `consent.${id}`)]));
  for await (const page of pages(source, through ?? 0, true)) {
    await write(page.map((row) => {
      const given = new Map(row.consents.map(({id, version}) => [id, version]));
      return csvRecord([row.received_at, row.language, cell(row), ...[...fields].map((name) => own(row.fields, name) ?? ''), ...[...consents].map((id) => given.get(id) ?? '')]);
    }).join(''));
    written += page.length;
    progress(0.5 + written / count / 2);
  }
  return {rows: count, people: written};
};
