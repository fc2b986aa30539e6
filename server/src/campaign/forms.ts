import type {Consent, Field, Questions} from 'sphere-petition/contract';
import {own} from '../own.js';
import type {Campaign, CampaignQuestions, CampaignTexts, QuestionTexts} from './campaign.js';

/** The forms that a campaign may have besides its own. */
export const EVENT_FORMS = ['rsvp', 'proposal'] as const;

/** What the paths of a form's members begin with, and its consents' names in the data file. The petition's own form begins with nothing. */
export type FormPrefix = '' | `${(typeof EVENT_FORMS)[number]}.`;

/** One of a campaign's forms. */
export interface Form {
  readonly prefix: FormPrefix;
  readonly questions: CampaignQuestions;
  /** Its words in a language. */
  readonly wordsIn: (texts: CampaignTexts) => QuestionTexts;
}

const NO_WORDS: QuestionTexts = {consents: {}, fields: {}};

/** Every form of a campaign: the petition's, and those about events that it has. */
export const formsOf = (campaign: Campaign): Form[] => [
  {prefix: '', questions: campaign, wordsIn: (texts) => texts},
  ...EVENT_FORMS.flatMap((name): Form[] => {
    const questions = campaign[name];
    return questions === undefined ? [] : [{prefix: `${name}.`, questions, wordsIn: (texts) => texts[name] ?? NO_WORDS}];
  }),
];

const fieldsOf = ({fields}: CampaignQuestions, texts: QuestionTexts): Field[] =>
  fields.map(({options, ...field}) => {
    const words = own(texts.fields, field.name);
    return {
      ...field,
      ...(words?.label !== undefined && {label: words.label}),
      ...(words?.hint !== undefined && {hint: words.hint}),
      ...(options !== undefined && {options: options.map((value) => ({value, label: own(words?.options ?? {}, value) ?? value}))}),
    };
  });

const consentsOf = ({consents}: CampaignQuestions, texts: QuestionTexts): Consent[] =>
  consents.map((consent) => ({...consent, text: own(texts.consents, consent.id) ?? ''}));

/** What a form asks, with its words. */
export const worded = (questions: CampaignQuestions, texts: QuestionTexts = NO_WORDS): Questions =>
  ({fields: fieldsOf(questions, texts), consents: consentsOf(questions, texts)});
