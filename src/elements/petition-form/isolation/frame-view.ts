import {html, nothing, type TemplateResult} from 'lit/html.js';
import {msg} from '../../../localization/messages.js';

/** What is shown of a frame. */
export interface FrameView {
  readonly address: string;
  /** CSS pixels; nothing as long as the frame has said nothing. */
  readonly height: number | undefined;
  readonly loaded: () => void;
  /** Something about the page's look has changed. */
  readonly changed: () => void;
}

/** Scripts, and links that open a page of their own; not the page's origin, and no way to lead the page away. */
const ALLOWED = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** The frame, which takes its room once it has something to show. */
export const renderFrame = ({address, height, loaded, changed}: FrameView): TemplateResult => html`
  ${height === undefined ? html`<p class="loading">${msg('The petition is on its way …', {id: 'reader.loading'})}</p>` : nothing}
  <iframe title=${msg('Sign the petition', {id: 'form.sign'})} src=${address} height=${height ?? 0} sandbox=${ALLOWED} referrerpolicy="no-referrer" allow="clipboard-write"
    @load=${loaded} @transitionend=${changed}></iframe>`;
