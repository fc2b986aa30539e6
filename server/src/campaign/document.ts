import type {Capability, Consent, Field, Petition} from 'sphere-petition/contract';
import type {Campaign, CampaignTexts} from './campaign.js';
import {own} from '../own.js';

/** Whether signatures are taken here in plain text: not where they must be sealed, nor where they are sent elsewhere. */
export const takesSignatures = (campaign: Campaign): boolean =>
  (campaign.recipients ?? []).length === 0 && campaign.connect?.sign === undefined;

/** What this server can do for a campaign. */
export const offersOf = (campaign: Campaign): Capability[] => [
  'getPetition',
  'getTally',
  ...(takesSignatures(campaign) ? (['sign'] as const) : []),
];

/** The languages of a campaign, its own first. */
export const languagesOf = ({defaultLanguage, texts}: Campaign): string[] => [
  defaultLanguage,
  ...Object.keys(texts).filter((language) => language !== defaultLanguage),
];

/**
 * The campaign's language for one that is asked for: the same, else the same without its last subtags (`fr` for
 * `fr-CA`), else the campaign's own.
 */
export const chooseLanguage = (campaign: Campaign, wanted: string | undefined): string => {
  const languages = languagesOf(campaign);
  for (let tag = wanted?.replaceAll('_', '-').toLowerCase() ?? ''; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = languages.find((language) => language.toLowerCase() === tag);
    if (found !== undefined) return found;
  }
  return campaign.defaultLanguage;
};

const fieldsOf = (campaign: Campaign, texts: CampaignTexts): Field[] =>
  campaign.fields.map(({options, ...field}) => {
    const words = own(texts.fields, field.name);
    return {
      ...field,
      ...(words?.label !== undefined && {label: words.label}),
      ...(words?.hint !== undefined && {hint: words.hint}),
      ...(options !== undefined && {options: options.map((value) => ({value, label: own(words?.options ?? {}, value) ?? value}))}),
    };
  });

const consentsOf = (campaign: Campaign, texts: CampaignTexts): Consent[] =>
  campaign.consents.map((consent) => ({...consent, text: own(texts.consents, consent.id) ?? ''}));

/**
 * The petition document in one of the campaign's languages.
 *
 * @throws {RangeError} where the campaign has no such language: {@link chooseLanguage} finds one.
 */
export const petitionOf = (campaign: Campaign, language: string): Petition => {
  const texts = campaign.texts[language];
  if (texts === undefined) throw new RangeError(`The campaign "${campaign.id}" has no texts in "${language}".`);
  const {id, controllers, goal, opensAt, closesAt, test, recipients, connect} = campaign;
  const {title, summary, callToAction, letter, addressees, updates} = texts;
  return {
    id,
    title,
    letter,
    addressees,
    updates,
    fields: fieldsOf(campaign, texts),
    consents: consentsOf(campaign, texts),
    controllers,
    language,
    languages: languagesOf(campaign),
    offers: offersOf(campaign),
    ...(summary !== undefined && {summary}),
    ...(callToAction !== undefined && {callToAction}),
    ...(goal !== undefined && {goal}),
    ...(opensAt !== undefined && {opensAt}),
    ...(closesAt !== undefined && {closesAt}),
    ...(test !== undefined && {test}),
    ...(recipients !== undefined && {recipients}),
    ...(connect !== undefined && {connect}),
  };
};
