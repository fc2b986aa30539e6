import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Finding} from '../find-petition.js';
import {languageName} from '../words.js';

/** What the address turned out to be. */
export const renderFinding = (finding: Finding): TemplateResult | typeof nothing => {
  switch (finding.status) {
    case 'empty': return html`<p class="note">Paste the address of the page where the petition can be read and signed.</p>`;
    case 'reading': return html`<p class="note">Looking …</p>`;
    case 'found': {
      const {petition, count, moved} = finding;
      const languages = petition.languages ?? [petition.language];
      return html`<div class="found">
        <p class="title" lang=${petition.language} dir="auto">${petition.title}</p>
        <p class="note">${languages.map((language) => languageName(language)).join(', ')}${count === undefined ? nothing : html` · ${count.toLocaleString('en')} signatures`}</p>
        ${petition.test ? html`<p class="note"><b class="mark">Test</b> What is signed there counts for nothing.</p>` : nothing}
        ${moved === undefined ? nothing : html`<p class="note">Its address: <span dir="ltr">${moved}</span></p>`}
      </div>`;
    }
    case 'platform': {
      const {name, says, advice, identifier} = finding.platform;
      return html`<div class="nothing"><p><b>${name}.</b> ${says}</p>
        ${identifier === undefined ? nothing : html`<p>Identifier: <code>${identifier}</code></p>`}<p>${advice}</p></div>`;
    }
    case 'nothing': return html`<div class="nothing"><p>${finding.what}</p><p>${finding.advice}</p></div>`;
  }
};
