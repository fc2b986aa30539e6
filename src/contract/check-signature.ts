import type {Issue} from './error.js';
import type {Field, Petition} from './petition.js';
import type {ConsentGiven, Signature} from './signature.js';

/**
 * What can be wrong with one answer or one consent. A closed set, so that a form can say each in its reader's language.
 *
 * | problem | what is wrong |
 * |---|---|
 * | `required` | it is missing or blank |
 * | `email` | it is not an e-mail address |
 * | `country` | it is not two capital letters |
 * | `option` | it is none of the options offered |
 * | `too-long` | it is longer than the field allows |
 * | `unknown` | the petition does not ask it |
 */
export type FieldProblem = 'required' | 'email' | 'country' | 'option' | 'too-long' | 'unknown';

const isFieldProblem = (reason: string): reason is FieldProblem => ['required', 'email', 'country', 'option', 'too-long', 'unknown'].includes(reason);

/** The problem that a back end means by a reason. One that the contract does not have is `unknown`. */
export const fieldProblem = (reason: string): FieldProblem => (isFieldProblem(reason) ? reason : 'unknown');

/** One answer that is wrong (`fields.email`), or one consent, by its id (`consents.newsletter`). */
export interface FieldIssue extends Issue {
  readonly reason: FieldProblem;
}

/** Longest answer where the field does not say, in UTF-16 units. */
export const DEFAULT_MAX_LENGTH = 200;

/** RFC 5321 §4.5.3.1.3 leaves this much for an address between its angle brackets. */
export const EMAIL_MAX_LENGTH = 254;

/** The HTML standard's rule for `<input type=email>`, which also asks for a dot in the domain: nobody is written to at `ada@localhost`. */
const EMAIL = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;

const COUNTRY = /^[A-Z]{2}$/;

// eslint-disable-next-line no-control-regex -- what a paste may bring along and no name or address holds
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

/** An answer as it is sent, for what was typed or pasted: one line, without the blanks around it. */
export const cleanAnswer = (typed: string): string => typed.replace(CONTROLS, ' ').trim();

const longest = ({type, maxLength}: Field): number =>
  type === 'email' ? Math.min(maxLength ?? EMAIL_MAX_LENGTH, EMAIL_MAX_LENGTH) : (maxLength ?? DEFAULT_MAX_LENGTH);

/** What is wrong with an answer to a field, if anything. An answer that is absent or blank is wrong only where it is required. */
export const checkField = (field: Field, answer = ''): FieldProblem | undefined => {
  if (answer.trim() === '') return field.required ? 'required' : undefined;
  if (answer.length > longest(field)) return 'too-long';
  if (field.type === 'email' && !EMAIL.test(answer)) return 'email';
  if (field.type === 'country' && !COUNTRY.test(answer)) return 'country';
  if (field.type === 'select' && !field.options?.some(({value}) => value === answer)) return 'option';
  return undefined;
};

/**
 * What is wrong with the answers and consents of a signature, by what its petition asks: in the petition's order, then what it does not
 * ask. Empty: nothing. Only the content is checked; that the shape is a `Signature` is the schema's business.
 *
 * @param knowsWording Whether a consent's version is one that was ever shown. Absent: any version will do, because a petition's
 *   document holds only its newest wordings.
 * @example checkSignature(petition, {...signature, fields: {}}) // [{path: 'fields.email', reason: 'required'}]
 */
export const checkSignature = (
  petition: Pick<Petition, 'fields' | 'consents'>,
  {fields, consents}: Pick<Signature, 'fields' | 'consents'>,
  knowsWording: (consent: ConsentGiven) => boolean = () => true,
): FieldIssue[] => {
  // Own members only: a petition may well ask for a `constructor`.
  const answers = new Map(Object.entries(fields));
  const given = new Map(consents.map((consent) => [consent.id, consent]));
  const issues: FieldIssue[] = [];
  const add = (path: string, reason: FieldProblem | false | undefined) => {
    if (reason) issues.push({path, reason});
  };

  for (const field of petition.fields) {
    add(`fields.${field.name}`, checkField(field, answers.get(field.name)));
    answers.delete(field.name);
  }
  for (const {id, required} of petition.consents) {
    const consent = given.get(id);
    add(`consents.${id}`, consent ? !knowsWording(consent) && 'unknown' : required && 'required');
    given.delete(id);
  }
  for (const name of answers.keys()) add(`fields.${name}`, 'unknown');
  for (const id of given.keys()) add(`consents.${id}`, 'unknown');
  return issues;
};
