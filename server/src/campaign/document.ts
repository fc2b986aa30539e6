import type {Capability, Petition, PetitionEvent} from 'sphere-petition/contract';
import type {Campaign} from './campaign.js';
import {worded} from './forms.js';

/**
 * What this server can do for a campaign: signatures are taken in plain text, so not where they must be sealed; what `connect` sends
 * elsewhere is not done here.
 *
 * @param events All its events, also those that came by proposal.
 */
export const offersOf = (campaign: Campaign, events: readonly PetitionEvent[] = campaign.events): Capability[] => {
  const hasEvents = events.length > 0 || campaign.proposal !== undefined;
  const able: readonly (readonly [Capability, boolean])[] = [
    ['sign', (campaign.recipients ?? []).length === 0],
    ['listEvents', hasEvents],
    ['getEvent', hasEvents],
    ['joinEvent', campaign.rsvp !== undefined],
    ['proposeEvent', campaign.proposal !== undefined],
  ];
  return ['getPetition', 'getTally', ...able.flatMap(([capability, is]) => (is && campaign.connect?.[capability] === undefined ? [capability] : []))];
};

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

/**
 * The petition document in one of the campaign's languages.
 *
 * @param events As {@link offersOf} has them.
 * @throws {RangeError} where the campaign has no such language: {@link chooseLanguage} finds one.
 */
export const petitionOf = (campaign: Campaign, language: string, events: readonly PetitionEvent[] = campaign.events): Petition => {
  const texts = campaign.texts[language];
  if (texts === undefined) throw new RangeError(`The campaign "${campaign.id}" has no texts in "${language}".`);
  const {id, defaultLanguage, controllers, goal, opensAt, closesAt, test, recipients, connect, rsvp, proposal} = campaign;
  const {title, summary, callToAction, letter, addressees, updates, share} = texts;
  return {
    id,
    title,
    letter,
    addressees,
    updates,
    ...worded(campaign, texts),
    controllers,
    language,
    languages: languagesOf(campaign),
    offers: offersOf(campaign, events),
    embed: `/embed/${id}`,
    ...(language !== defaultLanguage && {original: defaultLanguage}),
    ...(summary !== undefined && {summary}),
    ...(callToAction !== undefined && {callToAction}),
    ...(rsvp !== undefined && {rsvp: worded(rsvp, texts.rsvp)}),
    ...(proposal !== undefined && {proposal: worded(proposal, texts.proposal)}),
    ...(share !== undefined && {share}),
    ...(goal !== undefined && {goal}),
    ...(opensAt !== undefined && {opensAt}),
    ...(closesAt !== undefined && {closesAt}),
    ...(test !== undefined && {test}),
    ...(recipients !== undefined && {recipients}),
    ...(connect !== undefined && {connect}),
  };
};
