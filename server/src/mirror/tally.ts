import {asking, jsonSettings, tallyIn} from 'sphere-petition/adapters/reading';
import {BackendError, checkTally, type Tally} from 'sphere-petition/contract';
import type {TallySource} from './config.js';
import {actionNetworkAddress, OSDI_COUNT} from './osdi.js';
import {readJson, type ReadPlatform} from './platform.js';

/** Where the count stands in the answers of platforms that need no settings, in the words of the adapter `json`. */
const COUNTS = {'action-network': OSDI_COUNT, 'osdi': OSDI_COUNT, 'actionkit': 'total.actions | total'} as const;

/**
 * ActionKit's progress of a page, `cb({"total": {"actions": "12345"}})` (backend-apis.md §7.2 [V-use]). It is text here, and never run. That it
 * answers without a callback is UNVERIFIED, so one is named.
 */
const readProgress = async (read: ReadPlatform, at: URL): Promise<unknown> => {
  const address = new URL(at);
  address.searchParams.set('callback', 'cb');
  const text = await read(address);
  return readJson(async () => text.replace(/^\s*cb\s*\(([^]*)\)\s*;?\s*$/, '$1'), at);
};

/** The address that is asked, and whose host gets the key. */
export const tallyAddress = (source: TallySource): URL => {
  const src = new URL(source.src);
  return source.platform === 'action-network' ? actionNetworkAddress(src, 'tally') : src;
};

/**
 * The tally as the platform tells it.
 *
 * @param asked When this computer began to ask. Where the platform does not say when its number was true, it was then at the earliest: who signs while it
 * is on its way is not taken for counted.
 * @throws {BackendError} where there is none.
 */
export const readTally = async (read: ReadPlatform, source: TallySource, asked: string): Promise<Tally> => {
  const settings = jsonSettings.read(source.platform === 'json' ? source.settings : {count: COUNTS[source.platform]});
  const {tally: beside = '', 'tally-body': body, 'as-of': asOf, count = ''} = settings;
  const at = new URL(beside, tallyAddress(source));
  const where = at.origin + at.pathname;
  const answer = source.platform === 'actionkit' ? await readProgress(read, at) : await readJson(read, at, body === undefined ? {} : asking(body));
  const told = await tallyIn(answer, at, settings).catch((error: unknown) => {
    throw source.platform === 'json' ? error : new BackendError('invalid-response', `${where} tells no count: there is no whole number from 0 up at "${count}".`, {cause: error});
  });
  const tally = checkTally({...told, ...(asOf === undefined && {asOf: asked}), ...(source.goal !== undefined && {goal: source.goal})});
  if (!('count' in tally)) throw new BackendError('invalid-response', `${where} gave a tally whose "${tally.path}" cannot be used (${tally.reason}). Correct "tally.settings".`, {issues: [tally]});
  return tally;
};
