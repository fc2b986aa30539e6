import {css} from '@lit/reactive-element';

export const styles = css`
  /* A container has no width of its own: this is what it asks for where its place asks, and it makes do with less. */
  :host { display: block; container-type: inline-size; contain-intrinsic-inline-size: 16rem; min-inline-size: 0; max-inline-size: 100%; }
  :host([appearance='inline']:not([hidden])) { display: inline; container-type: normal; line-height: inherit; }
  div { display: grid; gap: 0.4em; }
  :host([appearance='inline']) div { display: inline; }
  .figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.4em; }
  .figure [part='count'] {
    font-size: clamp(2.25em, 15cqi, 4em);
    font-weight: 800;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    color: var(--_accent);
  }
  [part='label'] { font-size: 1.125em; }
  :host(:state(below)) .note { color: inherit; font-size: 1.25em; font-weight: 600; }
  [part='goal'], .note { color: var(--_quiet); font-size: 0.9375em; min-block-size: 1.5em; }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 0.75em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    background: var(--_line);
    color: var(--_accent);
  }
  progress::-webkit-progress-bar { background: transparent; }
  progress::-webkit-progress-value { background: var(--_accent); border-radius: 1em; }
  progress::-moz-progress-bar { background: var(--_accent); border-radius: 1em; }
  @media (prefers-reduced-motion: no-preference) {
    progress::-webkit-progress-value { transition: inline-size 0.6s ease-out; }
  }
  @media (forced-colors: active) {
    progress { border: 1px solid CanvasText; }
    progress::-webkit-progress-value { background: Highlight; }
    progress::-moz-progress-bar { background: Highlight; }
  }
`;
