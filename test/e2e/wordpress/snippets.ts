// The forms of the embed as they are published, one by one, for the petition at an address.
const SRC = 'https://petition.example.org/petitions/safe-exit';
const HOST = 'https://petition.example.org';
const LINK = `<a href="${SRC}">Sign the petition</a>`;

/** For everybody, on any page: the marked place. */
export const DIV = `<div data-sphere-petition="${SRC}" data-lang="fr" data-accent="#00566b" data-min-count="100">${LINK}</div>`;
export const COUNTER_DIV = `<div data-sphere-counter="${SRC}" data-appearance="inline">${LINK}</div>`;
export const EVENTS_DIV = `<div data-sphere-events="${SRC}" data-country="FR">${LINK}</div>`;
/** For who may post scripts. */
export const ELEMENT = `<sphere-petition src="${SRC}" lang="fr" journey="share,events">${LINK}</sphere-petition>`;
export const MODULE = `<script type="module" src="${HOST}/v1/sphere-petition.js"></script>`;
export const PINNED = `<script type="module" src="${HOST}/v/0.1.0/sphere-petition.js" integrity="sha384-abc" crossorigin="anonymous"></script>`;
export const COLOURS = '<style>sphere-petition{--sphere-accent:#00566b;color-scheme:dark}</style>';
export const IN_PLACE = `<script async src="${HOST}/v1/sphere-petition.iife.js" data-sphere-petition="${SRC}" data-lang="fr"></script>`;
export const FRAME = `<iframe src="${HOST}/embed/safe-exit?lang=fr&amp;theme=auto" title="A safe way out" loading="lazy" width="100%" height="640" allow="clipboard-write; web-share"></iframe>`;
/** For where nothing else is let through. */
export const BADGE = `<a href="${SRC}"><img src="${HOST}/badge/safe-exit.svg?lang=fr" alt="Sign the petition" width="220" height="40" /></a>`;
/** As nobody should write it, and somebody's editor does. */
export const MANY_LINES = `<sphere-petition\n  src="${SRC}"\n  lang="fr"\n>\n  ${LINK}\n</sphere-petition>`;
export const MANY_LINES_DIV = `<div\n  data-sphere-petition="${SRC}"\n  data-lang="fr"\n>\n\n  ${LINK}\n\n</div>`;

/** The link that every form has for whoever has no script. */
export const FALLBACK = LINK;

/** A snippet for the petition of another host. */
export const pointingTo = (snippet: string, origin: string): string => snippet.replaceAll(HOST, origin);
