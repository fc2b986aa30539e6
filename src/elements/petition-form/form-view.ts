import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../contract/adapter.js';
import {subscribesBy} from '../../contract/capability.js';
import type {BackendError} from '../../contract/error.js';
import type {Field, Petition} from '../../contract/petition.js';
import {directionOf} from '../../localization/direction.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import type {SigningState} from '../../stores/signing-state.js';
import {readingFailure} from '../failure.js';
import {renderConsent, SUBSCRIBES} from './consent-view.js';
import {renderControllers} from './controllers-view.js';
import {renderField} from './field-view.js';
import {fieldLabel, signLabel, testNotice, type Problems} from './words.js';

/** What is fetched once the form stands. */
export type Late = typeof import('./late.js');

/** What the form's view needs beside the petition. */
export interface FormView {
  readonly adapter: BackendAdapter;
  readonly locale: Locale;
  readonly headingLevel: number;
  readonly signing: SigningState;
  readonly late: Late | undefined;
  /** Why {@link late} cannot be had. */
  readonly unready: BackendError | undefined;
  readonly problems: Problems;
  /** The e-mail address that was probably meant. */
  readonly suggestion: string | undefined;
  readonly acceptSuggestion: () => void;
  readonly changed: (event: Event) => void;
  readonly sign: (event: Event) => void;
  readonly cancel: () => void;
}

/**
 * The form: what is wrong, the questions, the consents, the button, and who receives it all. Its method is for whatever submits a form
 * past its button: a `dialog` goes nowhere, and takes no name into an address.
 */
export const renderForm = (petition: Petition, {adapter, locale, headingLevel, signing, late, unready, suggestion, ...view}: FormView): TemplateResult => {
  const error = signing.status === 'failed' ? signing.error : undefined;
  const problems = (error && late?.refusedProblems(error, petition)) ?? view.problems;
  const sending = signing.status === 'sending';
  const countries = late?.countriesIn(locale) ?? [];
  const consentProblem = (id: string) => {
    const problem = problems.get(`consents.${id}`);
    return problem && late?.consentProblem(problem);
  };
  const fieldProblem = (field: Field) => {
    const problem = problems.get(`fields.${field.name}`);
    return problem && late?.problemSentence(problem, fieldLabel(field));
  };
  return html`<form novalidate method="dialog" aria-busy=${sending}>
    ${petition.callToAction === undefined ? nothing : html`<p class="call" role="heading" aria-level=${headingLevel} lang=${petition.language} dir=${directionOf(petition.language)}>${petition.callToAction}</p>`}
    ${petition.test ? html`<p class="notice">${testNotice()}</p>` : nothing}
    ${unready ? html`<p class="summary" role="alert">${readingFailure(unready)}</p>` : nothing}
    ${late?.renderSummary(petition, problems, error, adapter)}
    ${petition.fields.map((field) => renderField(field, {
      countries,
      language: petition.language,
      problem: fieldProblem(field),
      suggestion,
      acceptSuggestion: view.acceptSuggestion,
      changed: view.changed,
    }))}
    ${petition.consents.map(({id, text, required}) => renderConsent(id, text, petition.language, required, consentProblem(id)))}
    ${late && subscribesBy(adapter, 'sign') ? renderConsent(SUBSCRIBES, late.subscribesWording(), locale.language, true, consentProblem(SUBSCRIBES)) : nothing}
    <button class="primary" part="button" type="submit" aria-disabled=${sending} @click=${view.sign}>
      ${sending ? msg('Sending …', {id: 'form.sending'}) : html`<slot name="button">${signLabel()}</slot>`}
    </button>
    ${sending && signing.trouble ? html`<button class="quiet" type="button" @click=${view.cancel}>${late?.stopLabel()}</button>` : nothing}
    ${renderControllers(petition)}
  </form>`;
};
