import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendError} from '../../contract/error.js';
import type {Petition} from '../../contract/petition.js';
import {msg} from '../../localization/messages.js';
import {consentId} from './consent-view.js';
import {controlId} from './field-view.js';
import {consentProblem, problemSentence} from './problem-words.js';
import {sendingFailure} from './sending-words.js';
import {fieldLabel, type Problems} from './words.js';

/** Leads from a sentence of the summary to its question. The label comes into view first, or a reader would land beside it. */
const lead = (event: Event): void => {
  event.preventDefault();
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  const id = CSS.escape(link.hash.slice(1));
  const form = link.closest('form');
  const control = form?.querySelector<HTMLElement>(`#${id}`);
  form?.querySelector(`label[for="${id}"]`)?.scrollIntoView({block: 'nearest'});
  control?.focus({preventScroll: control.getBoundingClientRect().top > 0});
};

/**
 * All that is wrong, in one place that takes the focus, each sentence leading to its question (the pattern of GOV.UK's
 * error summary).
 */
export const renderSummary = (petition: Petition, problems: Problems, error: BackendError | undefined): TemplateResult | typeof nothing => {
  if (problems.size === 0 && !error) return nothing;
  const items = [...problems].map(([path, problem]) => {
    const [kind, name = ''] = path.split('.');
    const field = petition.fields.find((candidate) => candidate.name === name);
    const id = kind === 'fields' ? controlId(name) : consentId(name);
    const sentence = kind === 'fields' && field ? problemSentence(problem, fieldLabel(field)) : consentProblem(problem);
    return html`<li><a href="#${id}" @click=${lead}>${sentence}</a></li>`;
  });
  return html`<div class="summary" part="summary" id="outcome" tabindex="-1" role="group" aria-labelledby="summary-title">
    <p class="heading" id="summary-title">${error
      ? sendingFailure(error)
      : msg('Please check what is missing', {id: 'form.summary', desc: 'Heading over the list of what is wrong with the form'})}</p>
    ${items.length === 0 ? nothing : html`<ul>${items}</ul>`}
  </div>`;
};
