import {type Issue, Petition, issuesOf} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {Campaign} from './campaign.js';
import {eventIssues} from './check-events.js';
import {questionIssues} from './check-questions.js';
import {petitionOf} from './document.js';
import {repeated} from './repeated.js';
import {unknownMembers} from './unknown.js';

/** A campaign document that cannot be used, with everything that is wrong with it. */
export class CampaignError extends Error {
  override readonly name = 'CampaignError';
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    super(message);
    this.issues = issues;
  }
}

const unknownIn = unknownMembers(Campaign);

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
    ? [...questionIssues(result.data), ...eventIssues(result.data), ...otherIssues(result.data)]
    : issuesOf(result.error, value);
  issues.push(...unknownIn(value));
  if (result.success && issues.length === 0) issues.push(...documentIssues(result.data));
  if (result.success && issues.length === 0) return result.data;
  throw new CampaignError(`The campaign document has ${issues.length === 1 ? 'a problem' : `${issues.length} problems`}.`, issues);
};
