import {momentOf} from './event-moment.js';
import {blocksOf, lineOf} from './event-words.js';

/** How a platform writes its events. */
export interface DraftStyle {
  /** The zone of times without one. */
  readonly zone?: string | undefined;
  /** Its texts are HTML. */
  readonly html?: boolean | undefined;
  /** Whether one joins them through the adapter, where an event does not say. */
  readonly joinable?: boolean | undefined;
}

type Draft = Readonly<Record<string, unknown>>;

/** The same short name for the same text, so that ids that are addresses can stand in the contract. (FNV-1a, 32 bits.) */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(36);
};

/** An id as the contract writes it: what fits stays. */
export const identifierOf = (value: unknown): unknown => {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const text = String(value);
  if (/^[A-Za-z0-9][\w-]{0,63}$/.test(text) || text === '') return text;
  return `${text.replace(/^[^A-Za-z0-9]+|[^\w-]+/g, '-').replace(/^-+/, '').slice(0, 48) || 'event'}-${hash(text)}`;
};

/** Codes that browsers still give the name of another: UK is GB, DD is DE, FX is FR. */
const RETIRED = /^(AN|BU|CS|DD|FX|NT|QU|SU|TP|UK|YD|YU|ZR)$/;

let codes: Map<string, string> | undefined;

/** A country's code, from the code or from its name in English. */
const countryOf = (value: unknown): unknown => {
  if (typeof value !== 'string' || /^[A-Z]{2}$/.test(value)) return value;
  if (/^[a-z]{2}$/i.test(value)) return value.toUpperCase();
  if (!codes) {
    const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const known = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !RETIRED.test(code));
    codes = new Map(known.map((code) => [names.of(code)?.toLowerCase() ?? '', code]));
  }
  return codes.get(value.trim().toLowerCase()) ?? value;
};

const isRecord = (value: unknown): value is Draft => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOf = (value: unknown): unknown => (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value);
const addressOf = (value: unknown): unknown => (value === '' ? undefined : value);

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || value === 'true' || value === 'false';
const wordOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'boolean' ? String(value) : '');

/** In the contract's words, from what platforms say: a word of their own, or whether it is so. */
const attendanceOf = (value: unknown): unknown => {
  if (value === undefined) return 'in-person';
  const word = wordOf(value);
  if (isFlag(value)) return word === 'true' ? 'online' : 'in-person';
  return /both|mixed|hybrid/i.test(word) ? 'both' : /online|virtual/i.test(word) ? 'online' : /person|offline/i.test(word) ? 'in-person' : value;
};
const statusOf = (value: unknown): string | undefined => {
  const word = wordOf(value);
  return value === undefined ? undefined : /^true$|full/i.test(word) ? 'full' : /cancel/i.test(word) ? 'cancelled' : /postpon/i.test(word) ? 'postponed' : 'scheduled';
};

const said = (draft: Draft): Record<string, unknown> | undefined => {
  const members = Object.entries(draft).filter(([, value]) => value !== undefined && value !== null);
  return members.length > 0 ? Object.fromEntries(members) : undefined;
};

/**
 * An event as the contract has it, as far as a platform's words can be read; what cannot stays as it is, and the door names it.
 *
 * An event that does not say how one takes part is taken for one in person: nothing is shown of that but its place, if it has any.
 */
export const eventOf = (draft: Draft, {zone, html, joinable}: DraftStyle = {}): Record<string, unknown> => {
  const {id, title, description, startsAt, endsAt, previousStartsAt, timeZone = zone, status, attendance, place, url, organizer, joinable: own = joinable, language} = draft;
  const identifier = identifierOf(id);
  const local = typeof timeZone === 'string' ? timeZone : zone;
  return said({
    id: identifier,
    title: lineOf(title, 200, html) ?? title,
    description: blocksOf(description, html),
    startsAt: momentOf(startsAt, local),
    endsAt: momentOf(endsAt, local),
    previousStartsAt: momentOf(previousStartsAt, local),
    timeZone,
    status: statusOf(status),
    attendance: attendanceOf(attendance),
    place: isRecord(place) ? said({
      ...place,
      name: lineOf(place['name'], 200, html), address: lineOf(place['address'], 300, html), locality: lineOf(place['locality'], 100, html),
      country: countryOf(place['country']), latitude: numberOf(place['latitude']), longitude: numberOf(place['longitude']),
    }) : place,
    url: addressOf(url),
    organizer: isRecord(organizer) ? said({...organizer, name: lineOf(organizer['name'], 200, html), url: addressOf(organizer['url'])}) : organizer,
    // The platform knows no event by an id that it did not give.
    joinable: joinable && String(id) !== identifier ? false : isFlag(own) ? wordOf(own) === 'true' : own,
    language,
  }) ?? {};
};
