import {asking, jsonSettings, tallyIn} from 'sphere-petition/adapters/reading';
import {BackendError, checkTally, type Tally} from 'sphere-petition/contract';
import type {TallySource} from './config.js';
import {actionNetworkAddress, OSDI_COUNT} from './osdi.js';
import {readJson, type ReadPlatform} from './platform.js';

/** What stands where in the answer, in the words of the adapter `json`. */
const settingsOf = (source: TallySource) => {
  switch (source.platform) {
    case 'json': return jsonSettings.read(source.settings);
    case 'actionkit': return {count: 'total.actions | total'};
    default: return {count: OSDI_COUNT};
  }
};

/**
 * ActionKit's progress of a page, `cb({"total": {"actions": "12345"}})` (backend-apis.md §7.2 [V-use]). It is text here, and never run. That it
 * answers without a callback is UNVERIFIED, so one is named.
 */
const readProgress = async (read: ReadPlatform, at: URL): Promise<unknown> => {
  const address = new URL(at);
  address.searchParams.set('callback', 'cb');
  const text = await read(address);
  return readJson(async () => text.replace(/^\s*(?:\/\*\*\/)?\s*cb\s*\(([^]*)\)\s*;?\s*$/, '$1'), at);
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
  const settings = settingsOf(source);
  const src = tallyAddress(source);
  const at = 'tally' in settings ? new URL(settings.tally ?? '', src) : src;
  const body = 'tally-body' in settings ? settings['tally-body'] : undefined;
  const answer = source.platform === 'actionkit' ? await readProgress(read, at) : await readJson(read, at, body === undefined ? {} : asking(body));
  const told = await tallyIn(answer, at, settings);
  const tally = checkTally({...told, ...(!('as-of' in settings) && {asOf: asked}), ...(source.goal !== undefined && {goal: source.goal})});
  if (!('count' in tally)) throw new BackendError('invalid-response', `${at.origin}${at.pathname} gave something that is no tally: ${tally.path}: ${tally.reason}.`, {issues: [tally]});
  return tally;
};
