/**
 * The petition page's own look, before and beside the widgets, and close to theirs: the reader's font, a readable measure, light and dark. It comes
 * from this server, because the page allows no style in its own text.
 */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c1c22, #ececf1);
  --quiet: light-dark(#55555f, #b4b4bf);
  --ground: light-dark(#fff, #17171c);
  --line: light-dark(#d8d8df, #3b3b44);
  --accent: light-dark(#5b2a86, #cdb4f6);
  --on-accent: light-dark(#fff, #1d0b33);
  --danger: light-dark(#a4161a, #ffb3ae);
}
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main, .languages { max-inline-size: 70rem; margin-inline: auto; padding: clamp(1rem, 4vw, 3rem); }
.languages { padding-block-end: 0; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
.languages a { display: inline-block; padding-block: 0.5rem; }
.languages [aria-current] { color: inherit; font-weight: 700; text-decoration: none; }
h1, h2, h3, p, ul { margin-block: 0; }
h1 { font-size: clamp(1.6rem, 5.5vw, 2.5rem); font-weight: 800; line-height: 1.15; letter-spacing: -0.015em; text-wrap: balance; }
h2, h3 { line-height: 1.3; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.lead { font-size: 1.125em; }
.quiet { color: var(--quiet); font-size: 0.9375em; font-weight: 400; }
.petition, header, form, .panel, .field, .message, div.quiet { display: grid; gap: 0.5rem; }
.petition { gap: 2rem; }
header { gap: 0.75rem; }
.message { gap: 1.5rem; max-inline-size: 42rem; }
.letter > * + * { margin-block-start: 1rem; }
.letter > * + :is(h2, h3, section) { margin-block-start: 2rem; }
.letter section > * + * { margin-block-start: 0.75rem; }
.addressees { padding: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); list-style: none; color: var(--quiet); }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.panel { padding: clamp(1rem, 4vw, 1.75rem); border: 1px solid var(--line); border-radius: 0.75rem; }
.panel form { gap: 1.1rem; margin-block-start: 1rem; }
.figure data { color: var(--accent); font-size: 2.75rem; font-weight: 800; line-height: 1.1; letter-spacing: -0.02em; }
progress { appearance: none; inline-size: 100%; block-size: 0.6rem; overflow: hidden; border: 0; border-radius: 1rem; background: var(--line); color: var(--accent); }
progress::-webkit-progress-bar { background: transparent; }
progress::-webkit-progress-value { background: currentColor; }
progress::-moz-progress-bar { background: currentColor; }
@media (forced-colors: active) { progress { appearance: auto; } }
.field, .quiet { gap: 0.25rem; }
label { font-weight: 600; }
.consent label { font-weight: 400; }
input:not([type='checkbox']), select {
  inline-size: 100%;
  min-block-size: 2.9rem;
  padding: 0.5em 0.7em;
  border: 1px solid color-mix(in srgb, FieldText 60%, transparent);
  border-radius: 0.5rem;
  background-color: Field;
  color: FieldText;
  font: inherit;
}
[aria-invalid='true'] { border: 2px solid var(--danger) !important; }
.consent { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 0.75rem; align-items: start; }
.consent input { inline-size: 1.5rem; block-size: 1.5rem; margin: 0.1rem 0 0; accent-color: var(--accent); }
.consent .problem { grid-column: 2; }
.problem { color: var(--danger); font-weight: 600; }
.summary { padding: 1rem; border: 2px solid var(--danger); border-radius: 0.5rem; }
.summary p { font-weight: 700; }
.summary ul { padding-inline-start: 1.1rem; }
.notice, .address { padding: 0.75rem 1rem; border-inline-start: 3px solid var(--accent); }
.address { user-select: all; }
button {
  min-block-size: 3.25rem;
  padding: 0.6em 1.4em;
  border: 2px solid transparent;
  border-radius: 0.5rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-size: 1.125em;
  font-weight: 700;
  cursor: pointer;
}
button:hover { background: color-mix(in srgb, var(--accent) 88%, CanvasText); }
@media (min-width: 60rem) {
  .petition { grid-template: auto 1fr / minmax(0, 1fr) minmax(20rem, 25rem); column-gap: 3.5rem; align-items: start; }
  .petition > * { grid-column: 1; }
  .petition > .panel { grid-area: 1 / 2 / span 2; }
}
`;
