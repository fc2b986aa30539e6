import {
  Consent, Controller, DEFAULT_EVENT_QUESTIONS, DEFAULT_FIELDS, Field, Identifier, LanguageTag, Petition, PetitionEvent, Text, line,
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

const wordless = (fields: readonly Field[]): CampaignField[] => fields.map(({name, type, required, maxLength}) => ({name, type, required, maxLength}));

/** What a form about an event asks. Its words are in each language's {@link QuestionTexts}. */
export const CampaignQuestions = z.object({
  /** Absent: given name and e-mail address, both required. */
  fields: z._default(z.array(CampaignField).check(z.maxLength(30)), () => wordless(DEFAULT_EVENT_QUESTIONS.fields)),
  consents: z._default(z.array(CampaignConsent).check(z.maxLength(20)), []),
});
export type CampaignQuestions = z.infer<typeof CampaignQuestions>;

/** What a field is called in one language. */
export const FieldTexts = z.object({
  label: Field.shape.label,
  hint: Field.shape.hint,
  /** The words for each of a `select`'s options: `{"member": "I am a member"}`. Absent: the option itself. */
  options: z.optional(z.record(line(100), line(200))),
});
export type FieldTexts = z.infer<typeof FieldTexts>;

/** The words of what a form asks, in one language. */
export const QuestionTexts = z.object({
  /** The wording beside each consent's box, by the consent's id. */
  consents: z._default(z.record(Identifier, Text), {}),
  /** By field name. A field whose name the contract knows brings its own label. */
  fields: z._default(z.record(Identifier, FieldTexts), {}),
});
export type QuestionTexts = z.infer<typeof QuestionTexts>;

const {title, summary, callToAction, letter, addressees, updates, share, id, goal, opensAt, closesAt, test, recipients, connect} = Petition.shape;

/** Everything of a campaign that is written in a language. */
export const CampaignTexts = z.extend(QuestionTexts, {
  title,
  summary,
  callToAction,
  letter,
  addressees,
  updates,
  share,
  rsvp: z.optional(QuestionTexts),
  proposal: z.optional(QuestionTexts),
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
  fields: z._default(z.array(CampaignField).check(z.maxLength(30)), () => wordless(DEFAULT_FIELDS)),
  consents: z._default(z.array(CampaignConsent).check(z.maxLength(20)), []),
  /** At least one: somebody answers for the data. */
  controllers: z.array(Controller).check(z.minLength(1), z.maxLength(10)),
  recipients,
  connect,
  /** In any order. A title stands in one language: that of the event. */
  events: z._default(z.array(PetitionEvent).check(z.maxLength(10_000)), []),
  /** Present: whoever comes to an event that is `joinable` may say so here, and is asked this. */
  rsvp: z.optional(CampaignQuestions),
  /** Present: whoever wants to organise an event may propose it here, and is asked this besides. */
  proposal: z.optional(CampaignQuestions),
  /** By language tag. */
  texts: z.record(LanguageTag, CampaignTexts),
});
export type Campaign = z.infer<typeof Campaign>;
