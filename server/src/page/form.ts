import {html} from 'hono/html';
import {counterContent, obstacleSentence, privacyLabel, problemsTitle, sendingFailure, sentenceFor, signatureGoesTo, signLabel, testNotice} from 'sphere-petition/words';
import type {Html} from './blocks.js';
import {consentView, controlId, fieldView} from './field.js';
import {obstacleTo, spoken, type PageView} from './view.js';

/** The name of the hidden control with the idempotency key: one that no field can have. */
export const KEY_NAME = 'sphere:key';

/** How many have signed, and what is ahead. */
const count = ({tally, locale, petition, now}: PageView): Html | '' => {
  if (tally === undefined) return '';
  const {count: number, label, progress, goal} = counterContent({locale, state: {status: 'known', tally}, closed: obstacleTo(petition, now) === 'closed', hasFallback: false, isShown: () => true});
  return html`<p class="figure"><data value="${number?.value ?? 0}">${number?.text}</data> ${label}</p>
${progress === undefined ? '' : html`<progress value="${progress.value}" max="${progress.goal}" aria-label="${progress.label}"></progress>`}
<p class="quiet">${goal}</p>
`;
};

/** All that is wrong, each sentence leading to its question. The fragment of the form's address gives it the focus, so that it is read out first. */
const summary = ({form: {problems, failure}, petition}: PageView): Html | '' => {
  if (problems.size === 0 && failure === undefined) return '';
  return html`<div class="summary" id="outcome" tabindex="-1" role="group" aria-labelledby="summary">
<p id="summary">${failure === undefined ? problemsTitle() : sendingFailure({code: failure}, true)}</p>
${problems.size === 0 ? '' : html`<ul>${[...problems].map(([path, problem]) => html`<li><a href="#${controlId(path)}">${sentenceFor(path, problem, petition)}</a></li>`)}</ul>`}
</div>
`;
};

const controllers = ({petition}: PageView): Html => html`<div class="quiet">${petition.controllers.map(({name, privacy, contact}) => html`<p>${signatureGoesTo(name)}
${privacy === undefined ? '' : html`<a href="${privacy}" target="_blank" rel="noopener noreferrer">${privacyLabel()}</a>`}
${contact === undefined ? '' : html`<a href="mailto:${contact}">${contact}</a>`}</p>`)}</div>`;

/** Where the form is sent: the page's own address, in its language, with what brought the reader here. */
const action = ({petition, form}: PageView): string =>
  `?${new URLSearchParams({lang: petition.language, ...(form.source !== undefined && {sphere_source: form.source})}).toString()}#outcome`;

/**
 * The form that needs no script. It leaves to this server what is wrong, since a browser would say so in a language of its own, and of one answer after
 * the other.
 */
const form = (view: PageView): Html => {
  const {petition, locale} = view;
  return html`<form method="post" action="${action(view)}" novalidate>
${petition.callToAction === undefined ? '' : html`<h2${spoken(petition.language, locale.language)}>${petition.callToAction}</h2>`}
${petition.test === true ? html`<p class="notice">${testNotice()}</p>` : ''}${summary(view)}
<input type="hidden" name="${KEY_NAME}" value="${view.form.key}">
${petition.fields.map((field) => fieldView(field, view))}${petition.consents.map((consent) => consentView(consent, view))}
<button>${signLabel()}</button>
${controllers(view)}
</form>`;
};

/** How many have signed, and the form, or why there is none. */
export const panel = (view: PageView): Html => {
  const {petition, locale, words, now} = view;
  const obstacle = obstacleTo(petition, now);
  return html`<section class="panel" id="sign"${spoken(locale.language, petition.language)}>
${count(view)}${obstacle === undefined ? form(view)
    : obstacle === 'script' ? html`<noscript><p class="notice"${spoken(words.language, locale.language)}>${words.needsScript}</p></noscript>`
    : html`<p class="notice">${obstacleSentence(obstacle, petition, locale)}</p>`}
</section>
`;
};
