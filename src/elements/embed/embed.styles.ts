import {css} from '@lit/reactive-element';

export const styles = css`
  .embed summary { display: inline-block; min-block-size: 24px; color: var(--_quiet); font-size: 0.9375em; text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; }
  .embed > div { display: grid; justify-items: start; gap: 0.75em; max-inline-size: 40em; margin-block-start: 0.75em; }
  .embed textarea { resize: vertical; font: 0.875em/1.5 ui-monospace, monospace; }
  .embed .said { font-weight: 600; }
  .embed .said:empty { margin-block-start: -0.75em; }
  @media print {
    .embed { display: none; }
  }
`;
