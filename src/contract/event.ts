import * as z from 'zod/mini';
import {Count, CountryCode, DateTime, IdempotencyKey, Identifier, LanguageTag, WebAddress, line, lines} from './primitives.js';
import {Answers, ConsentGiven} from './signature.js';
import {Block} from './text.js';

/** A time zone by its IANA name: `Europe/Paris`. */
export const TimeZone = z.string().check(z.maxLength(64), z.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/));

/** Whether people meet in a place, in a call, or both. */
export const Attendance = z.enum(['in-person', 'online', 'both']);
export type Attendance = z.infer<typeof Attendance>;

/** Where people meet. Only as exact as is safe to publish. */
export const Place = z.object({
  name: z.optional(line(200)),
  address: z.optional(line(300)),
  /** City or town. */
  locality: z.optional(line(100)),
  country: z.optional(CountryCode),
  /** Degrees, WGS 84. */
  latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
  longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
  /** The exact place is told to those who join. */
  approximate: z.optional(z.boolean()),
});
export type Place = z.infer<typeof Place>;

/**
 * A gathering for the petition. A list may leave `description` out: `getEvent` brings it.
 *
 * @example {"id": "london", "title": "Before the embassy", "startsAt": "2024-03-16T12:00:00+00:00", "timeZone": "Europe/London", "attendance": "in-person"}
 */
export const PetitionEvent = z.object({
  id: Identifier,
  title: line(200),
  description: z._default(z.array(Block).check(z.maxLength(100)), []),
  startsAt: DateTime,
  endsAt: z.optional(DateTime),
  /** The zone of the place, in which its poster gives the time. Absent: the offset of `startsAt` stands for it. */
  timeZone: z.optional(TimeZone),
  status: z._default(z.enum(['scheduled', 'full', 'postponed', 'cancelled']), 'scheduled'),
  /** When it was to start, where it has been put off. */
  previousStartsAt: z.optional(DateTime),
  attendance: Attendance,
  place: z.optional(Place),
  /** Its own page, where one can also join. */
  url: z.optional(WebAddress),
  /** A page that leads to its calendar file, where the back end has one: for widgets in a sandbox, which can save none of their own, and from which no link leads to a file. */
  calendar: z.optional(WebAddress),
  organizer: z.optional(z.object({name: line(200), url: z.optional(WebAddress)})),
  /** Whether `joinEvent` takes an RSVP for it. */
  joinable: z._default(z.boolean(), false),
  language: z.optional(LanguageTag),
  /** Made up, to try things on. */
  sample: z.optional(z.boolean()),
});
export type PetitionEvent = z.infer<typeof PetitionEvent>;

/** Which events are wanted. Every member narrows; none means all that are not over. */
export interface EventQuery {
  /** Those that are over, the latest first, instead of those that are not. */
  readonly past?: boolean;
  readonly language?: string;
  readonly country?: string;
  readonly attendance?: Attendance;
  /** RFC 3339; events that end at or after it. */
  readonly from?: string;
  /** RFC 3339; events that start before it. */
  readonly to?: string;
  /** From the page before. */
  readonly cursor?: string;
  /** Events in a page, 1 to 100. */
  readonly limit?: number;
}

/** A page of events: soonest first, past ones latest first. */
export const EventPage = z.object({
  events: z.array(PetitionEvent),
  /** Asks for the next page. Absent: this is the last. */
  cursor: z.optional(line(500)),
  /** Events that the query finds in all, where the back end knows. */
  total: z.optional(Count),
  /** How many events there are in each country, by what the query says besides the country; where the back end knows. */
  countries: z.optional(z.catchall(z.object({}), Count)),
});
export type EventPage = z.infer<typeof EventPage>;

/** One person's promise to come. */
export const Rsvp = z.strictObject({
  idempotencyKey: IdempotencyKey,
  eventId: Identifier,
  fields: Answers,
  consents: z.array(ConsentGiven).check(z.maxLength(20)),
  language: LanguageTag,
});
export type Rsvp = z.infer<typeof Rsvp>;

/** What became of an RSVP: `registered`, on the `waiting` list, to `confirm` by e-mail, or `accepted` by a back end that never says more. */
export const RsvpReceipt = z.object({
  status: z.enum(['registered', 'waiting', 'confirm', 'accepted']),
  receivedAt: DateTime,
});
export type RsvpReceipt = z.infer<typeof RsvpReceipt>;

/** A gathering that somebody offers to organise. */
export const EventProposal = z.strictObject({
  idempotencyKey: IdempotencyKey,
  title: line(200),
  description: z.optional(lines(5000)),
  startsAt: DateTime,
  endsAt: z.optional(DateTime),
  timeZone: TimeZone,
  attendance: Attendance,
  place: z.optional(Place),
  /** How to reach the organiser; never published. */
  fields: Answers,
  consents: z.array(ConsentGiven).check(z.maxLength(20)),
  language: LanguageTag,
});
export type EventProposal = z.infer<typeof EventProposal>;

/** What became of a proposal: `published`, held for `review`, to `confirm` by e-mail, or `accepted` by a back end that never says more. */
export const ProposalReceipt = z.object({
  status: z.enum(['published', 'review', 'confirm', 'accepted']),
  receivedAt: DateTime,
});
export type ProposalReceipt = z.infer<typeof ProposalReceipt>;
