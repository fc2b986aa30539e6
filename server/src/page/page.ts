import {html} from 'hono/html';
import type {Petition} from 'sphere-petition/contract';
import {againLabel, problemsTitle, sendingFailure, thanks} from 'sphere-petition/words';
import {blocks, inline, type Html} from './blocks.js';
import {panel} from './form.js';
import {addressOf, headOf} from './head.js';
import {languageLinks, shell} from './shell.js';
import {spoken, type PageView} from './view.js';
import {type Words, wordsIn} from './words.js';

/** The whole petition, to be read and signed where no script runs. */
const article = (view: PageView): Html => {
  const {title, summary, addressees, letter, updates} = view.petition;
  return html`<article class="petition">
<header>
<h1>${title}</h1>
${summary === undefined ? '' : html`<p class="lead">${inline(summary)}</p>`}
</header>
${panel(view)}<div class="letter">
${addressees.length === 0 ? '' : html`<ul class="addressees">${addressees.map(({name}) => html`<li>${name}</li>`)}</ul>`}
${blocks(letter)}
${updates.map(({title: heading, body}) => html`<section>${heading === undefined ? '' : html`<h2>${heading}</h2>`}${blocks(body)}</section>`)}
</div>
</article>`;
};

/** The page of a petition: what `src` names, and what a person can open. */
export const petitionPage = (view: PageView): Html => {
  const {petition, words} = view;
  const {id, title, language} = petition;
  const {failure, problems} = view.form;
  // What was typed stays in the plain form: the widget would begin anew.
  const isAnswer = failure !== undefined || problems.size > 0;
  return shell(
    language,
    html`<title>${failure !== undefined ? `${sendingFailure({code: failure}, true)} – ` : isAnswer ? `${problemsTitle()} – ` : ''}${title}</title>
${headOf(view)}
${isAnswer ? '' : html`<script type="module" src="/petition-page.js"></script>`}`,
    html`${languageLinks(petition, words)}<main>
${isAnswer ? article(view) : html`<sphere-petition src="/petitions/${id}" journey="share,events">
${article(view)}
</sphere-petition>`}
</main>`,
  );
};

/** What comes after signing by the plain form. It says nothing of who signed. */
export const signedPage = (petition: Petition, origin: string, words: Words, language: string): Html => {
  const {title, text} = thanks('counted');
  const address = petition.share?.url ?? addressOf(petition, origin);
  return shell(
    petition.language,
    html`<title>${title} – ${petition.title}</title>
<meta name="robots" content="noindex">`,
    html`<main class="message" id="outcome">
<div${spoken(language, petition.language)}>
<h1>${title}</h1>
<p class="lead">${text}</p>
</div>
<section class="panel">
<p${spoken(words.language, petition.language)}>${words.passOn}</p>
<p class="address"><bdi>${address}</bdi></p>
</section>
<p${spoken(words.language, petition.language)}><a href="/petitions/${petition.id}?lang=${petition.language}">${words.back}</a></p>
<p${spoken(language, petition.language)}><a href="/petitions/${petition.id}?lang=${petition.language}#sign">${againLabel()}</a></p>
</main>`,
  );
};

/** The page for an address where no petition is. */
export const notFoundPage = (language: string | undefined): Html => {
  const words = wordsIn(language);
  return shell(words.language, html`<title>${words.notFound}</title>`, html`<main class="message">
<h1>${words.notFound}</h1>
<p>${words.notFoundAdvice}</p>
</main>`);
};
