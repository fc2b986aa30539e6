import {css} from '@lit/reactive-element';

/** A petition that is on its way, and one that did not arrive. */
export const states = css`
  .failure {
    display: grid;
    justify-items: start;
    gap: 0.75em;
    padding: 1em 1.25em;
    margin-block-end: 1em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_danger);
    border-radius: var(--_radius);
  }
  .loading { min-block-size: 4.5em; color: var(--_quiet); }
`;
