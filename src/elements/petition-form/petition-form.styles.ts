import {css} from '@lit/reactive-element';

export const styles = css`
  /* A container has no width of its own: this is what it asks for where its place asks, and it makes do with less. */
  :host { display: block; container-type: inline-size; contain-intrinsic-inline-size: 20rem; min-inline-size: 0; max-inline-size: 100%; }
  form { display: grid; gap: 1.1em; }
  /* What will speak is there from the start, and takes no room until it does. */
  .status { color: var(--_quiet); }
  .status:not(:empty) { margin-block-end: 0.75em; }
  .call { font-size: 1.25em; font-weight: 700; line-height: 1.3; }
  .field { display: grid; gap: 0.3em; align-content: start; min-inline-size: 0; }
  .field label { font-weight: 600; }
  .optional, .hint { color: var(--_quiet); font-weight: 400; font-size: 0.9375em; }
  [aria-invalid='true']:is(input, select) { border-color: var(--_danger); box-shadow: inset 0 0 0 1px var(--_danger); }
  .problem { color: var(--_danger); font-weight: 600; font-size: 0.9375em; }
  .suggestion:empty { margin-block-start: -0.3em; }
  .consent { display: grid; grid-template-columns: auto 1fr; gap: 0.25em 0.75em; align-items: start; }
  .consent label { font-size: 0.9375em; line-height: 1.45; }
  /* In the direction of its own language, as the letter is. */
  .consent label > [lang] { display: block; text-align: start; }
  .consent .problem { grid-column: 2; }
  input[type='checkbox'] { inline-size: 1.5em; block-size: 1.5em; min-inline-size: 24px; min-block-size: 24px; margin: 0; accent-color: var(--_accent); }
  .summary { display: grid; gap: 0.5em; padding: 1em 1.2em; border: 2px solid var(--_danger); border-radius: var(--_radius); }
  .summary .heading { font-weight: 700; }
  .summary ul { display: grid; gap: 0.35em; padding-inline-start: 1.2em; }
  .summary a { color: var(--_danger); font-weight: 600; }
  .notice, .thanks { padding: 1em 1.2em; border-radius: var(--_radius); background: var(--_tint); }
  .thanks { display: grid; justify-items: start; gap: 0.75em; }
  .thanks > .link { text-align: start; }
  .thanks .heading { font-size: 1.375em; font-weight: 800; line-height: 1.25; }
  .controllers { display: grid; gap: 0.35em; color: var(--_quiet); font-size: 0.875em; }
  @container (inline-size >= 30rem) {
    form { grid-template-columns: 1fr 1fr; }
    form > :not(.field) { grid-column: 1 / -1; }
  }
  @media (forced-colors: active) {
    .notice, .thanks { border: 1px solid CanvasText; }
  }
`;
