import {html} from 'hono/html';
import {type Petition, plainText} from 'sphere-petition/contract';
import {blocks, inline, type Html} from './blocks.js';
import {type Words, wordsIn} from './words.js';

/** Scripts whose languages are written from right to left, as `Intl` names them. */
const RIGHT_TO_LEFT = /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg|Mand|Samr)$/;

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';

/** A language by its own name: `français`. */
const nameOf = (language: string): string => new Intl.DisplayNames([language], {type: 'language'}).of(language) ?? language;

const languageLinks = ({language, languages = []}: Petition, words: Words): Html | '' =>
  languages.length < 2
    ? ''
    : html`<nav class="languages" lang="${words.language}" aria-label="${words.languages}"><ul>${languages.map((other) => html`<li><a href="?lang=${other}" lang="${other}" hreflang="${other}" ${other === language ? html`aria-current="page"` : ''}>${nameOf(other)}</a></li>`)}</ul></nav>`;

/** What stands on the page until the widget takes its place, and where it cannot: the whole petition, to be read. */
const article = (petition: Petition, words: Words): Html => html`<article>
<h1>${petition.title}</h1>
${petition.summary === undefined ? '' : html`<p class="summary">${inline(petition.summary)}</p>`}
${petition.addressees.length === 0 ? '' : html`<ul class="addressees">${petition.addressees.map(({name}) => html`<li>${name}</li>`)}</ul>`}
${blocks(petition.letter)}
${petition.updates.map(({title, body}) => html`<section>${title === undefined ? '' : html`<h2>${title}</h2>`}${blocks(body)}</section>`)}
<noscript><p lang="${words.language}">${words.needsScript}</p></noscript>
</article>`;

const shell = (language: string, head: Html, body: Html): Html => html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/petition-page.css">
${head}
</head>
<body>
${body}
</body>
</html>
`;

/** The page of a petition: what `src` names, and what a person can open. */
export const petitionPage = (petition: Petition): Html => {
  const words = wordsIn(petition.language);
  const {id, title, summary, languages = []} = petition;
  return shell(
    petition.language,
    html`<title>${title}</title>
${summary === undefined ? '' : html`<meta name="description" content="${plainText(summary)}">`}
${languages.length < 2 ? '' : languages.map((language) => html`<link rel="alternate" hreflang="${language}" href="/petitions/${id}?lang=${language}">`)}
<script type="module" src="/v1/sphere-petition.js"></script>`,
    html`${languageLinks(petition, words)}<main>
<sphere-petition src="/petitions/${id}" journey="share,events">
${article(petition, words)}
</sphere-petition>
</main>`,
  );
};

/** The page for an address where no petition is. */
export const notFoundPage = (language: string | undefined): Html => {
  const words = wordsIn(language);
  return shell(words.language, html`<title>${words.notFound}</title>`, html`<main class="missing">
<h1>${words.notFound}</h1>
<p>${words.notFoundAdvice}</p>
</main>`);
};
