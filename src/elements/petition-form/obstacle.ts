import {can, type BackendAdapter} from '../../contract/adapter.js';
import {openness} from '../../contract/openness.js';
import type {Petition} from '../../contract/petition.js';

/** Why a petition cannot be signed here and now. */
export type Obstacle = 'early' | 'closed' | 'unsupported';

/**
 * What keeps the form from being shown, if anything. What must be sealed or must carry a solved challenge is never sent without:
 * better not signed than in plain text.
 */
export const obstacleTo = (petition: Petition, adapter: BackendAdapter): Obstacle | undefined => {
  const open = openness(petition, Date.now());
  if (open !== 'open') return open;
  return can(adapter, 'sign') && !petition.recipients?.length && petition.challenge !== true ? undefined : 'unsupported';
};
