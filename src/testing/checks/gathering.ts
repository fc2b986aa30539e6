import type {Capability} from '../../contract/capability.js';
import {ProposalReceipt, RsvpReceipt} from '../../contract/event.js';
import type {Petition} from '../../contract/petition.js';
import {lacking, writingExcuse, type Check, type Subject} from '../check.js';
import {newKey} from '../example.js';
import {conforming, refusal, sentence} from '../expect.js';

const DAY = 86_400_000;

/** Who comes, or invites: what every back end that keeps events asks. */
const someone = ({language}: Petition) => ({
  idempotencyKey: newKey(),
  fields: {givenName: 'Conformance', email: `conformance-${newKey()}@example.org`},
  consents: [],
  language,
});

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
  checkOfGathering('joinEvent', 'joinEvent answers with a receipt', async ({adapter, events}, petition) => {
    const eventId = events.find(({joinable}) => joinable)?.id ?? '';
    conforming(RsvpReceipt, await adapter.joinEvent?.({...someone(petition), eventId}), 'The receipt of the RSVP');
  }, ({events}) => (events.some(({joinable}) => joinable) ? undefined : 'lists no event that can be joined')),

  checkOfGathering('joinEvent', 'joinEvent says not-found where there is no such event', async ({adapter}, petition) => {
    await refusal(async () => adapter.joinEvent?.({...someone(petition), eventId: 'there-is-no-such-event'}), 'An RSVP to an event that does not exist', ['not-found']);
  }),

  checkOfGathering('proposeEvent', 'proposeEvent answers with a receipt', async ({adapter}, petition) => {
    const proposal = {...someone(petition), title: 'Conformance', startsAt: new Date(Date.now() + DAY).toISOString(), timeZone: 'Europe/Paris', attendance: 'online' as const};
    conforming(ProposalReceipt, await adapter.proposeEvent?.(proposal), 'The receipt of the proposal');
  }),
];
