import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendError} from '../contract/error.js';
import {msg} from '../localization/messages.js';

/** What happened and what to do, for the person before the page; the developer's message is in the console. */
export const readingFailure = (error: BackendError): string => {
  switch (error.code) {
    case 'offline': return msg('The petition could not be reached. Check your connection and try again.', {id: 'failure.offline'});
    case 'timeout':
    case 'rate-limited':
    case 'unavailable': return msg('The petition’s server does not answer right now. Try again in a few minutes.', {id: 'failure.unavailable'});
    case 'not-found': return msg('There is no petition at this address.', {id: 'failure.not-found'});
    case 'configuration':
    case 'unsupported': return msg('This petition is not set up correctly on this page. Please tell the people who run the site.', {id: 'failure.configuration'});
    default: return msg('The petition’s server answered something that cannot be shown. Please try again later.', {id: 'failure.response'});
  }
};

/** A petition that could not be read: the sentence, another try where one may help, and what the page's author wrote. */
export const renderReadingFailure = (error: BackendError, retry: () => void): TemplateResult => html`
  <div class="failure" part="failure" role="status">
    <p>${readingFailure(error)}</p>
    ${error.retryable ? html`<button class="quiet" type="button" @click=${retry}>${msg('Try again', {id: 'failure.retry'})}</button>` : nothing}
  </div>
  <slot></slot>`;
