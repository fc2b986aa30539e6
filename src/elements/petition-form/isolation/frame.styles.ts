import {css} from '@lit/reactive-element';

export const styles = css`
  iframe {
    display: block;
    /* The frame's page keeps this room for what stands out at a focus. */
    inline-size: calc(100% + 16px);
    max-inline-size: none;
    margin: -8px;
    border: 0;
    background: none;
    /* How the page looks, where its value can be read; and a transition that tells when it changes. */
    outline-color: light-dark(#fff, #000);
    caret-color: var(--_accent);
    column-rule-color: var(--_on-accent);
    text-decoration-color: var(--_danger);
    row-gap: var(--_radius);
    transition: 1ms linear;
    transition-property: outline-color, caret-color, column-rule-color, text-decoration-color, color;
  }
`;
