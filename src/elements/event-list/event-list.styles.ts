import {css} from '@lit/reactive-element';

export const styles = css`
  /* A container has no width of its own: this is what it asks for where its place asks, and it makes do with less. */
  :host { display: block; container-type: inline-size; contain-intrinsic-inline-size: 20rem; min-inline-size: 0; max-inline-size: 100%; }
  .list { display: grid; gap: 1.25em; }
  .title { font-size: 1.5em; font-weight: 800; line-height: 1.2; }
  .note, .quietly, .empty { color: var(--_quiet); font-size: 0.9375em; }
  .status:empty, .actions:empty:not(.pending) { display: none; }
  /* Room for the buttons to come, so that nothing below has to move. */
  .pending { min-block-size: 44px; }
  .filter { display: grid; gap: 0.75em; }
  .filter p { display: grid; gap: 0.3em; min-inline-size: 0; }
  .filter label { font-weight: 600; }
  .upcoming, #past { display: grid; gap: 1em; justify-items: start; }
  #past:not(:empty) { margin-block-start: 1em; }
  .events { display: grid; inline-size: 100%; list-style: none; border-block-end: 1px solid var(--_line); }
  .event { display: grid; gap: 0.75em 1.25em; padding-block: 1.1em; border-block-start: 1px solid var(--_line); }
  .about { display: grid; gap: 0.3em; justify-items: start; min-inline-size: 0; align-content: start; }
  .leaf { display: none; }
  .name { font-size: 1.125em; font-weight: 700; line-height: 1.3; }
  .when { font-variant-numeric: tabular-nums; }
  .badges { display: flex; flex-wrap: wrap; gap: 0.35em; }
  .badge { padding: 0.05em 0.6em; border: 1px solid var(--_line); border-radius: 1em; font-size: 0.8125em; font-weight: 600; }
  .cancelled, .postponed, .full { border-color: currentColor; color: var(--_danger); }
  .sample { border-style: dashed; color: var(--_quiet); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: start; }
  .join { border-color: var(--_accent); color: var(--_accent); }
  .fold::before { content: ''; display: inline-block; margin-inline-end: 0.6em; border: 0.3em solid transparent; border-inline-start-color: currentColor; border-inline-end: 0; }
  .fold[aria-expanded='true']::before { border: 0.3em solid transparent; border-block-start-color: currentColor; border-block-end: 0; margin-inline-end: 0.45em; vertical-align: 0.1em; }
  .actions a { min-block-size: 44px; padding-block: 0.5em; }
  @container (inline-size >= 34rem) {
    .filter { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); max-inline-size: 44rem; }
    .event { grid-template-columns: 4.25em minmax(0, 1fr) auto; }
    .pending { min-block-size: 0; }
    .actions { flex-direction: column; align-items: stretch; text-align: center; }
    .leaf { display: grid; align-content: start; justify-items: center; padding: 0.4em 0.25em; border-radius: var(--_radius); background: var(--_tint); line-height: 1.25; block-size: max-content; }
    .leaf .number { font-size: 1.75em; font-weight: 800; line-height: 1.1; color: var(--_accent); }
    .leaf :not(.number) { font-size: 0.8125em; }
  }
  @media (forced-colors: active) {
    .leaf { border: 1px solid CanvasText; }
  }
`;
