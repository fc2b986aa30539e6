import type {Capable} from '../../contract/adapter.js';
import {EventPage, PetitionEvent, type EventQuery} from '../../contract/event.js';
import {checkOf} from '../check.js';
import {conforming, demand, refusal} from '../expect.js';

const list = async (adapter: Capable<'listEvents'>, query: EventQuery = {}): Promise<EventPage> =>
  conforming(EventPage, await adapter.listEvents(query), 'The page of events');

/** As many events as are looked at. */
const ENOUGH = 3;

/** What holds for events that are read. */
export const eventChecks = [
  checkOf('listEvents', 'listEvents answers with a page of events, soonest first', async ({adapter}) => {
    const {events} = await list(adapter);
    const starts = events.map(({startsAt}) => Date.parse(startsAt));
    demand(starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) <= start), 'The events are not in the order of their beginnings.');
  }),

  checkOf('listEvents', 'listEvents keeps to its limit and goes on at its cursor', async ({adapter}) => {
    const first = await list(adapter, {limit: 1});
    demand(first.events.length <= 1, `Asked for one event, the page holds ${first.events.length}.`);
    if (first.cursor === undefined) return;
    const second = await list(adapter, {limit: 1, cursor: first.cursor});
    const [before, after] = [first.events[0]?.id, second.events[0]?.id];
    demand(before === undefined || before !== after, `The page after the cursor begins with "${before}" again.`);
  }),

  checkOf('listEvents', 'listEvents narrows by attendance and time', async ({adapter}) => {
    const online = await list(adapter, {attendance: 'online'});
    demand(online.events.every(({attendance}) => attendance !== 'in-person'), 'Asked for events online, the page holds one in person only.');
    const [soonest] = (await list(adapter)).events;
    if (!soonest) return;
    const earlier = await list(adapter, {to: soonest.startsAt});
    demand(earlier.events.every(({startsAt}) => Date.parse(startsAt) < Date.parse(soonest.startsAt)), `Asked for events that start before ${soonest.startsAt}, the page holds a later one.`);
  }),

  checkOf('getEvent', 'getEvent finds an event that is listed', async ({adapter, events}) => {
    for (const {id} of events.slice(0, ENOUGH)) {
      const found = conforming(PetitionEvent, await adapter.getEvent(id), 'The event');
      demand(found.id === id, `Asked for the event "${id}", "${found.id}" came.`);
    }
  }, ({events}) => (events.length === 0 ? 'lists no event to look for' : undefined)),

  checkOf('getEvent', 'getEvent says not-found where there is no such event', async ({adapter}) => {
    await refusal(() => adapter.getEvent('there-is-no-such-event'), 'An event that does not exist', ['not-found']);
  }),
];
