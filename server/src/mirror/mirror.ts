import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {BackendError, isDateTime} from 'sphere-petition/contract';
import type {EventSource, MirrorConfig, TallySource} from './config.js';
import {MirrorError, spokenCause} from './error.js';
import {eventsAddress, readEvents} from './events.js';
import {type ShownKey, shownKey, veiled} from './key.js';
import {OSDI_HEADER} from './osdi.js';
import {platformReader, type ReadPlatform, type Surroundings} from './platform.js';
import {publish} from './publish.js';
import {remedyFor} from './remedy.js';
import {readTally, tallyAddress} from './tally.js';

/** What became of one file: a sentence for whoever watches, or what kept it from being written. */
export type Mirrored = {readonly file: string; readonly said: string} | {readonly file: string; readonly failure: MirrorError};

/** What a run may do. */
export interface MirrorOptions {
  /** Publish numbers that fell further than they do by themselves. */
  readonly allowFall?: boolean;
}

/** Clocks differ by as much; what lies further ahead is wrong, and nothing would ever be newer. */
const CLOCKS = 300_000;

/** People withdraw, and platforms clean up; a tenth at once, or half of the events, is more likely a mistake. */
const isSteep = (before: number, now: number, part: number): boolean => before - now > Math.max(10, before * part);

/** The document, checked, and how many it tells of, with a sentence about that. */
interface Made {
  readonly document: {readonly asOf: string};
  readonly size: number;
  readonly said: string;
}

interface Plan {
  readonly name: string;
  readonly source: TallySource | EventSource;
  readonly address: () => URL;
  readonly make: (read: ReadPlatform, asked: string) => Promise<Made>;
  /** How many the published document tells of. */
  readonly sizeOf: (before: Readonly<Record<string, unknown>>) => unknown;
  /** The part of them that may go at once. */
  readonly part: number;
}

const tallyPlan = (source: TallySource): Plan => ({
  name: 'tally.json',
  source,
  address: () => tallyAddress(source),
  make: async (read, asked) => {
    const tally = await readTally(read, source, asked);
    return {document: tally, size: tally.count, said: `${tally.count}, as of ${tally.asOf}`};
  },
  sizeOf: ({count}) => count,
  part: 0.1,
});

const eventsPlan = (source: EventSource): Plan => ({
  name: 'events.json',
  source,
  address: () => eventsAddress(source),
  make: async (read, asked) => {
    const {events, omitted, issues} = await readEvents(read, source);
    const first = issues[0] === undefined ? '' : `; ${omitted} left out; wrong members: ${issues.length}, first ${issues[0].path} (${issues[0].reason})`;
    // `asOf` is for the next run: readers of the document pass it over.
    return {document: {asOf: asked, events}, size: events.length, said: `${events.length} ${events.length === 1 ? 'event' : 'events'}${first}`};
  },
  sizeOf: ({events}) => (Array.isArray(events) ? events.length : undefined),
  part: 0.5,
});

const HEADERS: Readonly<Record<TallySource['platform'], string>> = {'action-network': OSDI_HEADER, 'osdi': OSDI_HEADER, 'actionkit': 'Authorization', 'json': 'Authorization'};

const carryOut = async ({name, source, address, make, sizeOf, part}: Plan, config: MirrorConfig, surroundings: Surroundings, {allowFall = false}: MirrorOptions): Promise<string> => {
  let key: ShownKey | undefined;
  try {
    const src = address();
    key = source.key && await shownKey(source.key, src, config, HEADERS[source.platform], surroundings.environment);
    const {document, size, said} = await make(platformReader(src, key, surroundings), new Date(surroundings.now()).toISOString());
    const horizon = surroundings.now() + CLOCKS;
    if (Date.parse(document.asOf) > horizon) throw new MirrorError('platform', `the platform dates its answer ${document.asOf}, which is yet to come.`);
    const text = JSON.stringify(document);
    if (veiled(text, key) !== text) throw new MirrorError('platform', 'the platform quotes the key in its answer, which is not published.');
    const isWritten = await publish(join(config.folder, name), text, (before) => {
      const {asOf} = before;
      if (isDateTime(asOf) && Date.parse(asOf) > horizon) throw new MirrorError('file', `it says that it is of ${asOf}, which is yet to come: correct this computer's clock, or delete the file.`);
      if (isDateTime(asOf) && Date.parse(asOf) > Date.parse(document.asOf)) return false;
      const known = sizeOf(before);
      if (!allowFall && typeof known === 'number' && isSteep(known, size, part)) throw new MirrorError('platform', `the platform says ${size} where it said ${known} before; if that is right, run once with --allow-fall.`);
      return true;
    }, surroundings.sleep);
    return isWritten ? said : `stays as it is: it is newer than what came, ${document.asOf}`;
  } catch (error) {
    if (!BackendError.is(error)) throw error;
    const message = error.message + remedyFor(error, name.replace('.json', ''), source.key !== undefined);
    throw new MirrorError(error.code === 'configuration' ? 'input' : 'platform', veiled(message, key), {cause: error});
  }
};

/**
 * Writes what the configuration says. Each file is for itself: where one fails it stays as it was, and the other is written.
 *
 * @throws {MirrorError} where there is no folder.
 */
export const mirror = async (config: MirrorConfig, surroundings: Surroundings, options: MirrorOptions = {}): Promise<readonly Mirrored[]> => {
  const isFolder = await stat(config.folder).then((entry) => entry.isDirectory(), (error: unknown) => { throw new MirrorError('file', `The folder ${config.folder} cannot be used: ${spokenCause(error)}. Make it, with the petition's document in it.`, {cause: error}); });
  if (!isFolder) throw new MirrorError('file', `${config.folder} is no folder.`);
  const outcomes: Mirrored[] = [];
  for (const plan of [...(config.tally ? [tallyPlan(config.tally)] : []), ...(config.events ? [eventsPlan(config.events)] : [])]) {
    try {
      outcomes.push({file: plan.name, said: await carryOut(plan, config, surroundings, options)});
    } catch (error) {
      if (!(error instanceof MirrorError)) throw error;
      outcomes.push({file: plan.name, failure: error});
    }
  }
  return outcomes;
};
