import {css} from '@lit/reactive-element';

/** What the list wears in addition once something can be done about its events. */
export const styles = css`
  .panel { display: grid; gap: 1.25em; min-inline-size: 0; }
  .organise { display: grid; gap: 1em; justify-items: start; }
  .organise > .panel { inline-size: 100%; max-inline-size: 44rem; }
  .gathering { padding: clamp(1em, 4cqi, 1.75em); border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 1.5); }
  .gathering > .heading { font-size: 1.25em; font-weight: 700; line-height: 1.3; }
  .gathering .status { margin: 0; }
  .row { display: flex; flex-wrap: wrap; gap: 0.75em; }
  .row .primary { inline-size: auto; flex: 1 1 12em; }
  textarea { resize: vertical; }
  .gathering .field:has(textarea, [name$=':title']) { grid-column: 1 / -1; }
  @container (inline-size >= 34rem) {
    .event > .panel { grid-column: 2 / -1; }
  }
  @media (forced-colors: active) {
    /* The ground that a browser then puts behind the number would cut the month. */
    .leaf { gap: 0.25em; }
  }
`;
