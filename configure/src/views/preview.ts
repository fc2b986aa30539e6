import {html, type TemplateResult} from 'lit/html.js';
import {keyed} from 'lit/directives/keyed.js';
import {snippet, siteScript} from '../../../dist/snippet/snippet.js';
import {escaped} from '../../../dist/snippet/markup.js';
import type {Form} from '../../../dist/snippet/choice.js';
import {directionOf} from '../../../dist/localization/direction.js';
import type {App} from '../app.js';
import type {Plan} from '../plan.js';
import {OWN} from '../release.js';
import {WIDTHS} from '../settings.js';
import {sandboxed} from '../trusted.js';
import {wordsIn} from '../words.js';
import {isChecked, renderChoices} from './parts.js';
import {fit} from './stage.js';

/** What is seen of a form that is no markup by itself: what its tool makes of it. */
const SHOWN: Readonly<Partial<Record<Form, Form>>> = {'settings': 'element', 'package': 'element', 'shortcode': 'element', 'address': 'frame', 'frame-address': 'frame', 'badge-markdown': 'badge-html'};

/** A sentence, for a number that stands in one. */
const around = (markup: string, isNumber: boolean): string => (isNumber ? markup.replace(/<(sphere-counter|div data-sphere-counter)[^]*$/, (counter) => `<p>Already ${counter} people have signed.</p>`) : markup);

/** A page of somebody else's with the snippet on it, as the snippet is. */
export const previewPage = (body: string, {language, direction, dark}: {readonly language: string; readonly direction: string; readonly dark: boolean}): string =>
  `<!doctype html><html lang="${escaped(language)}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${dark ? 'dark' : 'light'}"><title>Preview</title>`
  + `<link rel="stylesheet" href="${escaped(OWN)}preview.css"><script src="${escaped(OWN)}preview.js"></script></head><body>\n${body}\n</body></html>`;

const bodyOf = ({choice, offer}: Plan, arabic: boolean): string => {
  const form = offer?.form ?? 'element';
  const shown = arabic ? {...choice, lang: 'ar', words: {...choice.words, link: choice.widget === 'events' ? wordsIn('ar').events : wordsIn('ar').sign}} : choice;
  const markup = snippet(SHOWN[form] ?? form, shown) ?? '';
  return around(`${offer?.once ? `${siteScript(choice)}\n` : ''}${markup}`, choice.widget === 'number');
};

/** The real thing, on a page that can touch nothing of ours. */
export const renderPreview = (plan: Plan, {settings, finding, change}: App): TemplateResult => {
  const {width, dark, arabic} = settings;
  const language = arabic ? 'ar' : (plan.choice.lang ?? (finding.status === 'found' ? finding.petition.language : 'en'));
  const page = previewPage(bodyOf(plan, arabic), {language, direction: directionOf(language), dark});
  return html`<section aria-labelledby="preview"><h2 id="preview">How it looks</h2>
    <div class="views">
      ${renderChoices('width', 'Width', WIDTHS.map((value) => ({value, label: String(value)})), width, (value) => { change({width: value}); })}
      <label class="box"><input type="checkbox" name="dark" .checked=${dark} @change=${(event: Event) => { change({dark: isChecked(event)}); }}><span>Dark page</span></label>
      <label class="box"><input type="checkbox" name="arabic" .checked=${arabic} @change=${(event: Event) => { change({arabic: isChecked(event)}); }}><span>Right to left, in Arabic</span></label>
    </div>
    <div class="stage" ${fit(width)}>
      ${keyed(`${width} ${page}`, html`<iframe class="preview" title="Preview of the petition on a page ${width} pixels wide" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" srcdoc=${sandboxed(page)}></iframe>`)}
    </div>
  </section>`;
};
