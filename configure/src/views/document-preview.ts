import {html, type TemplateResult} from 'lit/html.js';
import {keyed} from 'lit/directives/keyed.js';
import {directionOf} from '../../../dist/localization/direction.js';
import type {App} from '../app.js';
import type {PetitionDocument} from '../draft.js';
import {SCRIPTS} from '../release.js';
import {WIDTHS} from '../settings.js';
import {sandboxed} from '../trusted.js';
import {previewPage} from './preview.js';
import {renderChoices} from './parts.js';
import {fit} from './stage.js';

/** What the frame was shown last, for when it asks. */
let shown: object = {};

const frame = (): HTMLIFrameElement | null => document.querySelector('iframe.draft');
const give = (): void => { frame()?.contentWindow?.postMessage({type: 'preview:document', document: shown}, '*'); };
/** Nobody looks at the preview while they type. In milliseconds. */
const PAUSE = 600;
let pause: ReturnType<typeof setTimeout> | undefined;

// The frame's own script listens only once it has been loaded.
addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
  if (source !== null && source === frame()?.contentWindow && typeof data === 'object' && data !== null && 'type' in data && data.type === 'preview:ready') give();
});

/** The petition of a document that has no address yet. What is signed there goes nowhere. */
export const renderDocumentPreview = ({connect: _, ...document}: PetitionDocument, {settings: {width, dark}, change}: App): TemplateResult => {
  if (JSON.stringify(shown) !== JSON.stringify(document)) {
    shown = document;
    clearTimeout(pause);
    pause = setTimeout(give, PAUSE);
  }
  const {language} = document;
  const page = previewPage(`<script type="module" src="${SCRIPTS}sphere-petition.js"></script>`, {language, direction: directionOf(language), dark});
  return html`<section aria-labelledby="draft"><h2 id="draft">How it looks</h2>
    <div class="views">${renderChoices('draft-width', 'Width', WIDTHS.map((value) => ({value, label: String(value)})), width, (value) => { change({width: value}); })}</div>
    <div class="stage" ${fit(width)}>${keyed(page, html`<iframe class="preview draft" title="Preview of the petition" sandbox="allow-scripts" referrerpolicy="no-referrer" srcdoc=${sandboxed(page)}></iframe>`)}</div>
    <p class="note">What is signed in this preview goes nowhere.</p>
  </section>`;
};
