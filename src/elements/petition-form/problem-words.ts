import type {FieldProblem} from '../../contract/check-signature.js';
import type {Petition} from '../../contract/petition.js';
import {msg, str} from '../../localization/messages.js';
import {fieldLabel} from './words.js';

/** What is wrong with an answer, and what to do. */
export const problemSentence = (problem: FieldProblem, label: string): string => {
  switch (problem) {
    case 'required': return msg(str`Please fill in: ${label}`, {id: 'form.problem.required', desc: 'The placeholder is the name of a field'});
    case 'email': return msg('Please write an e-mail address such as name@example.org', {id: 'form.problem.email'});
    case 'country':
    case 'option': return msg(str`Please choose from the list: ${label}`, {id: 'form.problem.option', desc: 'The placeholder is the name of a field'});
    case 'too-long': return msg(str`This is too long: ${label}`, {id: 'form.problem.too-long', desc: 'The placeholder is the name of a field'});
    case 'unknown': return msg(str`The petition does not take this: ${label}`, {id: 'form.problem.unknown', desc: 'The placeholder is the name of a field'});
  }
};

/** What is wrong with a consent: only ever that a required one is not given. */
export const consentProblem = (problem: FieldProblem): string => problem === 'required'
  ? msg('Please tick this box if you agree: without your consent your signature may not be received.', {id: 'form.problem.consent'})
  : msg('The wording beside this box has changed. Please load the page again.', {id: 'form.problem.wording'});

/** Over the list of what is wrong. */
export const problemsTitle = (): string => msg('Please check what is missing', {id: 'form.summary', desc: 'Heading over the list of what is wrong with the form'});

/** What is wrong with an answer or a consent, by its path: `fields.email`, `consents.newsletter`. */
export const sentenceFor = (path: string, problem: FieldProblem, {fields}: Petition): string => {
  const field = fields.find(({name}) => path === `fields.${name}`);
  return field ? problemSentence(problem, fieldLabel(field)) : consentProblem(problem);
};
