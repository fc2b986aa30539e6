// @ts-check
// demo/ → site/: the demo's pages, once for a server that keeps the petition (live) and once for any host of files (static). The two
// differ in how an element finds the petition, and in nothing else.
import {cpSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {pathToFileURL} from 'node:url';
import {filesIn, prune, write} from '../lib/files.js';
import {at} from '../lib/paths.js';
import {CONFIGURATOR} from './configure.js';
import {elementPages, escaped} from './demo-elements.js';
import {looksIn} from './demo-looks.js';

/** @typedef {'live' | 'static'} Flavour */
/** @typedef {Readonly<Record<string, string>>} Values */

/** The campaign with its sample events, as the reference back end imports it. */
export const CAMPAIGN = 'site/campaign.json';

/** @param {Flavour} flavour */
export const siteFolder = (flavour) => `site/${flavour}`;

const source = at('demo/');
/** What pages are made of, and no page. */
const ingredients = /^(campaign\.json|events\.json|parts\/|states\/)/;

/** @param {string} name */
const read = (name) => readFileSync(join(source, name), 'utf8');

/** @param {string} name */
const part = (name) => read(`parts/${name}.html`).trim();

/**
 * Puts values in the place of their names in double braces; a value may hold names itself.
 *
 * @param {string} text @param {Values} values @returns {string}
 */
const fill = (text, values) =>
  text.replace(/\{\{([\w-]+)\}\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A page of the demo asks for {{${name}}}, and there is: ${Object.keys(values).join(', ')}.`);
    return fill(value, values);
  });

/**
 * The petition with the sample events, which can be joined and proposed with the same questions. Those to come are always next year's.
 *
 * @returns {{id: string}}
 */
const campaign = () => {
  const {texts, ...own} = JSON.parse(read('campaign.json'));
  const {events, questions, consent} = JSON.parse(fill(read('events.json'), {year: String(new Date().getFullYear() + 1)}));
  const worded = Object.entries(texts).map(([language, words]) => {
    const asked = {consents: {contact: consent[language]}};
    return [language, {...words, rsvp: asked, proposal: asked}];
  });
  return {...own, events, rsvp: questions, proposal: questions, texts: Object.fromEntries(worded)};
};

/**
 * How an element finds the petition, from a page that is so many folders deep.
 *
 * @param {Flavour} flavour @param {string} root The way to the site's root: `../` @param {string} id @returns {Values}
 */
const whereabouts = (flavour, root, id) =>
  flavour === 'live'
    ? {
      petition: `src="${root}petitions/${id}"`,
      address: `${root}petitions/${id}`,
      configure: `${root}configure?src=petitions/${id}`,
      notice: 'What you sign here stays in a file of this machine and is passed on to nobody.',
      avis: 'Ce que vous signez ici reste dans un fichier de cette machine et n’est transmis à personne.',
    }
    : {
      petition: `adapter="memory" src="${root}petition.json" setting-events="events.json"`,
      address: `${root}index.html#signer`,
      configure: `${root}configure/index.html?src=../petitions/${id}`,
      notice: 'What you sign here stays in the memory of the page: nobody receives it, and it is gone when you leave.',
      avis: 'Ce que vous signez ici reste dans la mémoire de la page : personne ne le reçoit, et tout s’efface quand vous partez.',
    };

/** Every page with what stands in it in the place of names, by its path in the site. @returns {Map<string, {text: string, values: Values}>} */
const pages = () => {
  const elements = elementPages(JSON.parse(readFileSync(at('custom-elements.json'), 'utf8')), (tag) => read(`states/${tag}.html`));
  const looks = looksIn(readFileSync(at('docs/theming.md'), 'utf8'));
  const shared = {
    ...Object.fromEntries(['head', 'header', 'footer', 'languages'].map((name) => [name, part(name)])),
    list: elements.map(({tag, description}) => `<li><a href="{{root}}elements/${tag}.html"><code>&lt;${tag}&gt;</code></a> ${description}</li>`).join('\n'),
    looks: looks.map(({title, name, css}) => part('look').replaceAll('{{title}}', title).replaceAll('{{name}}', name).replace('{{css}}', () => escaped(css))).join('\n'),
  };
  const written = filesIn(source).map((file) => relative(source, file).replaceAll('\\', '/')).filter((path) => path.endsWith('.html') && !ingredients.test(path));
  return new Map([
    ...written.map((path) => /** @type {const} */ ([path, {text: read(path), values: shared}])),
    ...elements.map((element) => /** @type {const} */ ([`elements/${element.tag}.html`, {text: part('element'), values: {...shared, ...element}}])),
  ]);
};

/**
 * What the pages load besides: the petition in each of its languages, as the server would give it, and its events. A host of files is also a
 * back end that can be read, for the configurator to find.
 *
 * @param {Flavour} flavour
 */
const documents = async (flavour) => {
  const {parseCampaign} = await import(pathToFileURL(at('server/dist/campaign/check.js')).href);
  const {petitionOf, languagesOf} = await import(pathToFileURL(at('server/dist/campaign/document.js')).href);
  const checked = parseCampaign(campaign());
  /** @type {string[]} */
  const languages = languagesOf(checked);
  return {
    ...(flavour === 'static' && {
      [`petitions/${checked.id}/petition.json`]: JSON.stringify({...petitionOf(checked, 'en'), languages: undefined, test: true, offers: ['getPetition', 'getTally']}),
      [`petitions/${checked.id}/tally.json`]: JSON.stringify({count: 0, asOf: '2024-03-16T12:00:00Z'}),
    }),
    'petition.json': JSON.stringify(Object.fromEntries(languages.map((language) => [language, petitionOf(checked, language)]))),
    'events.json': JSON.stringify(checked.events),
    // What the conformance suite may write to.
    'trial.json': JSON.stringify({...petitionOf(checked, 'en'), languages: undefined, test: true}),
    'looks.css': looksIn(readFileSync(at('docs/theming.md'), 'utf8')).map(({css}) => css).join('\n'),
  };
};

/** @param {Flavour} flavour */
export const buildDemo = async (flavour) => {
  const folder = at(siteFolder(flavour));
  const {id} = campaign();
  /** @type {Map<string, string>} */
  const files = new Map(Object.entries(await documents(flavour)));
  for (const [path, {text, values}] of pages()) {
    const root = '../'.repeat(path.split('/').length - 1);
    files.set(path, fill(text, {...values, ...whereabouts(flavour, root, id), root}));
  }
  for (const file of filesIn(source)) {
    const path = relative(source, file).replaceAll('\\', '/');
    if (!path.endsWith('.html') && !ingredients.test(path)) files.set(path, read(path));
  }
  for (const [path, text] of files) write(join(folder, path), text);
  write(at(CAMPAIGN), JSON.stringify(campaign()));
  // A server has the scripts anyway; a host of files has them beside the pages, at the same address.
  const scripts = flavour === 'live' ? [] : filesIn(at('cdn')).filter((file) => !file.startsWith(at(CONFIGURATOR))).map((file) => join('v1', relative(at('cdn'), file)));
  for (const path of scripts) cpSync(at(path.replace('v1', 'cdn')), join(folder, path));
  const configurator = flavour === 'live' ? [] : filesIn(at(CONFIGURATOR)).map((file) => join('configure', relative(at(CONFIGURATOR), file)));
  for (const path of configurator) cpSync(at(join('cdn', path)), join(folder, path));
  prune(folder, [...files.keys(), ...scripts, ...configurator].map((path) => join(folder, path)));
};
