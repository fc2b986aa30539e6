import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {App} from '../app.js';
import {EMPTY, FIELDS, type Draft} from '../draft.js';
import {judge, type Lack} from '../judge.js';
import {languageName, LANGUAGES} from '../words.js';
import {renderCode} from './code.js';
import {renderDocumentPreview} from './document-preview.js';
import {isChecked, renderChoices, renderField, valueOf} from './parts.js';

/** What has been written so far. It stays in the page: no address is made for a letter. */
let draft: Draft = EMPTY;
/** Whether somebody wanted to have it: what is missing is said then, not while they write. */
let wanted = false;

const LABELS: Readonly<Record<string, string>> = {givenName: 'First name', familyName: 'Last name', email: 'E-mail', country: 'Country'};

const save = (text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
  link.download = 'petition.json';
  link.click();
  URL.revokeObjectURL(link.href);
};

const renderHosting = ({change, redraw}: App, text: string): TemplateResult => html`
  <h3>What to do with it</h3>
  <ol class="steps list">
    <li>Download <code>petition.json</code> and put it on any host of files under https:// – your own site, a bucket, GitHub Pages.</li>
    <li>The host must let other pages read it: it sends the header <code>Access-Control-Allow-Origin: *</code>. GitHub Pages does so by itself.</li>
    <li>Paste its address, which ends in <code>.json</code>, under <a href="#snippet" @click=${() => { change({src: ''}); }}>Get the snippet</a>. To change the text later, put a new file in its place: no page has to be touched.</li>
  </ol>
  <div class="actions"><button class="go" type="button" @click=${() => { save(text); }}>Download petition.json</button></div>
  ${renderCode('document', 'The document', text, redraw, 'quiet')}`;

/** Writes the one document that an organisation without a server hosts. */
export const renderDocument = (app: App): TemplateResult => {
  const {redraw} = app;
  const {document: written, petition, lacks} = judge(draft, new Date());
  const set = (changed: Partial<Draft>): void => { draft = {...draft, ...changed}; redraw(); };
  const lackAt = (at: keyof Draft): Lack | undefined => (wanted ? lacks.find((lack) => lack.at === at) : undefined);
  const ask = (name: 'title' | 'summary' | 'letter' | 'addressees' | 'consent' | 'newsletter' | 'controller' | 'privacy' | 'contact' | 'goal' | 'place' | 'adapter', label: string, note = '', rows = 0): TemplateResult => {
    const lack = lackAt(name);
    const [invalid, described] = [lack ? 'true' : 'false', lack ? `${name}-problem` : note === '' ? nothing : `${name}-note`];
    const listen = (event: Event) => { set({[name]: valueOf(event)}); };
    return renderField(name, label, rows > 0
      ? html`<textarea id=${name} rows=${rows} dir="auto" .value=${draft[name]} aria-invalid=${invalid} aria-describedby=${described} @input=${listen}></textarea>`
      : html`<input id=${name} type="text" autocomplete="off" dir="auto" .value=${draft[name]} aria-invalid=${invalid} aria-describedby=${described} @input=${listen}>`, note, lack?.says);
  };
  const toggle = (list: readonly string[], name: string, isIn: boolean): string[] => FIELDS.filter((each) => (each === name ? isIn : list.includes(each)));
  const finish = (event: Event): void => {
    event.preventDefault();
    wanted = true;
    redraw();
    document.querySelector<HTMLElement>(lacks.length > 0 ? '[aria-invalid=true]' : '#ready')?.focus();
  };
  return html`<h1 tabindex="-1">Write a petition document</h1>
    <p class="steps lead">For organisations that collect with Action Network or another platform and have no petition server: one file holds the letter and the form, and says where signatures go.</p>
    <div class="bench">
      <form class="choosing" novalidate @submit=${finish}>
        <fieldset class="group"><legend>The letter</legend>
          ${ask('title', 'Title')}
          ${renderField('language', 'Its language', html`<select id="language" @change=${(event: Event) => { set({language: valueOf(event)}); }}>${LANGUAGES.map((language) => html`<option value=${language} ?selected=${language === draft.language}>${languageName(language)}</option>`)}</select>`)}
          ${ask('summary', 'What signing does', 'Optional: a sentence or two below the title.', 2)}
          ${ask('addressees', 'To whom it is written', 'One a line.', 3)}
          ${ask('letter', 'The letter', 'An empty line begins a new paragraph.', 12)}
          ${ask('goal', 'Signatures hoped for', 'Optional.')}
        </fieldset>
        <fieldset class="group"><legend>The form</legend>
          <fieldset class="plain"><legend>What it asks</legend>${FIELDS.map((name) => html`<div class="asked">
            <label class="box"><input type="checkbox" .checked=${draft.asked.includes(name)} @change=${(event: Event) => { set({asked: toggle(draft.asked, name, isChecked(event))}); }}><span>${LABELS[name]}</span></label>
            <label class="box"><input type="checkbox" .checked=${draft.required.includes(name)} ?disabled=${!draft.asked.includes(name)} @change=${(event: Event) => { set({required: toggle(draft.required, name, isChecked(event))}); }}><span><span class="unseen">${LABELS[name]}: </span>must be answered</span></label>
          </div>`)}</fieldset>
          ${ask('consent', 'What signers agree to', 'The exact words beside the box, which is never ticked beforehand. Today’s date is kept as their version.', 4)}
          ${ask('newsletter', 'Words for your newsletter', 'Optional: a box of its own, never a condition.', 2)}
          ${ask('controller', 'Who answers for the data')}
          ${ask('privacy', 'Address of the privacy notice', 'Optional.')}
          ${ask('contact', 'E-mail for questions about data', 'Optional.')}
        </fieldset>
        <fieldset class="group"><legend>Where signatures go</legend>
          ${renderChoices('platform', 'Platform', [{value: 'action-network', label: 'Action Network'}, {value: 'other', label: 'Another adapter'}], draft.platform, (platform) => { set({platform}); })}
          ${draft.platform === 'action-network'
            ? html`${renderChoices('kind', 'What it is there', [{value: 'petitions', label: 'A petition'}, {value: 'forms', label: 'A form'}], draft.kind, (kind) => { set({kind}); })}
              ${ask('place', 'Its API endpoint or identifier', 'On the action’s “Manage” page in Action Network: the UUID, or the address that ends with it.')}
              <p class="note">Action Network puts everybody who signs on the group’s list: the form says so beside its button, and asks before it sends.</p>`
            : html`${ask('adapter', 'The adapter’s name', 'As your page gives it to defineAdapter.')}${ask('place', 'The petition’s address there')}`}
          <label class="box"><input type="checkbox" .checked=${draft.test} @change=${(event: Event) => { set({test: isChecked(event)}); }}><span>For trying out <small>the form says that nothing counts</small></span></label>
        </fieldset>
        <div class="actions"><button class="go" type="submit">Make the document</button></div>
      </form>
      <div class="result">
        <section aria-labelledby="ready"><h2 id="ready" tabindex="-1">The document</h2>
          <div role="status">${petition ? html`<p class="note">It is as the contract has it.</p>` : wanted ? html`<div class="nothing"><p>Something is missing:</p><ul class="list">${lacks.map(({at, says}) => html`<li><a href="#${at}" @click=${(event: Event) => { event.preventDefault(); document.getElementById(at)?.focus(); }}>${says}</a></li>`)}</ul></div>` : html`<p class="note">It stands here when the form is complete. It is checked by the same rules as in every widget.</p>`}</div>
          ${petition ? renderHosting(app, JSON.stringify(written, null, 2)) : nothing}
        </section>
        ${draft.title.trim() === '' ? nothing : renderDocumentPreview(written, app)}
      </div>
    </div>`;
};
