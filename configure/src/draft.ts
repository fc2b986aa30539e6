import {DEFAULT_FIELDS} from '../../dist/contract/petition.js';

/** A petition as somebody writes it into a form. */
export interface Draft {
  readonly title: string;
  readonly language: string;
  readonly summary: string;
  /** Paragraphs, with an empty line between them. */
  readonly letter: string;
  /** One a line. */
  readonly addressees: string;
  /** The names of the fields that are asked for, and of those that must be answered. */
  readonly asked: readonly string[];
  readonly required: readonly string[];
  readonly consent: string;
  readonly newsletter: string;
  readonly controller: string;
  readonly privacy: string;
  readonly contact: string;
  readonly goal: string;
  readonly platform: 'action-network' | 'other';
  /** The address or identifier of the form over there. */
  readonly place: string;
  readonly kind: 'petitions' | 'forms';
  /** The name of another adapter. */
  readonly adapter: string;
  readonly test: boolean;
}

export const FIELDS = DEFAULT_FIELDS.map(({name}) => name);

export const EMPTY: Draft = {
  title: '', language: 'en', summary: '', letter: '', addressees: '', asked: FIELDS, required: FIELDS, consent: '', newsletter: '', controller: '', privacy: '', contact: '', goal: '',
  platform: 'action-network', place: '', kind: 'petitions', adapter: '', test: false,
};

/** The text in pieces, without what is empty. */
const pieces = (text: string, between: RegExp): string[] => text.split(between).map((piece) => piece.replace(/\s+/g, ' ').trim()).filter((piece) => piece !== '');

/** A short name for an address: `A safe way out` is `a-safe-way-out`. */
export const identifierOf = (title: string): string =>
  title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64).replace(/-+$/, '') || 'petition';

const PLACE = /^(?:https:\/\/(?:www\.)?actionnetwork\.org\/api\/v2\/(petitions|forms)\/|action_network:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/.*)?$/i;

/** Where Action Network takes signatures: from an address for programs, or an identifier as its pages show it. */
export const actionNetworkAddress = (text: string, kind: Draft['kind']): string | undefined => {
  const [, named = kind, uuid] = PLACE.exec(text.trim()) ?? [];
  return uuid === undefined ? undefined : `https://actionnetwork.org/api/v2/${named.toLowerCase()}/${uuid.toLowerCase()}`;
};

/** Where signatures go. */
const connection = ({platform, place, kind, adapter}: Draft): {adapter: string; src: string} =>
  platform === 'action-network' ? {adapter: platform, src: actionNetworkAddress(place, kind) ?? place.trim()} : {adapter: adapter.trim(), src: place.trim()};

/** A wording is known by the day it was written. */
const versionOn = (day: Date): string => day.toISOString().slice(0, 10);

/** What a draft becomes: a petition of the contract, as far as it has been written. */
export interface PetitionDocument {
  readonly language: string;
  readonly connect: object;
  readonly [member: string]: unknown;
}

/** The petition's document, as the contract has it where nothing is missing; absent members are left out. */
export const documentOf = (draft: Draft, day: Date): PetitionDocument => {
  const {title, language, summary, letter, addressees, asked, required, consent, newsletter, controller, privacy, contact, goal, test} = draft;
  const text = (value: string) => pieces(value, /\n+/).join(' ');
  const version = versionOn(day);
  return {
    id: identifierOf(title),
    title: text(title),
    ...(summary.trim() !== '' && {summary: text(summary)}),
    letter: pieces(letter, /\n\s*\n/).map((paragraph) => ({type: 'paragraph', text: paragraph})),
    addressees: pieces(addressees, /\n/).map((name) => ({name})),
    fields: DEFAULT_FIELDS.filter(({name}) => asked.includes(name)).map((field) => ({...field, required: required.includes(field.name)})),
    consents: [
      ...(consent.trim() === '' ? [] : [{id: 'signature', purpose: 'signature', text: text(consent), version, required: true}]),
      ...(newsletter.trim() === '' ? [] : [{id: 'newsletter', purpose: 'newsletter', text: text(newsletter), version, required: false}]),
    ],
    controllers: controller.trim() === '' ? [] : [{id: identifierOf(controller), name: text(controller), ...(privacy.trim() !== '' && {privacy: privacy.trim()}), ...(contact.trim() !== '' && {contact: contact.trim()})}],
    ...(/^\d+$/.test(goal.trim()) && {goal: Number(goal)}),
    language: language.trim(),
    connect: {sign: connection(draft)},
    ...(test && {test: true}),
  };
};
