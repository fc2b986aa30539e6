import {type Block, endOf, EventProposal, type Issue, type PetitionEvent} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {occasionIssues} from '../campaign/check-events.js';

/** What becomes public of a proposal that is accepted. */
const Occasion = z.pick(EventProposal, {title: true, description: true, startsAt: true, endsAt: true, timeZone: true, attendance: true, place: true, language: true});

/** How its organiser can be reached, and what they agreed to. Never public. */
const Contact = z.pick(EventProposal, {fields: true, consents: true});
export type Contact = z.infer<typeof Contact>;

/** The most that an event's description may have; what is more joins the last. */
const MOST_PARAGRAPHS = 100;

/** Each line that is not empty becomes a paragraph: a text of several lines has no blocks. */
const paragraphs = (text: string): Block[] => {
  const lines = text.replaceAll('\t', ' ').split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '');
  const kept = lines.length <= MOST_PARAGRAPHS ? lines : [...lines.slice(0, MOST_PARAGRAPHS - 1), lines.slice(MOST_PARAGRAPHS - 1).join(' ')];
  return kept.map((line) => ({type: 'paragraph', text: line}));
};

/** A proposal's two parts as the table keeps them, apart, so that what is published is never taken from where the contact is. */
export const partsOf = (proposal: EventProposal): {readonly payload: string; readonly contact: string} => {
  const {title, description, startsAt, endsAt, timeZone, attendance, place, language, fields, consents} = proposal;
  return {
    payload: JSON.stringify({title, description, startsAt, endsAt, timeZone, attendance, place, language}),
    contact: JSON.stringify({fields, consents}),
  };
};

/** What stays of a contact that was erased. */
export const EMPTY_CONTACT = JSON.stringify({fields: {}, consents: []} satisfies Contact);

/** The contact in a proposal's row. */
export const contactIn = (contact: string): Contact => z.parse(Contact, JSON.parse(contact));

/** The event in a proposal's row. */
export const proposedEvent = ({event, payload, joinable}: {readonly event: string; readonly payload: string; readonly joinable: number}): PetitionEvent => {
  const {description = '', ...occasion} = z.parse(Occasion, JSON.parse(payload));
  return {...occasion, id: event, description: paragraphs(description), status: 'scheduled', joinable: joinable === 1};
};

/** What no schema can say of a proposal's event. */
export const proposalIssues = (proposal: EventProposal, now: number): Issue[] => {
  const {title, description, place = {}} = proposal;
  const texts = {title, description, 'place.name': place.name, 'place.address': place.address, 'place.locality': place.locality};
  return [
    ...(title.trim() === '' ? [{path: 'title', reason: 'required'}] : []),
    ...Object.entries(texts).flatMap(([path, text]) => (text?.isWellFormed() === false ? [{path, reason: 'not valid Unicode'}] : [])),
    ...occasionIssues(proposal),
    ...(endOf(proposedEvent({event: 'proposal', joinable: 0, ...partsOf(proposal)})) < now ? [{path: 'startsAt', reason: 'over already'}] : []),
  ];
};
