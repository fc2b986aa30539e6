import {html, nothing, type TemplateResult} from 'lit/html.js';
import {msg} from '../../localization/messages.js';

/** What is shown of the question for a Mastodon server. */
export interface ServerView {
  /** Where what was typed leads to; none as long as it is no server. */
  readonly link: string | undefined;
  /** Whether the reader tried to go on with what is no server. */
  readonly isWrong: boolean;
  readonly typed: (event: Event) => void;
  /** Goes on with what is no server. */
  readonly stay: () => void;
  /** Goes on. */
  readonly go: () => void;
}

/** Presses what is below the question. */
const enter = (event: KeyboardEvent): void => {
  const {key, isComposing, currentTarget} = event;
  if (key !== 'Enter' || isComposing || !(currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  currentTarget.parentElement?.querySelector<HTMLElement>('.quiet')?.click();
};

/** Mastodon is many servers: the reader says which, each time, for nothing here remembers it. */
export const renderServer = ({link, isWrong, typed, stay, go}: ServerView): TemplateResult => {
  const words = msg('Continue to Mastodon', {id: 'share.mastodon.go', desc: 'Mastodon is a social network'});
  return html`<div class="server">
    <label for="server">${msg('Your Mastodon server, for example mastodon.social', {id: 'share.mastodon.server'})}</label>
    ${isWrong ? html`<p class="problem" id="server-problem">${msg('Please write the name of a server such as mastodon.social', {id: 'share.mastodon.problem'})}</p>` : nothing}
    <input id="server" type="text" dir="ltr" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="300"
      aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? 'server-problem' : nothing} @input=${typed} @keydown=${enter}>
    ${link === undefined
      ? html`<button class="quiet" type="button" @click=${stay}>${words}</button>`
      : html`<a class="quiet" href=${link} target="_blank" rel="noopener noreferrer" @click=${go}>${words}</a>`}
  </div>`;
};
