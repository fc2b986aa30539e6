import {css} from '@lit/reactive-element';

/** Text made to be read: a letter, a piece of news. */
export const prose = css`
  .prose { display: grid; gap: 1em; max-inline-size: 68ch; hyphens: auto; }
  .prose .heading { font-size: 1.2em; font-weight: 700; line-height: 1.3; }
  .prose ul, .prose ol { display: grid; gap: 0.35em; padding-inline-start: 1.4em; }
  .prose blockquote { padding-inline-start: 1em; border-inline-start: 3px solid var(--_line); font-style: italic; }
  .prose figcaption { margin-block-start: 0.35em; color: var(--_quiet); font-size: 0.9375em; }
`;
