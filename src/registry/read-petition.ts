import {can, type BackendAdapter} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {Petition, PetitionQuery} from '../contract/petition.js';
import {checked, readDocument} from './door.js';
import {keeping} from './keeping.js';

/** A petition's document, and the one adapter that it makes of the home adapter and of those it connects. */
export interface PetitionReading {
  readonly petition: Petition;
  readonly adapter: BackendAdapter;
  /** What is wrong in the document and was left out. */
  readonly flaws: readonly BackendError[];
}

/** @throws {BackendError} where there is nothing to show. */
export const readPetition = async (home: BackendAdapter, src: string, query: PetitionQuery): Promise<PetitionReading> => {
  if (!can(home, 'getPetition')) throw new BackendError('unsupported', `The adapter "${home.name}" cannot show a petition.`);
  const adapter = checked(home, src);
  const {petition, flaws = []} = await readDocument(home, src, query);
  // Few petitions send anything elsewhere; the others need not know how.
  if (petition.connect) {
    const composition = await (await import('./rare.js')).compose(adapter, petition, src);
    return {petition, adapter: composition.adapter, flaws: [...flaws, ...composition.flaws]};
  }
  const {offers} = petition;
  return {petition, flaws, adapter: offers ? keeping(adapter, (capability) => offers.includes(capability)) : adapter};
};
