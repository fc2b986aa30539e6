import {html} from 'hono/html';
import type {Petition} from 'sphere-petition/contract';
import {directionOf} from 'sphere-petition/words';
import type {Html} from '../page/blocks.js';
import {type EmbedOptions, writeLook, writeOptions} from './options.js';

/** What shares lead through, where a frame may open no window of its own. */
const VIA = '/go/';

/** The petition's own page, in the language that the frame was asked for. */
export const pageAddress = (origin: string, {id}: Pick<Petition, 'id'>, {language}: Pick<EmbedOptions, 'language'>): string =>
  `${origin}/petitions/${id}${language === undefined ? '' : `?lang=${language}`}`;

/** The frame's own address. */
export const embedAddress = (origin: string, {id}: Pick<Petition, 'id'>, options: EmbedOptions): string => {
  const query = writeOptions(options);
  return `${origin}/embed/${id}${query === '' ? '' : `?${query}`}`;
};

type Names = readonly (keyof EmbedOptions['attributes'])[];

const attributesOf = ({attributes}: EmbedOptions, names: Names): Html[] =>
  names.flatMap((name) => (attributes[name] === undefined ? [] : [html` ${name}="${attributes[name]}"`]));

/** The elements of a frame, with a link for the time before they are here and for when they do not come. */
const content = (petition: Petition, options: EmbedOptions, link: Html): Html => {
  const src = html`src="/petitions/${petition.id}"`;
  // The frame is a document of its own.
  const level = options.attributes['heading-level'] ?? '1';
  const given = (...names: Names) => attributesOf(options, names);
  switch (options.show) {
    case 'petition': return html`<sphere-petition ${src} heading-level="${level}" via="${VIA}"${given('journey', 'redirect', 'source', 'min-count')}>${link}</sphere-petition>`;
    case 'form': return html`<sphere-petition ${src} via="${VIA}"${given('journey', 'redirect', 'source')}><sphere-petition-form heading-level="${level}">${link}</sphere-petition-form></sphere-petition>`;
    case 'counter': return html`<p class="title">${link}</p><sphere-counter ${src}${given('min-count', 'appearance')}></sphere-counter>`;
    case 'events': return html`<p class="title">${link}</p><sphere-event-list ${src} heading-level="${level}"${given('country')}></sphere-event-list>`;
  }
};

/** The page that other sites show in a frame. */
export const embedPage = (petition: Petition, options: EmbedOptions, origin: string): Html => {
  const language = options.language ?? petition.language;
  const look = new URLSearchParams(writeLook(options)).toString();
  const page = pageAddress(origin, petition, options);
  const link = html`<a href="${page}" target="_blank" rel="noopener" lang="${petition.language}" dir="${directionOf(petition.language)}">${petition.title}</a>`;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${petition.title}</title>
<link rel="icon" href="data:,">
<link rel="canonical" href="${page}">
<link rel="alternate" type="application/json+oembed" href="${origin}/oembed?url=${encodeURIComponent(embedAddress(origin, petition, options))}&amp;format=json" title="${petition.title}">
<link rel="stylesheet" href="/embed.css${look === '' ? '' : `?${look}`}">
<script type="module" src="/v1/embed.js"></script>
<script type="module" src="/v1/sphere-petition.js"></script>
</head>
<body>
${content(petition, options, link)}
</body>
</html>
`;
};
