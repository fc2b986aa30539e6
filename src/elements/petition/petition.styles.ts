import {css} from '@lit/reactive-element';

export const styles = css`
  /* A container has no width of its own: this is what it asks for where its place asks, and it makes do with less. */
  :host { display: block; container-type: inline-size; contain-intrinsic-inline-size: 20rem; min-inline-size: 0; max-inline-size: 100%; }
  .petition { display: grid; gap: 2em; }
  header { display: grid; gap: 0.75em; max-inline-size: 40em; }
  .title, .summary { hyphens: auto; }
  .title { font-size: clamp(1.6em, 5.5cqi, 2.5em); font-weight: 800; line-height: 1.15; letter-spacing: -0.015em; text-wrap: balance; }
  .summary { font-size: 1.125em; line-height: 1.55; }
  .panel {
    display: grid;
    gap: 1.4em;
    padding: clamp(1em, 4cqi, 1.75em);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  @container (inline-size >= 52rem) {
    .petition { grid-template-columns: minmax(0, 1fr) minmax(20rem, 25rem); column-gap: 3.5em; align-items: start; grid-template-rows: auto auto 1fr; }
    .petition > * { grid-column: 1; }
    .panel { grid-column: 2; grid-row: 1 / span 3; position: sticky; inset-block-start: 1.5em; }
  }
`;
