import {html} from 'hono/html';
import type {Consent, Field} from 'sphere-petition/contract';
import {autocompleteOf, chooseLabel, countriesIn, fieldLabel, optionalLabel, sentenceFor} from 'sphere-petition/words';
import {inline, type Html} from './blocks.js';
import {spoken, type PageView} from './view.js';

/** The id of a question's control: of a field or a consent, by its path in the contract. */
export const controlId = (path: string): string => path.replace('.', '-');

/** The name of a consent's box: one that no field can have. Its value is the version of the wording beside it. */
export const CONSENT_PREFIX = 'consent:';

const optional = (required: boolean): Html | '' => (required ? '' : html` <span class="quiet">${optionalLabel()}</span>`);

const problemOf = (path: string, {petition, form}: PageView): Html | '' => {
  const problem = form.problems.get(path);
  return problem === undefined ? '' : html`<p class="problem" id="${controlId(path)}-problem">${sentenceFor(path, problem, petition)}</p>`;
};

/** What ties a control to what is said about it. */
const described = (path: string, {form}: PageView, hint?: string): Html | '' => {
  const id = controlId(path);
  const wrong = form.problems.has(path);
  const by = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong ? [`${id}-problem`] : [])].join(' ');
  return html`${wrong ? html` aria-invalid="true"` : ''}${by === '' ? '' : html` aria-describedby="${by}"`}`;
};

const control = (field: Field, view: PageView): Html => {
  const path = `fields.${field.name}`;
  const answer = view.form.answers.get(field.name) ?? '';
  const attributes = html`id="${controlId(path)}" name="${field.name}" autocomplete="${autocompleteOf(field)}"${field.required ? html` required` : ''}${described(path, view, field.hint)}`;
  if (field.type === 'country' || field.type === 'select') {
    const options = field.type === 'country' ? countriesIn(view.locale).map(({code, name}) => ({value: code, label: name})) : (field.options ?? []);
    // An option needs no end tag, and a list of countries has many.
    return html`<select ${attributes}><option value="">${chooseLabel()}${options.map(({value, label}) => html`<option value="${value}"${value === answer ? html` selected` : ''}>${label}`)}</select>`;
  }
  return html`<input ${attributes} type="${field.type}"${field.type === 'email' ? html` autocapitalize="none"` : ''} spellcheck="false" value="${answer}">`;
};

/** One question: its label, its hint, what is wrong with the answer, and what it is typed into. */
export const fieldView = (field: Field, view: PageView): Html => {
  const id = controlId(`fields.${field.name}`);
  const own = spoken(view.petition.language, view.locale.language);
  return html`<div class="field">
<label for="${id}"><span${field.label === undefined ? '' : own}>${fieldLabel(field)}</span>${optional(field.required)}</label>
${field.hint === undefined ? '' : html`<p class="quiet" id="${id}-hint"${own}>${field.hint}</p>`}${problemOf(`fields.${field.name}`, view)}${control(field, view)}
</div>
`;
};

/** A box, unticked unless it was ticked beside these very words. */
export const consentView = ({id, text, version, required}: Consent, view: PageView): Html => {
  const path = `consents.${id}`;
  return html`<div class="consent">
<input type="checkbox" id="${controlId(path)}" name="${CONSENT_PREFIX}${id}" value="${version}"${required ? html` required` : ''}${view.form.ticked.has(id) ? html` checked` : ''}${described(path, view)}>
<label for="${controlId(path)}"><span${spoken(view.petition.language, view.locale.language)}>${inline(text)}</span>${optional(required)}</label>
${problemOf(path, view)}</div>
`;
};
