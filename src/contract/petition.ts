import * as z from 'zod/mini';
import {Capability} from './capability.js';
import {Base64Url, Count, DateTime, Identifier, LanguageTag, WebAddress, line, lines} from './primitives.js';
import {Block, Text} from './text.js';

/** Who the letter is written to. */
export const Addressee = z.object({
  /** A person, an office, or both as they are addressed: `United Nations High Commissioner for Human Rights, Türk`. */
  name: line(500),
});
export type Addressee = z.infer<typeof Addressee>;

/** A piece of news about the campaign. Newest first. */
export const Update = z.object({
  id: z.optional(Identifier),
  title: z.optional(line(200)),
  publishedAt: z.optional(DateTime),
  body: z.array(Block).check(z.maxLength(100)),
});
export type Update = z.infer<typeof Update>;

/**
 * One thing the form asks. Four names are known everywhere and bring their own label, keyboard and `autocomplete`:
 * `givenName`, `familyName`, `email`, `country`. Any other name needs a `label`.
 */
export const Field = z.object({
  /** The key of the answer in a signature. */
  name: Identifier,
  type: z.enum(['text', 'email', 'country', 'select']),
  required: z._default(z.boolean(), false),
  /** What the field is called, in the petition's language. */
  label: z.optional(line(200)),
  /** A sentence below the label that says how to answer, or why it is asked. */
  hint: z.optional(line(500)),
  /** Longest answer, in UTF-16 units; 200 when absent, 1 000 at most. */
  maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  /** The answers of a `select`. */
  options: z.optional(z.array(z.object({value: line(100), label: line(200)})).check(z.minLength(1), z.maxLength(300))),
  /** The HTML autofill token, for a name that is not known: `postal-code`, `address-level2`. */
  autocomplete: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9 -]{0,60}$/))),
});
export type Field = z.infer<typeof Field>;

/** What the form asks where the petition does not say. */
export const DEFAULT_FIELDS: readonly Field[] = [
  {name: 'givenName', type: 'text', required: true, maxLength: 100},
  {name: 'familyName', type: 'text', required: true, maxLength: 100},
  {name: 'email', type: 'email', required: true, maxLength: 254},
  {name: 'country', type: 'country', required: true},
];

/**
 * A question that only an unticked box can answer (GDPR Art. 7 and 9(2)(a)). One box per purpose: a petition never makes
 * its newsletter a condition.
 */
export const Consent = z.object({
  id: Identifier,
  /** What is consented to: counting and handing over the signature, or something besides it. */
  purpose: z.enum(['signature', 'newsletter', 'other']),
  /** The exact wording beside the box. */
  text: Text,
  /** Names this wording. It comes back in the signature, so that what was agreed to can be shown years later: a new wording, a new version. */
  version: Identifier,
  /** Whether the petition cannot be signed without it. */
  required: z._default(z.boolean(), false),
});
export type Consent = z.infer<typeof Consent>;

/** Who answers for the data (GDPR Art. 4(7)): shown beside the form, before anything is asked. */
export const Controller = z.object({
  id: Identifier,
  name: line(200),
  /** The privacy notice. */
  privacy: z.optional(WebAddress),
  /** Where to write about one's data. */
  contact: z.optional(z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))),
});
export type Controller = z.infer<typeof Controller>;

/** A public key to which signatures are sealed in the browser. A petition that names one is never signed in plain text. */
export const Recipient = z.object({
  /** The {@link Controller} who holds the private key. */
  controller: Identifier,
  keyId: Identifier,
  /** The HPKE suite, by the names of its parts: `DHKEM-X25519-HKDF-SHA256/HKDF-SHA256/AES-256-GCM`. */
  suite: line(100),
  publicKey: Base64Url.check(z.maxLength(4096)),
  expiresAt: z.optional(DateTime),
});
export type Recipient = z.infer<typeof Recipient>;

/** What a form asks: answers and consents. */
export const Questions = z.object({
  fields: z._default(z.array(Field).check(z.maxLength(30)), []),
  consents: z._default(z.array(Consent).check(z.maxLength(20)), []),
});
export type Questions = z.infer<typeof Questions>;

/** What a form about an event asks where the petition does not say: whom to call, and where to write. */
export const DEFAULT_EVENT_QUESTIONS: Questions = {
  fields: [
    {name: 'givenName', type: 'text', required: true, maxLength: 100},
    {name: 'email', type: 'email', required: true, maxLength: 254},
  ],
  consents: [],
};

/** What somebody passes on who shares the petition. */
export const Share = z.object({
  /** The words, without the address. Absent: the petition's title. */
  text: z.optional(lines(2000)),
  /** The address. Absent: that of the petition. */
  url: z.optional(WebAddress),
});
export type Share = z.infer<typeof Share>;

/** Sends one capability to another platform, with everything it needs to know. */
export const Connection = z.object({
  /** An adapter's name, as given to `defineAdapter`. */
  adapter: Identifier,
  /** The petition's address over there. */
  src: WebAddress,
  /** The adapter's settings, checked against the schema it publishes. */
  settings: z.optional(z.catchall(z.object({}), z.union([z.string(), z.number(), z.boolean()]))),
});
export type Connection = z.infer<typeof Connection>;

const connection = z.optional(Connection);

/** Single capabilities that live elsewhere. An object and no record: the code for records would weigh on every page. */
export const Connect = z.object({
  getPetition: connection,
  getTally: connection,
  getChallenge: connection,
  sign: connection,
  signSealed: connection,
  listEvents: connection,
  getEvent: connection,
  joinEvent: connection,
  proposeEvent: connection,
} satisfies Record<Capability, typeof connection>);
export type Connect = z.infer<typeof Connect>;

/**
 * A petition in one language: all that a page shows of it and asks for it, except the number of signatures.
 * Members unknown to this version are ignored, so that an older page can read a newer document.
 *
 * @example {"id": "safe-exit", "title": "A safe way out", "letter": [{"type": "paragraph", "text": "We call on you …"}], "language": "en"}
 */
export const Petition = z.object({
  id: Identifier,
  title: line(200),
  /** A sentence or two that says what signing does. */
  summary: z.optional(Text),
  /** A word of what to do, for the heading over the form. */
  callToAction: z.optional(line(200)),
  letter: z._default(z.array(Block).check(z.maxLength(500)), []),
  addressees: z._default(z.array(Addressee).check(z.maxLength(200)), []),
  updates: z._default(z.array(Update).check(z.maxLength(100)), []),
  /** What the form asks, in its order. Absent: {@link DEFAULT_FIELDS}. */
  fields: z._default(z.array(Field).check(z.maxLength(30)), () => [...DEFAULT_FIELDS]),
  consents: z._default(z.array(Consent).check(z.maxLength(20)), []),
  /** What is asked of who joins an event. Absent: {@link DEFAULT_EVENT_QUESTIONS}. */
  rsvp: z.optional(Questions),
  /** What is asked, besides the event, of who offers to organise one; never published. Absent: {@link DEFAULT_EVENT_QUESTIONS}. */
  proposal: z.optional(Questions),
  share: z.optional(Share),
  controllers: z._default(z.array(Controller).check(z.maxLength(10)), []),
  /** Present and not empty: signatures are sealed to these keys or not sent. */
  recipients: z.optional(z.array(Recipient).check(z.maxLength(10))),
  /** Signatures hoped for. 0 and absent mean the same: no goal set. */
  goal: z.optional(Count),
  /** From when it can be signed. Absent: at once. */
  opensAt: z.optional(DateTime),
  /** Until when it can be signed. Absent: without end. */
  closesAt: z.optional(DateTime),
  /** The language that this document is written in, which need not be the one asked for. */
  language: LanguageTag,
  /** The language it was written in first, where this document is a translation. */
  original: z.optional(LanguageTag),
  /** Every language it can be had in. Absent: this one alone. */
  languages: z.optional(z.array(LanguageTag).check(z.maxLength(200))),
  /** What its back end can do, of all that its protocol knows. Absent: everything. A folder of files says `["getPetition", "getTally"]`. */
  offers: z.optional(z.array(Capability)),
  /** Whether a signature must carry a solved {@link Challenge}. */
  challenge: z.optional(z.boolean()),
  /** Single capabilities that live elsewhere. */
  connect: z.optional(Connect),
  /** The page that shows it in a frame (`?show=form`), as seen from the petition's address: for forms that must stand apart from the page around them. */
  embed: z.optional(line(2048)),
  /** A petition to try things on: what is signed here counts for nothing, and the conformance suite may write to it. */
  test: z.optional(z.boolean()),
});
export type Petition = z.infer<typeof Petition>;

/** Which of a petition's languages is wanted. A back end that lacks it answers in another and says which. */
export interface PetitionQuery {
  /** BCP 47. Absent: the petition's own. */
  readonly language?: string;
}
