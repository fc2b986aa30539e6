import {html} from 'hono/html';
import {type FieldProblem, openness, type Petition, type Tally} from 'sphere-petition/contract';
import {cleanTag, directionOf, type Locale, type Obstacle} from 'sphere-petition/words';
import type {Html} from './blocks.js';
import type {Words} from './words.js';

/** What the plain form holds, and what was wrong with it. */
export interface PlainForm {
  /** The idempotency key of the signature that it will send. */
  readonly key: string;
  /** What brought the signer here. */
  readonly source?: string | undefined;
  /** What was typed, by field name. */
  readonly answers: ReadonlyMap<string, string>;
  /** The boxes that were ticked beside the wording that they still have, by their ids. */
  readonly ticked: ReadonlySet<string>;
  /** By path, as the contract has it: `fields.email`. */
  readonly problems: ReadonlyMap<string, FieldProblem>;
  /** Why it did not arrive, as a sentence of the library tells it. */
  readonly failure?: 'unavailable' | 'invalid' | 'too-large' | 'invalid-response' | undefined;
}

/** What the page of a petition is made from. */
export interface PageView {
  readonly petition: Petition;
  readonly tally: Tally | undefined;
  readonly words: Words;
  readonly locale: Locale;
  /** Where this server is reached from outside. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly form: PlainForm;
}

/**
 * Why the plain form cannot be shown. `script`: because the petition's `connect` sends signing to a platform that the widgets speak with, and this server
 * does not.
 */
export const obstacleTo = (petition: Petition, now: number): Obstacle | 'script' | undefined => {
  const open = openness(petition, now);
  if (open !== 'open') return open;
  if (petition.recipients?.length || petition.challenge === true) return 'unsupported';
  if (petition.offers?.includes('sign') === true) return undefined;
  return petition.connect?.sign === undefined ? 'unsupported' : 'script';
};

/** The attributes for words in a language inside a text in another; none inside the same. */
export const spoken = (language: string, around: string): Html | '' =>
  language === around ? '' : html` lang="${language}" dir="${directionOf(language)}"`;

/** A language by its own name: `français`. */
export const ownNameOf = (language: string): string => {
  const tag = cleanTag(language);
  return (tag !== undefined && new Intl.DisplayNames([tag], {type: 'language'}).of(tag)) || language;
};
