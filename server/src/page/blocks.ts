import {html} from 'hono/html';
import type {Block, Text} from 'sphere-petition/contract';

/** Escaped HTML, as hono/html makes it. */
export type Html = ReturnType<typeof html>;

/** A text with its links and what stands out in it. Whatever it holds is text: `<b>` is shown, not obeyed. */
export const inline = (text: Text): Html | Html[] =>
  typeof text === 'string'
    ? html`${text}`
    : text.map(({text: words, href, strong}) => {
      const run = strong === true ? html`<strong>${words}</strong>` : html`${words}`;
      return href === undefined ? run : html`<a href="${href}">${run}</a>`;
    });

const items = (texts: readonly Text[]): Html[] => texts.map((text) => html`<li>${inline(text)}</li>`);

const block = (part: Block): Html => {
  switch (part.type) {
    case 'heading': return html`<h3>${inline(part.text)}</h3>`;
    case 'paragraph': return html`<p>${inline(part.text)}</p>`;
    case 'list': return part.ordered === true ? html`<ol>${items(part.items)}</ol>` : html`<ul>${items(part.items)}</ul>`;
    case 'quote': return html`<blockquote><p>${inline(part.text)}</p>${part.source === undefined ? '' : html`<footer>${part.source}</footer>`}</blockquote>`;
  }
};

/** The blocks of a letter or an update. */
export const blocks = (parts: readonly Block[]): Html[] => parts.map(block);
