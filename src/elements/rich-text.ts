import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Block, Text} from '../contract/text.js';

/** A paragraph's text as Lit renders it. Text stays text: there is no way from here to markup. */
export const renderText = (text: Text): TemplateResult | string =>
  typeof text === 'string' ? text : html`${text.map((span) => {
    const words = span.strong ? html`<strong>${span.text}</strong>` : span.text;
    return span.href === undefined ? words : html`<a href=${span.href} target="_blank" rel="noopener noreferrer">${words}</a>`;
  })}`;

/** A block of a letter or an update. Its headings stand two levels below the element's own. */
export const renderBlock = (block: Block, level: number): TemplateResult => {
  switch (block.type) {
    case 'heading': return html`<p class="heading" role="heading" aria-level=${level}>${renderText(block.text)}</p>`;
    case 'paragraph': return html`<p>${renderText(block.text)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${renderText(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote': return html`<figure><blockquote>${renderText(block.text)}</blockquote>${block.source === undefined ? nothing : html`<figcaption>${block.source}</figcaption>`}</figure>`;
  }
};
