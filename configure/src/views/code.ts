import {html, type TemplateResult} from 'lit/html.js';

/** What was copied last, until something else is to be copied. */
let copied: string | undefined;

const select = (node: Element | null): void => {
  if (node) getSelection()?.selectAllChildren(node);
};

const copy = async (text: string, code: Element | null, redraw: () => void): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    copied = text;
  } catch {
    // What the browser does not copy, the reader can: it is selected.
    select(code);
    copied = undefined;
  }
  redraw();
};

/** Text to paste elsewhere, with a button that copies it. */
export const renderCode = (id: string, label: string, text: string, redraw: () => void, look: 'go' | 'quiet' = 'go'): TemplateResult => html`<div class="code">
  <pre tabindex="0" role="region" aria-label=${label} dir="ltr"><code id=${id}>${text}</code></pre>
  <button class=${look} type="button" @click=${() => { void copy(text, document.getElementById(id), redraw); }}>${copied === text ? 'Copied' : 'Copy'}</button>
  <p class="said" role="status">${copied === text ? 'Copied. Paste it into your tool.' : ''}</p>
</div>`;
