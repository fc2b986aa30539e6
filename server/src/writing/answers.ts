import {checkSignature, type ConsentGiven, type Issue, type Questions, type Signature} from 'sphere-petition/contract';
import {isCountry} from '../places.js';
import type {FormPrefix} from '../campaign/forms.js';

/** Answers and consents, as a form sends them. */
export type Answers = Pick<Signature, 'fields' | 'consents'>;

/** The versions of each consent that a page may still show: today's wording and every one before. By the names of the data file. */
export type KnownConsents = ReadonlyMap<string, ReadonlySet<string>>;

/** Tab and line ends, which the contract allows in longer texts; every answer here is one line. */
const LINE_ENDS = /[\t\n\r\u2028\u2029]/;

/** What a back end has to ask beyond what a form can go wrong in. */
const furtherIssues = (questions: Questions, {fields, consents}: Answers): Issue[] => {
  const countries = new Set(questions.fields.filter(({type}) => type === 'country').map(({name}) => name));
  const given = consents.map(({id}) => id);
  return [
    ...Object.entries(fields).flatMap(([name, answer]) => {
      const path = `fields.${name}`;
      if (LINE_ENDS.test(answer)) return [{path, reason: 'expected one line'}];
      if (!answer.isWellFormed()) return [{path, reason: 'not valid Unicode'}];
      return countries.has(name) && answer.trim() !== '' && !isCountry(answer) ? [{path, reason: 'country'}] : [];
    }),
    ...given.flatMap((id, index) => (given.indexOf(id) < index ? [{path: `consents.${id}`, reason: 'given twice'}] : [])),
  ];
};

/** What is wrong with answers and consents, by what a form of the petition asks. Their shape has passed the contract's schema. */
export const answerIssues = (questions: Questions, known: KnownConsents, form: FormPrefix, answers: Answers): Issue[] => {
  const knowsWording = ({id, version}: ConsentGiven): boolean => known.get(form + id)?.has(version) === true;
  // A page that was opened before a campaign dropped a consent still shows its box.
  const asked = answers.consents.filter((consent) => questions.consents.some(({id}) => id === consent.id) || !knowsWording(consent));
  const issues: Issue[] = checkSignature(questions, {...answers, consents: asked}, knowsWording);
  const told = new Set(issues.map(({path}) => path));
  return [...issues, ...furtherIssues(questions, answers).filter(({path}) => !told.has(path))];
};

/** What was left blank was not said. */
export const said = (fields: Signature['fields']): Signature['fields'] => Object.fromEntries(Object.entries(fields).filter(([, answer]) => answer.trim() !== ''));
