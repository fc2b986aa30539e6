import {
  Consent, Controller, DEFAULT_FIELDS, Field, Identifier, LanguageTag, Petition, Text, line,
} from 'sphere-petition/contract';
import * as z from 'zod/mini';

/** A {@link Field} without its words: those are in each language's {@link CampaignTexts}. */
export const CampaignField = z.extend(z.omit(Field, {label: true, hint: true, options: true}), {
  /** The answers of a `select`, as they are stored. */
  options: z.optional(z.array(line(100)).check(z.minLength(1), z.maxLength(300))),
});
export type CampaignField = z.infer<typeof CampaignField>;

/** A {@link Consent} without its wording. One version names the wordings of all languages: where one changes, all get a new version. */
export const CampaignConsent = z.omit(Consent, {text: true});
export type CampaignConsent = z.infer<typeof CampaignConsent>;

/** What a field is called in one language. */
export const FieldTexts = z.object({
  label: Field.shape.label,
  hint: Field.shape.hint,
  /** The words for each of a `select`'s options: `{"member": "I am a member"}`. Absent: the option itself. */
  options: z.optional(z.record(line(100), line(200))),
});
export type FieldTexts = z.infer<typeof FieldTexts>;

const {title, summary, callToAction, letter, addressees, updates, id, goal, opensAt, closesAt, test, recipients, connect} = Petition.shape;

/** Everything of a campaign that is written in a language. */
export const CampaignTexts = z.object({
  title,
  summary,
  callToAction,
  letter,
  addressees,
  updates,
  /** The wording beside each consent's box, by the consent's id. */
  consents: z._default(z.record(Identifier, Text), {}),
  /** By field name. A field whose name the contract knows brings its own label. */
  fields: z._default(z.record(Identifier, FieldTexts), {}),
});
export type CampaignTexts = z.infer<typeof CampaignTexts>;

/**
 * A petition as whoever runs it writes it down: one JSON document, all its languages in it. What holds in every language
 * stands once, so that no translation can make a box required that is not.
 *
 * @example
 * {"id": "safe-exit", "defaultLanguage": "en",
 *  "controllers": [{"id": "foundation", "name": "Example Foundation", "privacy": "https://example.org/privacy"}],
 *  "consents": [{"id": "signature", "purpose": "signature", "version": "2026-11", "required": true}],
 *  "texts": {"en": {"title": "A safe way out", "letter": [{"type": "paragraph", "text": "We call on you …"}],
 *                   "consents": {"signature": "I agree that …"}}}}
 */
export const Campaign = z.object({
  id,
  /** The language that is shown where a reader's own is missing; one of `texts`. */
  defaultLanguage: LanguageTag,
  goal,
  opensAt,
  closesAt,
  test,
  /** What the form asks, in its order. Absent: given name, family name, e-mail address and country, all required. */
  fields: z._default(z.array(CampaignField).check(z.maxLength(30)), () => DEFAULT_FIELDS.map(({name, type, required, maxLength}) => ({name, type, required, maxLength}))),
  consents: z._default(z.array(CampaignConsent).check(z.maxLength(20)), []),
  /** At least one: somebody answers for the data. */
  controllers: z.array(Controller).check(z.minLength(1), z.maxLength(10)),
  recipients,
  connect,
  /** By language tag. */
  texts: z.record(LanguageTag, CampaignTexts),
});
export type Campaign = z.infer<typeof Campaign>;
