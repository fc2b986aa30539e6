/** What answers about events are checked with; fetched with the first of them. */
export {PetitionEvent, ProposalReceipt, RsvpReceipt} from '../contract/event.js';
