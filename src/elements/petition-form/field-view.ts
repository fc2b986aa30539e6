import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Field} from '../../contract/petition.js';
import {msg, str} from '../../localization/messages.js';
import type {Country} from './countries.js';
import {autocompleteOf, chooseLabel, fieldLabel, optionalLabel} from './words.js';

/** What a field's view needs beside the field. */
export interface FieldView {
  /** That of the petition's own words. */
  readonly language: string;
  /** What is wrong with the answer, in words. */
  readonly problem: string | undefined;
  /** By their names; none as long as they are on their way. */
  readonly countries: readonly Country[];
  /** The e-mail address that was probably meant. */
  readonly suggestion: string | undefined;
  readonly acceptSuggestion: () => void;
  readonly changed: (event: Event) => void;
  /** What the answer is typed into, where no field of a petition has its like. */
  readonly control?: (attributes: ControlAttributes) => TemplateResult;
}

/** What every control carries. */
export interface ControlAttributes {
  readonly id: string;
  readonly invalid: 'true' | typeof nothing;
  /** The ids of what is said about the answer. */
  readonly described: string | typeof nothing;
}

/** The id of a field's control inside the form's shadow root. */
export const controlId = (name: string): string => `field-${name}`;

/** One question: its label, its control, and beside it whatever is to be said about the answer. */
export const renderField = (field: Field, view: FieldView): TemplateResult => {
  const id = controlId(field.name);
  const label = fieldLabel(field);
  return html`<div class="field" part="field">
    <label for=${id}><span lang=${field.label === undefined ? nothing : view.language}>${label}</span>${field.required ? nothing : html` <span class="optional">${optionalLabel()}</span>`}</label>
    ${field.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint" lang=${view.language}>${field.hint}</p>`}
    ${view.problem ? html`<p class="problem" id="${id}-problem">${view.problem}</p>` : nothing}
    ${renderControl(field, view)}
    ${field.type === 'email' ? html`<p class="suggestion" role="status">${view.suggestion === undefined ? nothing : html`
      <button class="link" type="button" @click=${view.acceptSuggestion}>${msg(str`Did you mean ${view.suggestion}?`, {id: 'form.suggestion', desc: 'A button that corrects the e-mail address to the placeholder'})}</button>`}</p>` : nothing}
  </div>`;
};

const renderControl = (field: Field, view: FieldView): TemplateResult => {
  const id = controlId(field.name);
  const invalid = view.problem ? 'true' : nothing;
  const described = [field.hint === undefined ? '' : `${id}-hint`, view.problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || nothing;
  if (view.control) return view.control({id, invalid, described});
  if (field.type === 'country' || field.type === 'select') {
    const options = field.type === 'country' ? view.countries.map(({code, name}) => ({value: code, label: name})) : (field.options ?? []);
    return html`<select id=${id} name=${field.name} part="control" autocomplete=${autocompleteOf(field)} ?required=${field.required} aria-invalid=${invalid} aria-describedby=${described} @change=${view.changed}>
      <option value="">${chooseLabel()}</option>
      ${options.map((option) => html`<option value=${option.value} lang=${field.type === 'select' ? view.language : nothing}>${option.label}</option>`)}
    </select>`;
  }
  const email = field.type === 'email';
  return html`<input id=${id} name=${field.name} part="control" type=${email ? 'email' : 'text'} inputmode=${email ? 'email' : nothing}
    autocomplete=${autocompleteOf(field)} autocapitalize=${email ? 'none' : nothing} spellcheck="false"
    ?required=${field.required} aria-invalid=${invalid} aria-describedby=${described} @change=${view.changed}>`;
};
