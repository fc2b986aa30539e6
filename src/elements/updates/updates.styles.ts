import {css} from '@lit/reactive-element';

export const styles = css`
  :host { display: block; }
  .updates { display: grid; gap: 1.75em; }
  .updates > .heading { font-size: 1.375em; font-weight: 800; line-height: 1.25; }
  .prose { gap: 0.6em; }
  .prose .heading { font-size: 1.0625em; }
  .date { color: var(--_quiet); font-size: 0.9375em; }
  .heading + .date { margin-block-start: -0.5em; }
`;
