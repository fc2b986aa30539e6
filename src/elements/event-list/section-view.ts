import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PetitionEvent} from '../../contract/event.js';
import {msg} from '../../localization/messages.js';
import type {EventsState} from '../../stores/event-list.js';
import {renderEvent, type EventView} from './event-view.js';
import {listFailure} from './words.js';

/** What the view of a list needs beside what is known of it. */
export interface SectionView extends EventView {
  /** How many events to show at most. */
  readonly shown: number;
  readonly isWanted: (event: PetitionEvent) => boolean;
  /** What stands in the place of events that are none. */
  readonly empty: TemplateResult | typeof nothing;
  readonly more: () => void;
  readonly retry: () => void;
}

const renderTrouble = (sentence: string, retry: (() => void) | undefined): TemplateResult => html`<div class="failure" part="failure" role="status">
  <p>${sentence}</p>
  ${retry ? html`<button class="quiet" type="button" @click=${retry}>${msg('Try again', {id: 'failure.retry'})}</button>` : nothing}
</div>`;

const renderLoading = (): TemplateResult => html`<p class="note">${msg('Events are on their way …', {id: 'events.loading'})}</p>`;

const renderFailure = (state: EventsState & {status: 'failed'}, retry: () => void): TemplateResult => renderTrouble(listFailure(state.error), state.error.retryable ? retry : undefined);

/** What stands in the place of a list that is not here, or cannot be had: what the page's author wrote, and what there is to say. */
export const renderInstead = (state: EventsState, retry: () => void): TemplateResult => html`
  ${state.status === 'failed' ? renderFailure(state, retry) : nothing}
  ${state.status === 'unsupported' && state.link !== undefined ? html`<p><a href=${state.link} target="_blank" rel="noopener noreferrer">${msg('See the events on their own page', {id: 'events.elsewhere'})}</a></p>` : nothing}
  <slot>${state.status === 'waiting' ? renderLoading() : nothing}</slot>`;

/** Events in their order, as far as they are wanted, and how to come by the rest. */
export const renderSection = (state: EventsState, view: SectionView): TemplateResult | typeof nothing => {
  switch (state.status) {
    case 'waiting': return renderLoading();
    case 'failed': return renderFailure(state, view.retry);
    case 'unsupported': return view.empty;
    case 'known': break;
  }
  const wanted = state.events.filter(view.isWanted);
  const {error, fetching, complete, omitted} = state;
  return html`
    ${wanted.length > 0 ? html`<ul class="events" part="events">${wanted.slice(0, view.shown).map((event) => renderEvent(event, view))}</ul>` : fetching ? nothing : view.empty}
    ${omitted > 0 ? html`<p class="note">${msg('Some events cannot be read, and are missing here.', {id: 'events.omitted'})}</p>` : nothing}
    ${error ? renderTrouble(listFailure(error), view.retry)
      : fetching && wanted.length < view.shown ? renderLoading()
      : wanted.length > view.shown || !complete ? html`<button class="quiet more" type="button" @click=${view.more}>${msg('Show more events', {id: 'events.more'})}</button>` : nothing}`;
};
