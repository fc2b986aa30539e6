import {css} from '@lit/reactive-element';

export const styles = css`
  :host { display: block; }
  .letter { display: grid; justify-items: start; gap: 1.25em; }
  .to { display: grid; gap: 0.5em; max-inline-size: 68ch; }
  .to .heading { font-weight: 700; }
  .to ul { display: grid; gap: 0.4em; padding: 0; list-style: none; color: var(--_quiet); }
  .to li { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_line); }
  .note { color: var(--_quiet); font-size: 0.9375em; }
  .text { display: grid; gap: 1em; }
  .rest[hidden] { display: none; }
  @media print {
    .rest[hidden] { display: grid; }
    button { display: none; }
  }
`;
