import {can, type BackendAdapter} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {Petition, PetitionQuery} from '../contract/petition.js';
import {checked} from './door.js';
import {keeping} from './keeping.js';

/** A petition's document, and the one adapter that it makes of the home adapter and of those it connects. */
export const readPetition = async (home: BackendAdapter, src: string, query: PetitionQuery): Promise<{petition: Petition; adapter: BackendAdapter}> => {
  const adapter = checked(home, src);
  if (!can(adapter, 'getPetition')) throw new BackendError('unsupported', `The adapter "${home.name}" cannot show a petition.`);
  const petition = await adapter.getPetition(query);
  // Few petitions send anything elsewhere; the others need not know how.
  if (petition.connect) return {petition, adapter: await (await import('./compose.js')).compose(adapter, petition)};
  const {offers} = petition;
  return {petition, adapter: offers ? keeping(adapter, (capability) => offers.includes(capability)) : adapter};
};
