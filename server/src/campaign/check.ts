import {type Issue, Petition, issuesOf} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {Campaign} from './campaign.js';
import {petitionOf} from './document.js';
import {unknownMembers} from './unknown.js';
import {own} from '../own.js';

/** A campaign document that cannot be used, with everything that is wrong with it. */
export class CampaignError extends Error {
  override readonly name = 'CampaignError';
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    super(message);
    this.issues = issues;
  }
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(['givenName', 'familyName', 'email', 'country']);

const unknownIn = unknownMembers(Campaign);

const repeated = (names: readonly string[], path: (index: number) => string): Issue[] =>
  names.flatMap((name, index) => (names.indexOf(name) < index ? [{path: path(index), reason: 'given twice'}] : []));

const fieldIssues = ({fields}: Campaign): Issue[] => [
  ...repeated(fields.map(({name}) => name), (index) => `fields.${index}.name`),
  ...fields.flatMap(({type, options}, index) => [
    ...(type === 'select' && options === undefined ? [{path: `fields.${index}.options`, reason: 'missing: a select needs its options'}] : []),
    ...(type !== 'select' && options !== undefined ? [{path: `fields.${index}.options`, reason: 'only a select has options'}] : []),
    ...repeated(options ?? [], (option) => `fields.${index}.options.${option}`),
  ]),
];

const consentIssues = ({consents}: Campaign): Issue[] => [
  ...repeated(consents.map(({id}) => id), (index) => `consents.${index}.id`),
  ...consents.flatMap(({purpose, required}, index) =>
    purpose === 'newsletter' && required ? [{path: `consents.${index}.required`, reason: 'a newsletter is never a condition of signing'}] : []),
];

const textIssues = (campaign: Campaign): Issue[] =>
  Object.entries(campaign.texts).flatMap(([language, texts]) => {
    const path = `texts.${language}`;
    const consents = new Set(campaign.consents.map(({id}) => id));
    const fields = new Map(campaign.fields.map((field) => [field.name, field]));
    return [
      ...campaign.consents.flatMap(({id}) => (own(texts.consents, id) === undefined ? [{path: `${path}.consents.${id}`, reason: 'missing: the wording beside the box'}] : [])),
      ...Object.keys(texts.consents).flatMap((id) => (consents.has(id) ? [] : [{path: `${path}.consents.${id}`, reason: 'there is no such consent'}])),
      ...campaign.fields.flatMap(({name}) => (KNOWN_FIELDS.has(name) || own(texts.fields, name)?.label !== undefined ? [] : [{path: `${path}.fields.${name}.label`, reason: 'missing: the contract knows no label for it'}])),
      ...Object.entries(texts.fields).flatMap(([name, words]) => {
        const field = fields.get(name);
        if (field === undefined) return [{path: `${path}.fields.${name}`, reason: 'there is no such field'}];
        return Object.keys(words.options ?? {}).flatMap((option) => (field.options?.includes(option) === true ? [] : [{path: `${path}.fields.${name}.options.${option}`, reason: 'there is no such option'}]));
      }),
    ];
  });

const otherIssues = ({texts, defaultLanguage, controllers, recipients, opensAt, closesAt}: Campaign): Issue[] => [
  ...(texts[defaultLanguage] === undefined ? [{path: `texts.${defaultLanguage}`, reason: 'missing: the texts in the default language'}] : []),
  ...repeated(Object.keys(texts).map((language) => language.toLowerCase()), (index) => `texts.${Object.keys(texts)[index] ?? ''}`),
  ...repeated(controllers.map(({id}) => id), (index) => `controllers.${index}.id`),
  ...(recipients ?? []).flatMap(({controller}, index) => (controllers.some(({id}) => id === controller) ? [] : [{path: `recipients.${index}.controller`, reason: 'there is no such controller'}])),
  ...(opensAt !== undefined && closesAt !== undefined && Date.parse(closesAt) <= Date.parse(opensAt) ? [{path: 'closesAt', reason: 'not after opensAt'}] : []),
];

/** Whether every language makes a petition as the contract has it. */
const documentIssues = (campaign: Campaign): Issue[] =>
  Object.keys(campaign.texts).flatMap((language) => {
    const petition = petitionOf(campaign, language);
    const result = z.safeParse(Petition, petition);
    return result.success ? [] : issuesOf(result.error, petition).map(({path, reason}) => ({path: `texts.${language}: ${path}`, reason}));
  });

/**
 * Reads a campaign document and everything that depends on more than one of its members.
 *
 * @throws {CampaignError} with all that is wrong, each with its path: `texts.fr.consents.signature`.
 */
export const parseCampaign = (value: unknown): Campaign => {
  const result = z.safeParse(Campaign, value);
  const issues = result.success
    ? [...fieldIssues(result.data), ...consentIssues(result.data), ...textIssues(result.data), ...otherIssues(result.data)]
    : issuesOf(result.error, value);
  issues.push(...unknownIn(value));
  if (result.success && issues.length === 0) issues.push(...documentIssues(result.data));
  if (result.success && issues.length === 0) return result.data;
  throw new CampaignError(`The campaign document has ${issues.length === 1 ? 'a problem' : `${issues.length} problems`}.`, issues);
};
