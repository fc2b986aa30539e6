import {css} from '@lit/reactive-element';

/** What a person presses, follows, types into or chooses from. At least 44 px high (WCAG 2.5.5). */
export const controls = css`
  button { font: inherit; cursor: pointer; }
  .primary {
    min-block-size: max(44px, 3.25em);
    inline-size: 100%;
    padding: 0.6em 1.4em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
    font-size: 1.125em;
    line-height: 1.25;
  }
  .primary:hover { background: color-mix(in srgb, var(--_accent) 88%, CanvasText); }
  .primary[aria-disabled='true'] { opacity: 0.75; cursor: progress; }
  .quiet {
    min-block-size: 44px;
    padding: 0.5em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-weight: 600;
  }
  .quiet:hover { background: var(--_tint); }
  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  input:not([type='checkbox']), select, textarea {
    inline-size: 100%;
    min-block-size: max(44px, 2.75em);
    padding: 0.5em 0.7em;
    border: 1px solid color-mix(in srgb, FieldText 60%, transparent);
    border-radius: var(--_radius);
    background-color: Field;
    color: FieldText;
    font: inherit;
    /* Smaller than 16 px, and iOS zooms into the page. */
    font-size: max(16px, 1em);
  }
  /* Else a long answer that is chosen widens the page in WebKit. */
  select { contain: paint; }
  @media (forced-colors: active) {
    .primary, .quiet { border: 2px solid ButtonText; }
  }
`;
