import type {CallOptions} from '../contract/adapter.js';
import type {Rsvp, RsvpReceipt} from '../contract/event.js';
import type {Receipt, Signature} from '../contract/signature.js';
import {jsonOf} from './http.js';
import {JSON_TYPE, write} from './platform-write.js';
import {pageTime} from './receipts.js';
import {explain} from './supabase-refusal.js';
import {keyOf, type SupabaseSettings} from './supabase.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Calls a function. PostgREST finds it by the names of its parameters, so each of them is sent each time. It answers with a status, or `{status}`, or nothing. */
const call = async (address: URL, parameters: object, settings: SupabaseSettings, options?: CallOptions): Promise<unknown> => {
  const {schema, petition} = settings;
  const headers = {...JSON_TYPE, ...keyOf(settings), ...(schema !== undefined && {'Content-Profile': schema})};
  const answer = await write(address, {...(petition !== undefined && {petition}), ...parameters}, {headers, explain}, options);
  const told = answer.text.trim() === '' ? undefined : jsonOf(address, answer);
  return isRecord(told) ? told['status'] : told;
};

const consentsOf = ({consents}: Signature | Rsvp): Record<string, string> => Object.fromEntries(consents.map(({id, version}) => [id, version]));

/** Signs. What the function does not say is `accepted` and no more. */
export const callSign = async (address: URL, signature: Signature, settings: SupabaseSettings, options?: CallOptions): Promise<Receipt> => {
  const {idempotencyKey, fields, language, source = null} = signature;
  const status = await call(address, {idempotency_key: idempotencyKey, answers: fields, consents: consentsOf(signature), language, source}, settings, options);
  return {status: status === 'counted' || status === 'confirm' ? status : 'accepted', receivedAt: pageTime()};
};

/** Joins an event; as {@link callSign}. */
export const callJoin = async (address: URL, rsvp: Rsvp, settings: SupabaseSettings, options?: CallOptions): Promise<RsvpReceipt> => {
  const {idempotencyKey, eventId, fields, language} = rsvp;
  const status = await call(address, {idempotency_key: idempotencyKey, event_id: eventId, answers: fields, consents: consentsOf(rsvp), language}, settings, options);
  return {status: status === 'registered' || status === 'waiting' || status === 'confirm' ? status : 'accepted', receivedAt: pageTime()};
};
