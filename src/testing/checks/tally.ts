import {Challenge} from '../../contract/signature.js';
import {Tally} from '../../contract/tally.js';
import {checkOf, type Able} from '../check.js';
import {conforming, demand} from '../expect.js';

/** As the contract has it, or a sentence. */
export const readTally = async ({adapter}: Able<'getTally'>): Promise<Tally> => conforming(Tally, await adapter.getTally(), 'The tally');

const READS = 4;
const BETWEEN_READS = 20;

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** What holds for numbers and challenges that are read. */
export const tallyChecks = [
  checkOf('getTally', 'getTally answers with a tally', async (subject) => {
    await readTally(subject);
  }),

  checkOf('getTally', 'getTally never goes back in time', async (subject) => {
    let before = await readTally(subject);
    for (let read = 1; read < READS; read++) {
      await sleep(BETWEEN_READS);
      const tally = await readTally(subject);
      demand(Date.parse(tally.asOf) >= Date.parse(before.asOf), `A tally as of ${before.asOf} was followed by one as of ${tally.asOf}: take the time from the back end's clock, with the number.`);
      before = tally;
    }
  }),

  checkOf('getChallenge', 'getChallenge answers with a challenge', async ({adapter}) => {
    conforming(Challenge, await adapter.getChallenge(), 'The challenge');
  }),

  checkOf('getChallenge', 'getChallenge never gives the same challenge twice', async ({adapter}) => {
    const [first, second] = [await adapter.getChallenge(), await adapter.getChallenge()].map((challenge) => conforming(Challenge, challenge, 'The challenge').parameters);
    demand(first?.nonce !== second?.nonce || first?.salt !== second?.salt, 'Two challenges have the same nonce and salt: ask for a new one each time, past every cache.');
  }),
];
