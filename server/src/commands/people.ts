import type {Kysely} from 'kysely';
import type {Data} from '../database/database.js';
import {type ExportResult, exportPeople} from '../export/export.js';
import type {ExportTables} from '../export/people.js';
import type {Source} from '../export/sources.js';
import {fileOutput, standardOutput} from './output.js';
import {progressBar} from './progress.js';

/** Where a list of people goes, and how. */
export interface PeopleOptions {
  readonly output?: string;
  readonly mark?: boolean;
}

/** Writes a list of people to a file that appears when it is whole, or to standard output. */
export const writePeople = async (
  {database}: Data,
  sourceOf: (database: Kysely<ExportTables>) => Source,
  {output: file, mark = false}: PeopleOptions,
): Promise<ExportResult> => {
  const tables = database.withTables<Pick<ExportTables, 'person'>>();
  const output = file === undefined ? standardOutput() : await fileOutput(file);
  const bar = progressBar(process.stderr);
  try {
    const result = await exportPeople(tables, sourceOf(tables), {mark, write: output.write, progress: bar.show});
    await output.finish();
    return result;
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    bar.clear();
  }
};
