import {html} from 'hono/html';
import type {Petition} from 'sphere-petition/contract';
import {directionOf} from 'sphere-petition/words';
import type {Html} from './blocks.js';
import {ownNameOf, spoken} from './view.js';
import type {Words} from './words.js';

/** What every page has around it. */
export const shell = (language: string, head: Html, body: Html): Html => html`<!doctype html>
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

/** The page in the petition's other languages. */
export const languageLinks = ({language, languages = []}: Petition, words: Words): Html | '' =>
  languages.length < 2
    ? ''
    : html`<nav class="languages"${spoken(words.language, language)} aria-label="${words.languages}"><ul>${languages.map((other) => html`<li><a href="?lang=${other}" lang="${other}" hreflang="${other}"${other === language ? html` aria-current="page"` : ''}>${ownNameOf(other)}</a></li>`)}</ul></nav>
`;
