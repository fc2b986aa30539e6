import type {Issue} from 'sphere-petition/contract';
import {own} from '../own.js';
import type {Campaign, QuestionTexts} from './campaign.js';
import {EVENT_FORMS, formsOf, type Form} from './forms.js';
import {repeated} from './repeated.js';

const KNOWN_FIELDS: ReadonlySet<string> = new Set(['givenName', 'familyName', 'email', 'country']);

const fieldIssues = ({prefix, questions: {fields}}: Form): Issue[] => [
  ...repeated(fields.map(({name}) => name), (index) => `${prefix}fields.${index}.name`),
  ...fields.flatMap(({type, options}, index) => [
    ...(type === 'select' && options === undefined ? [{path: `${prefix}fields.${index}.options`, reason: 'missing: a select needs its options'}] : []),
    ...(type !== 'select' && options !== undefined ? [{path: `${prefix}fields.${index}.options`, reason: 'only a select has options'}] : []),
    ...repeated(options ?? [], (option) => `${prefix}fields.${index}.options.${option}`),
  ]),
];

const consentIssues = ({prefix, questions: {consents}}: Form): Issue[] => [
  ...repeated(consents.map(({id}) => id), (index) => `${prefix}consents.${index}.id`),
  ...consents.flatMap(({purpose, required}, index) =>
    purpose === 'newsletter' && required ? [{path: `${prefix}consents.${index}.required`, reason: 'a newsletter is never a condition'}] : []),
];

/** @param path Where the words are: `texts.fr`, `texts.fr.rsvp`. */
const wordIssues = ({questions}: Form, texts: QuestionTexts, path: string): Issue[] => {
  const consents = new Set(questions.consents.map(({id}) => id));
  const fields = new Map(questions.fields.map((field) => [field.name, field]));
  return [
    ...questions.consents.flatMap(({id}) => (own(texts.consents, id) === undefined ? [{path: `${path}.consents.${id}`, reason: 'missing: the wording beside the box'}] : [])),
    ...Object.keys(texts.consents).flatMap((id) => (consents.has(id) ? [] : [{path: `${path}.consents.${id}`, reason: 'there is no such consent'}])),
    ...questions.fields.flatMap(({name}) => (KNOWN_FIELDS.has(name) || own(texts.fields, name)?.label !== undefined ? [] : [{path: `${path}.fields.${name}.label`, reason: 'missing: the contract knows no label for it'}])),
    ...Object.entries(texts.fields).flatMap(([name, words]) => {
      const field = fields.get(name);
      if (field === undefined) return [{path: `${path}.fields.${name}`, reason: 'there is no such field'}];
      return Object.keys(words.options ?? {}).flatMap((option) => (field.options?.includes(option) === true ? [] : [{path: `${path}.fields.${name}.options.${option}`, reason: 'there is no such option'}]));
    }),
  ];
};

/** What is wrong with a campaign's forms, and with their words in each language. */
export const questionIssues = (campaign: Campaign): Issue[] => {
  const forms = formsOf(campaign);
  const languages = Object.entries(campaign.texts);
  return [
    ...forms.flatMap(fieldIssues),
    ...forms.flatMap(consentIssues),
    ...languages.flatMap(([language, texts]) => forms.flatMap((form) => wordIssues(form, form.wordsIn(texts), `texts.${language}.${form.prefix}`.replace(/\.$/, '')))),
    ...languages.flatMap(([language, texts]) => EVENT_FORMS.flatMap((name) =>
      (texts[name] !== undefined && campaign[name] === undefined ? [{path: `texts.${language}.${name}`, reason: `the campaign has no "${name}" that these words could belong to`}] : []))),
  ];
};
