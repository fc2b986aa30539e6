import {html, nothing, type TemplateResult} from 'lit/html.js';
import {diagnose} from '../../../dist/diagnosis/diagnose.js';
import {readHeaders} from '../../../dist/diagnosis/headers.js';
import type {Problem} from '../../../dist/diagnosis/problem.js';
import type {App} from '../app.js';
import {SCRIPTS} from '../release.js';
import {parsePage} from '../trusted.js';
import {renderCode} from './code.js';
import {renderField, valueOf} from './parts.js';

/** What was pasted. It stays in the page: it may be anything, and belongs into no address. */
const pasted = {html: '', headers: '', address: ''};
let outcome: readonly Problem[] | undefined;

const addressOf = (text: string): URL | undefined => (URL.canParse(text.trim()) ? new URL(text.trim()) : undefined);

const look = ({pinned, redraw}: App): void => {
  const address = addressOf(pasted.address);
  outcome = diagnose({
    document: parsePage(pasted.html),
    source: pasted.html,
    headers: readHeaders(pasted.headers),
    ...(address && {address}),
    ...(pinned && {integrity: new Map([[`${pinned.folder}sphere-petition.bundle.js`, pinned.integrity]])}),
  });
  redraw();
  document.querySelector<HTMLElement>('#outcome')?.focus();
};

const renderProblem = ({what, fix, paste, severity, rule}: Problem, index: number, redraw: () => void): TemplateResult => html`<li class="outcome ${severity}" data-rule=${rule}>
  <p><b>${severity === 'stops' ? 'Stops the widget.' : 'Worth a look.'}</b> ${what}</p>
  <p>${fix}</p>
  ${paste === undefined ? nothing : renderCode(`paste-${index}`, 'What to write', paste, redraw)}
</li>`;

const renderOutcome = (problems: readonly Problem[], redraw: () => void): TemplateResult => (problems.length === 0
  ? html`<div class="outcome well"><p><b>Nothing here stops the widget.</b></p><p>If it does not appear all the same, add <code>data-debug</code> to our script tag and open the page: it then lists on the page itself what went wrong there.</p></div>`
  : html`<ol class="outcomes">${problems.map((problem, index) => renderProblem(problem, index, redraw))}</ol>`);

const DEBUG = `<script type="module" src="${SCRIPTS}sphere-petition.js" data-debug></script>`;

/** Paste a page, read what would stop a widget on it. */
export const renderCheck = (app: App): TemplateResult => {
  const {redraw} = app;
  const keep = (name: keyof typeof pasted) => (event: Event) => { pasted[name] = valueOf(event); };
  return html`<h1 tabindex="-1">Check my page</h1>
    <div class="bench">
      <form class="choosing" @submit=${(event: Event) => { event.preventDefault(); look(app); }}>
        ${renderField('html', 'The page’s HTML', html`<textarea id="html" class="raw" rows="10" spellcheck="false" autocomplete="off" dir="ltr" required .value=${pasted.html} aria-describedby="html-note" @input=${keep('html')}></textarea>`,
          'Open the published page, choose “View page source” (Ctrl+U), and copy all of it.')}
        ${renderField('headers', 'Its response headers', html`<textarea id="headers" class="raw" rows="5" spellcheck="false" autocomplete="off" dir="ltr" .value=${pasted.headers} aria-describedby="headers-note" @input=${keep('headers')}></textarea>`,
          html`Optional. In the browser’s developer tools: Network, the first line, Headers; or from a terminal: <code>curl -sI https://your-page</code>. A content security policy stands there.`)}
        ${renderField('page-address', 'Its address', html`<input id="page-address" type="url" autocomplete="off" spellcheck="false" dir="ltr" placeholder="https://…" .value=${pasted.address} aria-describedby="page-address-note" @input=${keep('address')}>`, 'Optional: what “self” means in its policy. Nobody opens it.')}
        <div class="actions"><button class="go" type="submit">Check</button></div>
      </form>
      <div class="result">
        <section aria-labelledby="found"><h2 id="found">What would stop the widget</h2>
          <div id="outcome" tabindex="-1" role="status">${outcome ? renderOutcome(outcome, redraw) : html`<p class="note">It is listed here, with what to do. All of it is looked at in this page, and sent nowhere.</p>`}</div>
        </section>
        <section aria-labelledby="there"><h2 id="there">Or let the page say it itself</h2>
          <p class="steps">Add <code>data-debug</code> to our script tag, and open the page. A small panel lists what is wrong, with what only the browser knows. Remove it afterwards: readers would see it too.</p>
          ${renderCode('debug', 'The script tag with data-debug', DEBUG, redraw, 'quiet')}
        </section>
      </div>
    </div>`;
};
