import {html, nothing, type TemplateResult} from 'lit/html.js';

/** One of several, as buttons of which one is pressed. */
export const renderChoices = <T extends string | number>(
  name: string, label: string, all: readonly {readonly value: T; readonly label: string; readonly note?: string}[], chosen: T, choose: (value: T) => void,
): TemplateResult => html`<fieldset class=${all.some(({note}) => note !== undefined) ? 'wide-choices' : ''}>
  <legend>${label}</legend>
  <div class="row">
    ${all.map(({value, label: words, note}) => html`<label class="choice">
      <input type="radio" name=${name} .value=${String(value)} .checked=${value === chosen} @change=${() => { choose(value); }}>
      <span><b>${words}</b>${note === undefined ? nothing : html` <small>${note}</small>`}</span>
    </label>`)}
  </div>
</fieldset>`;

/** A question with its answer, and what is to be known about it. */
export const renderField = (id: string, label: string, control: TemplateResult, note: string | TemplateResult = '', problem = ''): TemplateResult => html`<div class="field">
  <label for=${id}>${label}</label>
  ${control}
  ${problem === '' ? nothing : html`<p class="problem" id="${id}-problem">${problem}</p>`}
  ${note === '' ? nothing : html`<p class="note" id="${id}-note">${note}</p>`}
</div>`;

/** What was typed or chosen. */
export const valueOf = ({target}: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.value : '';

export const isChecked = ({target}: Event): boolean => target instanceof HTMLInputElement && target.checked;
