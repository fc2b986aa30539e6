/** What answers about events are checked with; fetched with the first of them. */
export {EventPage, PetitionEvent, ProposalReceipt, RsvpReceipt} from '../contract/event.js';
