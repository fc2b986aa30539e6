/**
 * The petition page's own look, before and beside the widgets: the reader's font, a readable measure, light and dark. It comes
 * from this server, because the page allows no style in its own text.
 */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c1c22, #ececf1);
  --quiet: light-dark(#55555f, #b4b4bf);
  --ground: light-dark(#fff, #17171c);
  --line: light-dark(#d8d8df, #3b3b44);
  --link: light-dark(#0b4fa8, #8fbcff);
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
article, .missing { max-inline-size: 42rem; }
h1 { margin-block: 0 1rem; font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.2; text-wrap: balance; }
h2, h3 { margin-block: 2rem 0.5rem; line-height: 1.3; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.summary { font-size: 1.15em; }
.addressees { margin: 2rem 0; padding: 0 0 0 1rem; border-inline-start: 3px solid var(--line); list-style: none; color: var(--quiet); }
.languages ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.languages a { display: inline-block; padding-block: 0.5rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
`;
