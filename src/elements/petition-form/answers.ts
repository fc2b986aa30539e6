import {checkSignature, cleanAnswer, fieldProblem, type FieldProblem} from '../../contract/check-signature.js';
import type {BackendError} from '../../contract/error.js';
import type {Petition} from '../../contract/petition.js';
import type {SignatureContent} from '../../stores/signer.js';
import {consentName, SUBSCRIBES} from './consent-view.js';
import type {Problems} from './words.js';

/**
 * The signature as the form holds it: answers without the blanks around them, boxes that are ticked.
 *
 * @param source What brought the signer here.
 */
export const readAnswers = (form: HTMLFormElement, petition: Petition, source?: string): SignatureContent => {
  const data = new FormData(form);
  const answers = petition.fields.flatMap(({name}) => {
    const value = data.get(name);
    const text = typeof value === 'string' ? cleanAnswer(value) : '';
    return text === '' ? [] : [[name, text] as const];
  });
  return {
    fields: Object.fromEntries(answers),
    consents: petition.consents.filter(({id}) => data.has(consentName(id))).map(({id, version}) => ({id, version})),
    language: petition.language,
    ...(source !== undefined && {source}),
  };
};

/** What keeps the form from being sent. */
export const findProblems = (form: HTMLFormElement, petition: Petition, content: SignatureContent, subscribes: boolean): Problems => {
  const problems = new Map<string, FieldProblem>(checkSignature(petition, content).map(({path, reason}) => [path, reason]));
  if (subscribes && !new FormData(form).has(consentName(SUBSCRIBES))) problems.set(`consents.${SUBSCRIBES}`, 'required');
  return problems;
};

/** What the back end refused, as far as it named a question that the form asks. */
export const refusedProblems = ({issues}: Pick<BackendError, 'issues'>, petition: Petition): Problems => {
  const asked = new Set([...petition.fields.map(({name}) => `fields.${name}`), ...petition.consents.map(({id}) => `consents.${id}`)]);
  return new Map(issues.filter(({path}) => asked.has(path)).map(({path, reason}) => [path, fieldProblem(reason)]));
};
