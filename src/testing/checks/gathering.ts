import {ProposalReceipt, RsvpReceipt} from '../../contract/event.js';
import type {Petition} from '../../contract/petition.js';
import {newProposal, newRsvp, NO_EVENT} from '../calls.js';
import {lacking, repeatExcuse, writeExcuse, writingExcuse, type Check, type Subject, type Write} from '../check.js';
import {newKey} from '../example.js';
import {answeredAlike, conforming, demand, refusal, sameToAll, sentence, shapeOf} from '../expect.js';

const nothingToJoin = (subject: Subject) => writeExcuse(subject, 'joinEvent');
const repeating = (write: Write) => ({adapter}: Subject) => repeatExcuse(adapter, write);

const demandSame = (first: RsvpReceipt | ProposalReceipt, second: RsvpReceipt | ProposalReceipt, what: string) => {
  demand(first.status === second.status && first.receivedAt === second.receivedAt, `${what} that came twice got "${first.status}" of ${first.receivedAt}, then "${second.status}" of ${second.receivedAt}; keep the receipt with the key, and give it again.`);
};

const checkOfGathering = (
  capability: Write,
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
export const gatheringChecks: readonly Check[] = [
  checkOfGathering('joinEvent', 'joinEvent answers with a receipt', async (subject, petition) => {
    conforming(RsvpReceipt, await subject.adapter.joinEvent?.(newRsvp(subject, petition)), 'The receipt of the RSVP');
  }, nothingToJoin),

  checkOfGathering('joinEvent', 'joinEvent says not-found where there is no such event', async (subject, petition) => {
    await refusal(async () => subject.adapter.joinEvent?.({...newRsvp(subject, petition), eventId: NO_EVENT}), 'An RSVP to an event that does not exist', ['not-found']);
  }),

  checkOfGathering('joinEvent', 'joinEvent gives the same receipt to the same RSVP', async (subject, petition) => {
    const rsvp = newRsvp(subject, petition);
    const [first, second] = [await subject.adapter.joinEvent?.(rsvp), await subject.adapter.joinEvent?.(rsvp)];
    demandSame(conforming(RsvpReceipt, first, 'The receipt of the RSVP'), conforming(RsvpReceipt, second, 'The second receipt of the RSVP'), 'An RSVP');
  }, (subject) => nothingToJoin(subject) ?? repeating('joinEvent')(subject)),

  checkOfGathering('joinEvent', 'joinEvent tells nobody who comes already', async (subject, petition) => {
    const rsvp = newRsvp(subject, petition);
    const [first, stranger] = [await subject.adapter.joinEvent?.(rsvp), await subject.adapter.joinEvent?.(newRsvp(subject, petition))];
    const again = await answeredAlike(async () => subject.adapter.joinEvent?.({...rsvp, idempotencyKey: newKey()}), 'RSVP');
    // Meanwhile the last chair may have gone.
    demand([first, stranger].some((receipt) => sameToAll(again, receipt)), `The same person's second RSVP got ${shapeOf(again)}, everyone else's ${shapeOf(stranger)}; answer both alike, or anybody can find out who comes.`);
  }, nothingToJoin),

  checkOfGathering('joinEvent', 'joinEvent refuses other content under the same key', async ({adapter, ...subject}, petition) => {
    const [first, second] = [newRsvp({...subject, adapter}, petition), newRsvp({...subject, adapter}, petition)];
    await adapter.joinEvent?.(first);
    await refusal(async () => adapter.joinEvent?.({...second, idempotencyKey: first.idempotencyKey}), 'Another RSVP under a key that came before', ['key-reused']);
  }, (subject) => nothingToJoin(subject) ?? repeating('joinEvent')(subject)),

  checkOfGathering('proposeEvent', 'proposeEvent answers with a receipt', async ({adapter}, petition) => {
    conforming(ProposalReceipt, await adapter.proposeEvent?.(newProposal(petition)), 'The receipt of the proposal');
  }),

  checkOfGathering('proposeEvent', 'proposeEvent gives the same receipt to the same proposal', async ({adapter}, petition) => {
    const proposal = newProposal(petition);
    const [first, second] = [await adapter.proposeEvent?.(proposal), await adapter.proposeEvent?.(proposal)];
    demandSame(conforming(ProposalReceipt, first, 'The receipt of the proposal'), conforming(ProposalReceipt, second, 'The second receipt of the proposal'), 'A proposal');
  }, repeating('proposeEvent')),

  checkOfGathering('proposeEvent', 'proposeEvent refuses other content under the same key', async ({adapter}, petition) => {
    const first = newProposal(petition);
    await adapter.proposeEvent?.(first);
    await refusal(async () => adapter.proposeEvent?.({...newProposal(petition), idempotencyKey: first.idempotencyKey}), 'Another proposal under a key that came before', ['key-reused']);
  }, repeating('proposeEvent')),
];
