import {css} from '@lit/reactive-element';

export const styles = css`
  :host { display: block; container-type: inline-size; contain-intrinsic-inline-size: 20rem; min-inline-size: 0; max-inline-size: 100%; }
  .share { display: grid; gap: 0.75em; max-inline-size: 34em; }
  .note { color: var(--_quiet); font-size: 0.9375em; }
  /* What will speak is there from the start, and takes no room until it does. */
  .said { font-weight: 600; }
  .said:empty { margin-block-start: -0.75em; }
  textarea { resize: vertical; }
  .ways { display: grid; gap: 1em; }
  .ways[hidden] { display: none; }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 8em), 1fr)); gap: 0.5em; list-style: none; }
  li > .quiet { inline-size: 100%; block-size: 100%; }
  a.quiet { display: grid; place-items: center; text-decoration: none; }
  .server { display: grid; gap: 0.5em; }
  .server label { font-weight: 600; }
  .problem { color: var(--_danger); font-weight: 600; font-size: 0.9375em; }
  [aria-invalid='true'] { border-color: var(--_danger); box-shadow: inset 0 0 0 1px var(--_danger); }
  .address { padding: 0.5em 0.7em; border: 1px solid var(--_line); border-radius: var(--_radius); -webkit-user-select: all; user-select: all; }
  @media print {
    .share { display: none; }
  }
`;
