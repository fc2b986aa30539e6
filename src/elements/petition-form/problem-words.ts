import type {FieldProblem} from '../../contract/check-signature.js';
import {msg, str} from '../../localization/messages.js';

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
