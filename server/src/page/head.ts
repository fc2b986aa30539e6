import {html} from 'hono/html';
import {type Petition, plainText} from 'sphere-petition/contract';
import type {Html} from './blocks.js';
import type {PageView} from './view.js';

/** The size of the card that is shown where the address is passed on. */
export const CARD = {width: 1200, height: 630} as const;

/** A language as Open Graph writes it, with the country that goes without saying: `fr_FR`. */
const openGraphLocale = (language: string): string => {
  try {
    const {language: name, region = ''} = new Intl.Locale(language).maximize();
    return region === '' ? name : `${name}_${region}`;
  } catch {
    return language;
  }
};

/** What the petition is about, in a sentence or two. */
const descriptionOf = ({summary, letter}: Petition): string | undefined => {
  const first = letter.find((block) => block.type === 'paragraph');
  return summary !== undefined ? plainText(summary) : first?.type === 'paragraph' ? plainText(first.text).slice(0, 300) : undefined;
};

/** The petition's address in one of its languages, from outside. */
export const addressOf = ({id, language, original}: Petition, origin: string): string =>
  `${origin}/petitions/${id}${original === undefined ? '' : `?lang=${language}`}`;

/** What a page says of itself to those that show a card of it, and to those that can embed it. */
export const headOf = ({petition, origin}: PageView): Html => {
  const {id, title, language, languages = [language]} = petition;
  const address = addressOf(petition, origin);
  const description = descriptionOf(petition);
  const picture = `${origin}/badge/${id}.png?style=card&lang=${language}`;
  const property = (name: string, content: string | number) => html`<meta property="og:${name}" content="${content}">
`;
  return html`${description === undefined ? '' : html`<meta name="description" content="${description}">
${property('description', description)}`}${property('type', 'website')}${property('title', title)}${property('url', address)}${property('locale', openGraphLocale(language))}${languages.filter((other) => other !== language).map((other) => property('locale:alternate', openGraphLocale(other)))}${property('image', picture)}${property('image:width', CARD.width)}${property('image:height', CARD.height)}${property('image:alt', title)}<meta name="twitter:card" content="summary_large_image">
<link rel="canonical" href="${address}">
${languages.length < 2 ? '' : languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="/petitions/${id}?lang=${other}">
`)}<link rel="alternate" type="application/json+oembed" href="${origin}/oembed?url=${encodeURIComponent(address)}&amp;format=json" title="${title}">`;
};
