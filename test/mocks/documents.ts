import type {PetitionDocument} from '../../src/adapters/memory.js';
import type {PetitionEvent, Signature} from '../../src/contract/index.js';
import type * as z from 'zod/mini';

/** A petition that tests may sign. */
export const english = {
  id: 'safe-exit',
  title: 'A safe way out',
  letter: [{type: 'paragraph', text: 'We call on you to act.'}],
  consents: [
    {id: 'signature', purpose: 'signature', text: 'I sign.', version: '2026-11', required: true},
    {id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '2026-11'},
  ],
  goal: 20_000,
  language: 'en',
  test: true,
} satisfies PetitionDocument;

export const french = {...english, title: 'Une issue sûre', language: 'fr'} satisfies PetitionDocument;

/** A signature that the petition takes. */
export const signature = (change: Partial<Signature> = {}): Signature => ({
  idempotencyKey: crypto.getRandomValues(new Uint32Array(4)).reduce((key, word) => key + word.toString(16).padStart(8, '0'), ''),
  fields: {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR'},
  consents: [{id: 'signature', version: '2026-11'}],
  language: 'en',
  ...change,
});

/** An event as it is least. */
export const online = {id: 'online', title: 'Briefing', startsAt: '2199-03-01T18:00:00+01:00', timeZone: 'Europe/Paris', attendance: 'online', language: 'en'} satisfies z.input<typeof PetitionEvent>;

/** Three events to come, and one that is over. */
export const events = [
  {id: 'lyon', title: 'Vigil', startsAt: '2199-03-02T18:00:00+01:00', endsAt: '2199-03-02T20:00:00+01:00', timeZone: 'Europe/Paris', attendance: 'in-person', place: {locality: 'Lyon', country: 'FR'}, joinable: true},
  online,
  {id: 'porto', title: 'Reading', startsAt: '2199-03-03T18:00:00Z', timeZone: 'Europe/Lisbon', attendance: 'both', place: {locality: 'Porto', country: 'PT'}, language: 'pt'},
  {id: 'over', title: 'March', startsAt: '2020-03-01T18:00:00Z', timeZone: 'Europe/London', attendance: 'in-person'},
] satisfies z.input<typeof PetitionEvent>[];
