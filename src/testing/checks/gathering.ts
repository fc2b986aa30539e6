import type {Capability} from '../../contract/capability.js';
import {ProposalReceipt, RsvpReceipt} from '../../contract/event.js';
import type {Petition} from '../../contract/petition.js';
import {newProposal, newRsvp} from '../calls.js';
import {lacking, writingExcuse, type Check, type Subject} from '../check.js';
import {newKey} from '../example.js';
import {conforming, demand, demandOneReceipt, refusal, sameToAll, sentence, shapeOf} from '../expect.js';

const nothingToJoin = ({events}: Subject) => (events.some(({joinable}) => joinable) ? undefined : 'lists no event that can be joined');
const repeating = (capability: Capability) => ({adapter}: Subject) => (adapter.repeatable?.includes(capability) ? undefined : `does not promise that ${capability} can be repeated`);

const checkOfGathering = (
  capability: Capability,
  name: string,
  run: (subject: Subject, petition: Petition) => Promise<void>,
  excuse: (subject: Subject) => string | undefined = () => undefined,
): Check => ({
  name,
  excuse: (subject) => lacking(subject, capability) ?? writingExcuse(subject) ?? excuse(subject),
  run: async (subject) => {
    if (!subject.petition) throw sentence(`"${name}" needs a petition that is there for tests.`);
    await run(subject, subject.petition);
  },
});

/** What holds for those who come to an event, and those who invite to one. */
export const gatheringChecks = [
  checkOfGathering('joinEvent', 'joinEvent answers with a receipt', async (subject, petition) => {
    conforming(RsvpReceipt, await subject.adapter.joinEvent?.(newRsvp(subject, petition)), 'The receipt of the RSVP');
  }, nothingToJoin),

  checkOfGathering('joinEvent', 'joinEvent says not-found where there is no such event', async (subject, petition) => {
    await refusal(async () => subject.adapter.joinEvent?.({...newRsvp(subject, petition), eventId: 'there-is-no-such-event'}), 'An RSVP to an event that does not exist', ['not-found']);
  }),

  checkOfGathering('joinEvent', 'joinEvent gives the same receipt to the same RSVP', async (subject, petition) => {
    const rsvp = newRsvp(subject, petition);
    const [first, second] = [await subject.adapter.joinEvent?.(rsvp), await subject.adapter.joinEvent?.(rsvp)];
    demandOneReceipt(conforming(RsvpReceipt, first, 'The receipt of the RSVP'), conforming(RsvpReceipt, second, 'The second receipt of the RSVP'), 'An RSVP', 'joinEvent');
  }, (subject) => nothingToJoin(subject) ?? repeating('joinEvent')(subject)),

  checkOfGathering('joinEvent', 'joinEvent tells nobody who comes already', async (subject, petition) => {
    const rsvp = newRsvp(subject, petition);
    const [first, again, stranger] = [await subject.adapter.joinEvent?.(rsvp), await subject.adapter.joinEvent?.({...rsvp, idempotencyKey: newKey()}), await subject.adapter.joinEvent?.(newRsvp(subject, petition))];
    // Meanwhile the last chair may have gone.
    demand([first, stranger].some((receipt) => sameToAll(again, receipt)), `The same person's second RSVP got ${shapeOf(again)}, everyone else's ${shapeOf(stranger)}.`);
  }, nothingToJoin),

  checkOfGathering('proposeEvent', 'proposeEvent answers with a receipt', async ({adapter}, petition) => {
    conforming(ProposalReceipt, await adapter.proposeEvent?.(newProposal(petition)), 'The receipt of the proposal');
  }),

  checkOfGathering('proposeEvent', 'proposeEvent gives the same receipt to the same proposal', async ({adapter}, petition) => {
    const proposal = newProposal(petition);
    const [first, second] = [await adapter.proposeEvent?.(proposal), await adapter.proposeEvent?.(proposal)];
    demandOneReceipt(conforming(ProposalReceipt, first, 'The receipt of the proposal'), conforming(ProposalReceipt, second, 'The second receipt of the proposal'), 'A proposal', 'proposeEvent');
  }, repeating('proposeEvent')),
];
