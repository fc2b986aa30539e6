import {css} from '@lit/reactive-element';

/** The look that a page can change, and what every element starts from: the page's own font, size and colours. */
export const tokens = css`
  :host {
    --_accent: var(--sphere-accent, light-dark(#5b2a86, #cdb4f6));
    --_on-accent: var(--sphere-on-accent, light-dark(#fff, #1d0b33));
    --_danger: var(--sphere-danger, light-dark(#a4161a, #ffb3ae));
    --_radius: var(--sphere-radius, 0.5em);
    --_line: color-mix(in srgb, currentColor 22%, transparent);
    --_quiet: color-mix(in srgb, currentColor 78%, transparent);
    --_tint: color-mix(in srgb, var(--_accent) 9%, transparent);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
  p, h2, h3, ul, ol, figure, blockquote, progress, fieldset { margin: 0; padding: 0; }
  a { color: var(--_accent); text-underline-offset: 0.15em; }
  :focus-visible { outline: 3px solid var(--_accent); outline-offset: 3px; border-radius: 2px; }
`;
