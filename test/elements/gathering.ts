import type {EventDocument} from '../../src/adapters/memory-events.js';
import type {BackendAdapter} from '../../src/contract/index.js';
import {SphereEventList} from '../../src/elements/event-list/event-list.js';
import {all, backEnd, find, place, room} from './support.js';

type Change = Parameters<typeof backEnd>[0];

/** An event to come, in Lyon. */
export const vigil = {
  id: 'lyon', title: 'Vigil', startsAt: '2199-03-02T18:00:00+01:00', endsAt: '2199-03-02T20:00:00+01:00', timeZone: 'Europe/Paris', attendance: 'in-person', place: {locality: 'Lyon', country: 'FR'}, joinable: true,
} satisfies EventDocument;

/** So many events to come, a day apart, in turn in three countries. */
export const many = (count: number): EventDocument[] => Array.from({length: count}, (_, index) => ({
  ...vigil, id: `e${String(index)}`, title: `Gathering ${String(index + 1)}`, endsAt: undefined, startsAt: new Date(Date.UTC(2199, 0, 1 + index, 12)).toISOString(), place: {locality: `Town ${String(index + 1)}`, country: ['FR', 'DE', 'PT'][index % 3]},
}));

/** The wave of 16 March 2024, at a sample hour: noon in each city. */
export const wave = [
  ['sao-paulo', 'São Paulo', 'BR', 'America/Sao_Paulo', '-03:00'], ['london', 'London', 'GB', 'Europe/London', '+00:00'], ['new-york', 'New York', 'US', 'America/New_York', '-04:00'], ['bengaluru', 'Bengaluru', 'IN', 'Asia/Kolkata', '+05:30'],
].map(([id = '', locality, country, timeZone, offset = '']) => ({
  id, title: `Noon in ${locality ?? ''}`, startsAt: `2024-03-16T12:00:00${offset}`, endsAt: `2024-03-16T14:00:00${offset}`, timeZone, attendance: 'in-person', place: {locality, country}, sample: true,
} satisfies EventDocument));

/** A list of these events, as far as its back end can be changed. */
export const listOf = async (events: readonly EventDocument[], {lang = 'en', width, ...change}: Change & {lang?: string; width?: number} = {}, attributes: Readonly<Record<string, string>> = {}): Promise<SphereEventList> => {
  const element = Object.assign(document.createElement('sphere-event-list'), {adapter: backEnd({events, ...change})});
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = '<a href="https://example.org/events">Events</a>';
  (await room({lang, ...(width !== undefined && {width})})).append(element);
  await element.updateComplete;
  return element;
};

/** A list whose back end is exactly this. */
export const listFrom = (adapter: BackendAdapter): Promise<SphereEventList> => place('sphere-event-list', adapter, document.body, '<a href="https://example.org/events">Events</a>');

/** What its events are called, in their order; of those to come, or of those that are over. */
export const names = (list: Element, part: '.upcoming' | '#past' = '.upcoming'): string[] => all(list, `${part} .name`).map(({textContent}) => textContent.trim());

/** Opens the form in which one joins the first event that can be joined. */
export const openJoin = async (list: Element): Promise<HTMLFormElement> => {
  (await find(list, '.join')).click();
  return find<HTMLFormElement>(list, 'form');
};

/** Opens the form in which one organises an event. */
export const openOrganise = async (list: Element): Promise<HTMLFormElement> => {
  (await find(list, '.organise button')).click();
  return find<HTMLFormElement>(list, 'form');
};

export const define = (): void => { SphereEventList.define(); };
