import {html, nothing, type TemplateResult} from 'lit/html.js';
import {OPTIONS, type Option, type Widget} from '../../../dist/snippet/choice.js';
import {cleanTag} from '../../../dist/localization/tag.js';
import type {App} from '../app.js';
import {cleanAccent, cleanOption} from '../clean.js';
import {VERSION} from '../release.js';
import {TOOLS} from '../tools.js';
import {languageName, LANGUAGES} from '../words.js';
import {isChecked, renderChoices, renderField, valueOf} from './parts.js';

const WIDGETS: readonly {readonly value: Widget; readonly label: string; readonly note: string}[] = [
  {value: 'petition', label: 'The petition', note: 'letter, number, form, news'},
  {value: 'form', label: 'The form', note: 'to sign, without the letter'},
  {value: 'counter', label: 'The number', note: 'with goal and bar'},
  {value: 'number', label: 'A number in a sentence', note: 'digits alone'},
  {value: 'events', label: 'The events', note: 'find, join and organise'},
];

export const renderWidgets = ({settings, change}: App): TemplateResult =>
  renderChoices('show', 'What to show', WIDGETS, settings.widget, (widget) => { change({widget}); });

export const renderTools = ({settings, change}: App): TemplateResult =>
  renderChoices('tool', 'Which tool do you use?', TOOLS.map(({name, label}) => ({value: name, label})), settings.tool, (tool) => { change({tool, form: undefined}); });

export const renderLook = ({settings, change, finding}: App): TemplateResult => {
  const {lang, accent, theme} = settings;
  const own = finding.status === 'found' ? (finding.petition.languages ?? [finding.petition.language]) : [];
  const languages = [...new Set([...LANGUAGES, ...own, ...(cleanTag(lang) ? [cleanTag(lang) ?? ''] : [])])].sort();
  const isWrong = accent !== '' && cleanAccent(accent) === undefined;
  return html`<fieldset class="group">
    <legend>Language and look</legend>
    ${renderField('lang', 'Language', html`<select id="lang" @change=${(event: Event) => { change({lang: valueOf(event)}); }}>
      <option value="" ?selected=${lang === ''}>That of the page around it</option>
      ${languages.map((language) => html`<option value=${language} ?selected=${cleanTag(lang) === language}>${languageName(language)}</option>`)}
    </select>`)}
    ${renderField('accent', 'Accent colour', html`<div class="pair">
      <input type="color" aria-label="Choose the accent colour" .value=${cleanAccent(accent) ?? '#5b2a86'} @input=${(event: Event) => { change({accent: valueOf(event)}); }}>
      <input id="accent" type="text" inputmode="text" autocomplete="off" spellcheck="false" placeholder="the widget’s own" .value=${accent} aria-invalid=${isWrong ? 'true' : 'false'} aria-describedby=${isWrong ? 'accent-problem' : nothing} @change=${(event: Event) => { change({accent: valueOf(event)}); }}>
    </div>`, '', isWrong ? 'A colour is # and six hexadecimal digits: #00566b.' : '')}
    ${renderChoices('theme', 'Brightness', [{value: 'auto', label: 'As the page'}, {value: 'light', label: 'Light'}, {value: 'dark', label: 'Dark'}], theme, (chosen) => { change({theme: chosen, dark: chosen === 'dark'}); })}
  </fieldset>`;
};

/** What an option is called, what it does, and what is wrong with what cannot be one. */
const TEXTS: Readonly<Partial<Record<Option, readonly [label: string, note: string, problem: string]>>> = {
  'redirect': ['Where signers go afterwards', 'Your own thank-you page. Nothing about the signer is added to the address.', 'Only a whole address that begins with https:// is gone to.'],
  'min-count': ['Show the number from', 'Fewer signatures than this are not shown.', 'A whole number, 1 or more.'],
  'source': ['What brings people here', 'A short name, kept with each signature: newsletter-3. Name channels, never people.', 'Letters, digits, - and _; at most 64.'],
  'country': ['Events begin with the country', 'Two letters: FR.', 'Two letters, as ISO 3166 has them.'],
};

const STEPS = [['share', 'Sharing'], ['events', 'Events']] as const;

export const renderOptions = (app: App): TemplateResult => {
  const {settings: {options, widget, pinned: isPinned}, change, pinned} = app;
  const set = (name: Option, value: string): void => { change({options: {...options, [name]: value}}); };
  const has = (name: Option): boolean => OPTIONS[widget].some((own) => own === name);
  const box = (name: Option, value: string, label: string, note: string): TemplateResult | typeof nothing => (has(name) ? html`<label class="box">
    <input type="checkbox" .checked=${options[name] === value} @change=${(event: Event) => { set(name, isChecked(event) ? value : ''); }}><span>${label} <small>${note}</small></span></label>` : nothing);
  const text = (name: Option): TemplateResult | typeof nothing => {
    const said = TEXTS[name];
    if (!has(name) || !said) return nothing;
    const [label, note, problem] = said;
    const value = options[name] ?? '';
    const isWrong = value !== '' && cleanOption(name, value) === undefined;
    return renderField(name, label, html`<input id=${name} type="text" autocomplete="off" spellcheck="false" .value=${value} aria-invalid=${isWrong ? 'true' : 'false'} aria-describedby="${name}-${isWrong ? 'problem' : 'note'}" @change=${(event: Event) => { set(name, valueOf(event)); }}>`, note, isWrong ? problem : '');
  };
  const steps = (options.journey ?? '').split(',');
  return html`<details class="more" ?open=${Object.values(options).some((value) => value !== '') || isPinned}>
    <summary>More options</summary>
    <div class="group">
      ${has('journey') ? html`<fieldset class="plain"><legend>After signing, offer</legend>${STEPS.map(([step, label]) => html`<label class="box">
        <input type="checkbox" .checked=${steps.includes(step)} @change=${(event: Event) => { set('journey', STEPS.map(([each]) => each).filter((each) => (each === step ? isChecked(event) : steps.includes(each))).join()); }}><span>${label}</span></label>`)}</fieldset>` : nothing}
      ${text('redirect')}${text('min-count')}${text('source')}${text('country')}
      ${box('isolation', 'frame', 'Put the form into a frame', 'for pages with advertising or session recorders, whose scripts could read what people type')}
      ${box('embed', 'off', 'No button “Embed this petition”', 'which gives readers a snippet like this one')}
      ${pinned ? renderChoices('pin', 'Version', [{value: 0, label: 'Moves with ours', note: 'text and code stay up to date'}, {value: 1, label: `${VERSION} for good`, note: 'with a hash; the text still stays up to date'}], isPinned ? 1 : 0, (value) => { change({pinned: value === 1}); })
        : html`<p class="note">The scripts move with each version. This host keeps no single versions to pin.</p>`}
    </div>
  </details>`;
};
