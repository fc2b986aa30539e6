import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../contract/adapter.js';
import type {BackendError} from '../../contract/error.js';
import type {Petition} from '../../contract/petition.js';
import {consentId} from './consent-view.js';
import {controlId} from './field-view.js';
import {problemsTitle, sentenceFor} from './problem-words.js';
import {sendingFailure} from './sending-words.js';
import type {Problems} from './words.js';

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

/** One thing that is wrong, and the id of the control where it is put right. */
export interface SummaryItem {
  readonly id: string;
  readonly sentence: string;
}

/**
 * All that is wrong, in one place that takes the focus, each sentence leading to its question (the pattern of GOV.UK's
 * error summary).
 *
 * @param failure Why it did not arrive. Absent: it was not sent.
 */
export const renderSummaryOf = (items: readonly SummaryItem[], failure: string | undefined): TemplateResult | typeof nothing => {
  if (items.length === 0 && failure === undefined) return nothing;
  return html`<div class="summary" part="summary" id="outcome" tabindex="-1" role="group" aria-labelledby="summary-title">
    <p class="heading" id="summary-title">${failure ?? problemsTitle()}</p>
    ${items.length === 0 ? nothing : html`<ul>${items.map(({id, sentence}) => html`<li><a href="#${id}" @click=${lead}>${sentence}</a></li>`)}</ul>`}
  </div>`;
};

/** What is wrong with a signature, and why it did not arrive. */
export const renderSummary = (petition: Petition, problems: Problems, error: BackendError | undefined, {repeatable}: BackendAdapter): TemplateResult | typeof nothing => {
  const items = [...problems].map(([path, problem]) => {
    const [kind, name = ''] = path.split('.');
    return {id: kind === 'fields' ? controlId(name) : consentId(name), sentence: sentenceFor(path, problem, petition)};
  });
  return renderSummaryOf(items, error && sendingFailure(error, repeatable?.includes('sign') ?? false));
};
