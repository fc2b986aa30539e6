import {html, nothing, type TemplateResult} from 'lit/html.js';
import {siteScript} from '../../../dist/snippet/snippet.js';
import type {App} from '../app.js';
import {planOf, type Plan} from '../plan.js';
import {SCRIPTS} from '../release.js';
import {renderLook, renderOptions, renderTools, renderWidgets} from './choices.js';
import {renderCode} from './code.js';
import {renderFinding} from './finding.js';
import {renderChoices, valueOf} from './parts.js';
import {renderPreview} from './preview.js';

const renderPlan = ({offers, offer, closed, choice}: Plan, {change, redraw, finding}: App): TemplateResult => {
  if (!offer) return html`<div class="nothing"><p>${closed}</p></div>`;
  const isColoured = choice.theme !== undefined || choice.accent !== undefined;
  return html`
    ${offers.length < 2 ? nothing : renderChoices('as', 'As', offers.map(({form, label}) => ({value: form, label})), offer.form, (form) => { change({form}); })}
    <p class="steps">${offer.steps}</p>
    ${offer.once ? html`<p class="steps">Once, by an administrator, into the header of the whole site:</p>${renderCode('site-script', 'The script for the site', siteScript(choice), redraw)}<p class="steps">Then, wherever the petition is to appear:</p>` : nothing}
    ${renderCode('snippet', 'The snippet', offer.text, redraw)}
    ${isColoured && /^(settings|address)$/.test(offer.form) ? html`<p class="note">Colours cannot be given this way.</p>` : nothing}
    ${/^(petition|form)$/.test(choice.widget) && finding.status === 'found' && !finding.petition.test ? html`<p class="note">The preview is the real petition: whoever signs there has signed.</p>` : nothing}`;
};

/** Choose, look, copy. */
export const renderSnippet = (app: App): TemplateResult => {
  const {settings, finding, pinned, change} = app;
  const plan = finding.status === 'found' ? planOf(settings, {src: finding.src, title: finding.petition.title, language: finding.petition.language, count: finding.count}, SCRIPTS, pinned) : undefined;
  return html`<h1 tabindex="-1">Put the petition on your page</h1>
    <div class="bench">
      <form class="choosing" @submit=${(event: Event) => { event.preventDefault(); }}>
        <div class="field address">
          <label for="src">The petition’s address</label>
          <input id="src" type="url" autocomplete="off" spellcheck="false" placeholder="https://…" dir="ltr" .value=${settings.src} aria-describedby="finding" @input=${(event: Event) => { change({src: valueOf(event)}); }}>
          <div id="finding" role="status">${renderFinding(finding)}</div>
        </div>
        ${renderWidgets(app)}
        ${renderTools(app)}
        ${renderLook(app)}
        ${renderOptions(app)}
      </form>
      <div class="result">
        <section aria-labelledby="paste"><h2 id="paste">Paste this</h2>
          ${plan ? renderPlan(plan, app) : html`<p class="note">It stands here as soon as the address leads to a petition.</p>`}
        </section>
        ${plan?.offer ? renderPreview(plan, app) : nothing}
      </div>
    </div>`;
};
