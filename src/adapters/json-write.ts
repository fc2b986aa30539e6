import type {CallOptions} from '../contract/adapter.js';
import type {Issue} from '../contract/error.js';
import type {Rsvp, RsvpReceipt} from '../contract/event.js';
import type {Receipt, Signature} from '../contract/signature.js';
import {isDateTime} from '../contract/tally-check.js';
import {jsonOf} from './http.js';
import {expressionIn, mappingIn, type JsonSettings} from './json.js';
import {fill, find, spelled, type Mapping} from './mapping.js';
import {write} from './platform-write.js';
import {pageTime} from './receipts.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a mapping reads: the document, with its consents by their ids. */
const sourceOf = ({consents, ...document}: Signature | Rsvp) => ({...document, consents: Object.fromEntries(consents.map(({id}) => [id, true]))});

/** A document as the fields of a form. */
const formOf = (document: Readonly<Record<string, unknown>>, prefix = ''): [string, string][] => Object.entries(document).flatMap(([name, value]): [string, string][] =>
  isRecord(value) ? formOf(value, `${prefix}${name}.`) : [[prefix + name, typeof value === 'object' ? JSON.stringify(value) : spelled(value)]]);

const TYPES = {json: 'application/json', text: 'text/plain;charset=UTF-8', form: 'application/x-www-form-urlencoded'};

/** The contract's name for a member that a refusal names by its own: what the mapping makes it of, or the field of that name. */
const pathOf = (member: string, mapping: Mapping): string => {
  const [, expression] = [...mapping].find(([target]) => target === member || target.endsWith(`.${member}`)) ?? [];
  const paths = [member, ...(expression ?? []).flat().map((term) => ('path' in term ? term.path.join('.') : ''))];
  return paths.find((path) => /^(fields|consents)\./.test(path)) ?? `fields.${member}`;
};

/** What refusals of the usual shapes name: `{"errors": {"email": …}}`, `{"errors": [{"field": "email"}]}`, `{"issues": [{"path": "email"}]}`. */
const issuesIn = (answer: unknown, mapping: Mapping): Issue[] => {
  const errors = isRecord(answer) ? (answer['errors'] ?? answer['issues']) : undefined;
  const members = Array.isArray(errors) ? errors.flatMap((error: unknown) => (isRecord(error) ? [error['path'] ?? error['field']] : [])) : isRecord(errors) ? Object.keys(errors) : [];
  return members.flatMap((member) => (typeof member === 'string' ? [{path: pathOf(member, mapping), reason: 'refused'}] : []));
};

const send = async (at: URL, document: Signature | Rsvp, body: string | undefined, {'send-as': type = 'json', duplicate, status, 'as-of': asOf}: JsonSettings, options?: CallOptions): Promise<{status: unknown; receivedAt: string}> => {
  const mapping = mappingIn(body);
  const filled = body === undefined ? {...document} : fill(mapping, sourceOf(document));
  const answer = await write(at, type === 'form' ? String(new URLSearchParams(formOf(filled))) : filled, {
    headers: {'Content-Type': TYPES[type]}, explain: (refused) => ({issues: issuesIn(refused, mapping)}), accepts: duplicate,
  }, options);
  const told = answer.text.trim() === '' || !answer.response.ok ? {} : jsonOf(at, answer);
  const {receivedAt} = isRecord(told) ? told : {};
  // By the clock that the tally goes by: the endpoint's where `as-of` says that it has one. Where a duplicate is told by its status, what the other answers say would set them apart.
  return {status: find(expressionIn(status ?? 'status'), duplicate === undefined ? told : {}), receivedAt: asOf !== undefined && isDateTime(receivedAt) ? receivedAt : pageTime()};
};

/** Signs. What the answer does not say in the contract's words is `accepted` and no more. */
export const signJson = async (at: URL, signature: Signature, settings: JsonSettings, options?: CallOptions): Promise<Receipt> => {
  const {status, receivedAt} = await send(at, signature, settings['sign-body'], settings, options);
  return {status: status === 'counted' || status === 'confirm' ? status : 'accepted', receivedAt};
};

/** Joins an event; as {@link signJson}. */
export const joinJson = async (at: URL, rsvp: Rsvp, settings: JsonSettings, options?: CallOptions): Promise<RsvpReceipt> => {
  const {status, receivedAt} = await send(at, rsvp, settings['join-body'], settings, options);
  return {status: status === 'registered' || status === 'waiting' || status === 'confirm' ? status : 'accepted', receivedAt};
};
