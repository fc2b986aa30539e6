import type {Petition} from './petition.js';

/** Whether a petition can be signed at `now`, in milliseconds since 1970. */
export const openness = ({opensAt, closesAt}: Pick<Petition, 'opensAt' | 'closesAt'>, now: number): 'early' | 'open' | 'closed' =>
  opensAt !== undefined && now < Date.parse(opensAt) ? 'early'
  : closesAt !== undefined && now >= Date.parse(closesAt) ? 'closed'
  : 'open';
