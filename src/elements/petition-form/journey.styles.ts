import {css} from '@lit/reactive-element';

export const styles = css`
  .step { display: grid; justify-items: start; gap: 1em; inline-size: 100%; padding-block-start: 1.25em; border-block-start: 1px solid var(--_line); }
  .step > .heading { font-size: 1.1875em; font-weight: 700; }
  .step > sphere-event-list::part(title) { font-size: 1.0625em; font-weight: 700; }
  .step > sphere-share, .step > sphere-event-list { inline-size: 100%; }
  a.quiet { display: inline-grid; align-items: center; text-decoration: none; }
`;
