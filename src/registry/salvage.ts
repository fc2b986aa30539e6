import * as z from 'zod/mini';
import {Capability} from '../contract/capability.js';
import type {BackendError} from '../contract/error.js';
import {Petition} from '../contract/petition.js';
import {shapeError} from '../contract/shape-error.js';
import {SIGNING} from './compose.js';

/** What a petition can be shown and signed without. Never what is signed, asked, consented to or sealed: there half is worse than nothing. */
const SPARE: readonly PropertyKey[] = ['summary', 'callToAction', 'goal', 'languages', 'original', 'rsvp', 'proposal', 'share', 'embed'];

/** The language `und`, "undetermined" (ISO 639-2), for a tag that is none; `fr_FR` is meant as `fr-FR`. */
const languageMeant = (tag: unknown): string => {
  try {
    return Intl.getCanonicalLocales(String(tag).trim().replaceAll('_', '-'))[0] ?? 'und';
  } catch {
    return 'und';
  }
};

/** Where an issue is. What zod says of a member that it does not know, it says of the object. */
const pathsOf = (issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]);

type Document = Readonly<Record<string, unknown>>;

/** The document without connections that lead nowhere; what they should have done is not offered, at home neither. */
const disconnected = (document: Document, capabilities: ReadonlySet<PropertyKey>): Document => {
  const {connect, offers = Capability.options} = document;
  const signing: readonly PropertyKey[] = SIGNING;
  const lost = (name: PropertyKey) => capabilities.has(name) || (signing.includes(name) && signing.some((capability) => capabilities.has(capability)));
  return {
    ...document,
    connect: Object.fromEntries(Object.entries(connect as object).filter(([name]) => !capabilities.has(name))),
    offers: Array.isArray(offers) ? offers.filter((name: PropertyKey) => !lost(name)) : offers,
  };
};

/** The document without what is wrong at these paths; `undefined` where it cannot be spared. */
const without = (document: Document, paths: readonly (readonly PropertyKey[])[]): Document | undefined => {
  const rest: Record<string, unknown> = {...document};
  const updates = new Set<PropertyKey>();
  const connections = new Set<PropertyKey>();
  for (const [member = '', index] of paths) {
    if (SPARE.includes(member)) delete rest[String(member)];
    else if (member === 'language') rest['language'] = languageMeant(document['language']);
    else if (member === 'updates' && index !== undefined) updates.add(index);
    else if (member === 'connect' && index !== undefined) connections.add(index);
    else return undefined;
  }
  if (Array.isArray(document['updates'])) rest['updates'] = document['updates'].filter((_, index) => !updates.has(index));
  return connections.size > 0 ? disconnected(rest, connections) : rest;
};

/**
 * What can be shown of a petition that is not quite as the contract has it, and what was left out.
 *
 * @throws {BackendError} `invalid-response`, naming what is wrong, where the rest is no petition.
 */
export const salvage = (error: z.core.$ZodError, value: unknown, what: string): {petition: Petition; flaws: readonly BackendError[]} => {
  const flaw = shapeError(error, value, what);
  const isDocument = typeof value === 'object' && value !== null && !Array.isArray(value);
  const rest = isDocument ? without(value as Document, error.issues.flatMap(pathsOf)) : undefined;
  const result = z.safeParse(Petition, rest);
  if (!result.success) throw flaw;
  return {petition: result.data, flaws: [flaw]};
};
