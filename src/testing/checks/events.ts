import type {Capable} from '../../contract/adapter.js';
import {EventPage, PetitionEvent, type EventQuery} from '../../contract/event.js';
import {endOf} from '../../contract/event-query.js';
import {NO_EVENT} from '../calls.js';
import {checkOf, type Subject} from '../check.js';
import {conforming, demand, refusal} from '../expect.js';

const list = async (adapter: Capable<'listEvents'>, query: EventQuery = {}): Promise<EventPage> =>
  conforming(EventPage, await adapter.listEvents(query), 'The page of events');

/** How far two clocks may differ, in milliseconds. */
const TOLERANCE = 60_000;

/** What to change where a list holds too much. */
const NARROW = 'pass the query on, or narrow what came with isWanted() of sphere-petition/contract';

/** As many events as are looked at. */
const ENOUGH = 3;

const none = ({events}: Subject) => (events.length === 0 ? 'lists no event to look for' : undefined);
const fewerThanTwo = ({events}: Subject) => (events.length < 2 ? 'lists fewer than two events' : undefined);

/** What holds for events that are read. */
export const eventChecks = [
  checkOf('listEvents', 'listEvents answers with a page of events, soonest first', async ({adapter}) => {
    const {events} = await list(adapter);
    const starts = events.map(({startsAt}) => Date.parse(startsAt));
    demand(starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) <= start), 'The events are not in the order of their beginnings: sort them with byStart() of sphere-petition/contract.');
  }),

  checkOf('listEvents', 'listEvents keeps to its limit and goes on at its cursor', async ({adapter}) => {
    const first = await list(adapter, {limit: 1});
    demand(first.events.length <= 1, `Asked for one event, the page holds ${first.events.length}: cut the page at "limit", and let "cursor" ask for the rest.`);
    if (first.cursor === undefined) return;
    const second = await list(adapter, {limit: 1, cursor: first.cursor});
    const [before, after] = [first.events[0]?.id, second.events[0]?.id];
    demand(before === undefined || before !== after, `The page after the cursor begins with "${before}" again: let "cursor" say where the page before ended.`);
  }, fewerThanTwo),

  checkOf('listEvents', 'listEvents narrows by attendance and time', async ({adapter}) => {
    const online = await list(adapter, {attendance: 'online'});
    demand(online.events.every(({attendance}) => attendance !== 'in-person'), `Asked for events online, the page holds one in person only: ${NARROW}.`);
    const [soonest] = (await list(adapter)).events;
    if (!soonest) return;
    const earlier = await list(adapter, {to: soonest.startsAt});
    demand(earlier.events.every(({startsAt}) => Date.parse(startsAt) < Date.parse(soonest.startsAt)), `Asked for events that start before ${soonest.startsAt}, the page holds a later one: ${NARROW}.`);
  }, none),

  checkOf('listEvents', 'listEvents narrows by country', async ({adapter}) => {
    const country = (await list(adapter)).events.find(({place}) => place?.country !== undefined)?.place?.country ?? 'FR';
    const {events} = await list(adapter, {country});
    const stray = events.find(({place}) => place?.country !== country);
    demand(stray === undefined, `Asked for events in ${country}, the page holds one in ${stray?.place?.country ?? 'no country'}: ${NARROW}.`);
  }, none),

  checkOf('listEvents', 'listEvents answers with past events, the latest first, when asked for them', async ({adapter}) => {
    const {events} = await list(adapter, {past: true});
    // A moment may pass between the two clocks.
    const coming = events.find((event) => endOf(event) > Date.now() + TOLERANCE);
    demand(coming === undefined, `Asked for past events, the page holds one that ends at ${coming?.endsAt ?? coming?.startsAt ?? ''}: ${NARROW}.`);
    const starts = events.map(({startsAt}) => Date.parse(startsAt));
    demand(starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) >= start), 'The past events are not in the order of their beginnings, the latest first: sort them with byStart(query) of sphere-petition/contract.');
  }),

  checkOf('listEvents', 'listEvents counts the events of a country as it lists them, where it counts them', async ({adapter}) => {
    const {countries = {}} = await list(adapter);
    for (const [country, count] of Object.entries(countries).slice(0, ENOUGH)) {
      const page = await list(adapter, {country, limit: 100});
      const listed = page.cursor === undefined ? page.events.length : count;
      demand(listed === count, `It counts ${count} events in ${country} and lists ${listed}: count with countriesOf() of sphere-petition/contract, or leave "countries" out.`);
      const others = Object.keys(page.countries ?? countries).length;
      demand(others === Object.keys(countries).length, `Asked for events in ${country}, it counts those of ${others} countries, and of ${Object.keys(countries).length} otherwise: count by what the query says besides the country, or leave "countries" out.`);
    }
  }),

  checkOf('getEvent', 'getEvent finds an event that is listed', async ({adapter, events}) => {
    for (const {id} of events.slice(0, ENOUGH)) {
      const found = conforming(PetitionEvent, await adapter.getEvent(id), 'The event');
      demand(found.id === id, `Asked for the event "${id}", "${found.id}" came: take the one with that id.`);
    }
  }, none),

  checkOf('getEvent', 'getEvent says not-found where there is no such event', async ({adapter}) => {
    await refusal(() => adapter.getEvent(NO_EVENT), 'An event that does not exist', ['not-found']);
  }),
];
