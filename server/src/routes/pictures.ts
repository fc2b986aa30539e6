import {openness} from 'sphere-petition/contract';
import {cleanTag, localeFor} from 'sphere-petition/words';
import {badge, missingBadge, sayingOf, type Standing} from '../badge/badge.js';
import {card} from '../badge/card.js';
import {pngOf} from '../badge/font.js';
import {badgeOptions} from '../badge/options.js';
import {qrCode} from '../badge/qr.js';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {COMMON_HEADERS, isFresh, PICTURE_CACHE} from '../http/headers.js';
import {notFound} from '../http/problem.js';
import {entityTag} from '../http/representation.js';
import type {Handler} from '../http/router.js';
import type {Html} from '../page/blocks.js';
import {addressOf} from '../page/head.js';
import {speaking} from '../page/speak.js';
import {wordsIn} from '../page/words.js';

const TYPES = {svg: 'image/svg+xml', png: 'image/png', json: 'application/json'} as const;
type Kind = keyof typeof TYPES;

/** `safe-exit.svg`, taken apart. */
const partsOf = (file = ''): {readonly id: string; readonly kind: Kind} | undefined => {
  const [, id, kind] = /^(.+)\.(svg|png|json)$/.exec(file) ?? [];
  return id !== undefined && (kind === 'svg' || kind === 'png' || kind === 'json') ? {id, kind} : undefined;
};

/** A picture that any page may show, also one that isolates itself, and that is no page itself. */
const send = (body: string | Uint8Array<ArrayBuffer>, kind: Kind, ifNoneMatch: string | undefined, status: number): Response => {
  const etag = entityTag(body);
  const headers = {
    ...COMMON_HEADERS,
    'content-type': TYPES[kind],
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': PICTURE_CACHE,
    etag,
  };
  return status === 200 && isFresh(ifNoneMatch, etag) ? new Response(null, {status: 304, headers}) : new Response(body, {status, headers});
};

/** Whether there are words in a language. */
const isSpoken = (tag: string): boolean => localeFor(tag).language.split('-')[0] === new Intl.Locale(tag).language;

/** The language that a badge speaks: the one asked for where there are words in it, else the petition's, else English. */
const languageOf = (wanted: string | undefined, own: string): string => {
  const tag = cleanTag(wanted);
  return tag !== undefined && isSpoken(tag) ? tag : own;
};

const NOTHING = 'There is nothing at this address.';

/** `GET /badge/ID.svg`, `.png`, `.json`: how many have signed, for where no script is allowed. */
export const badges = ({published, clock}: Context): Handler => async ({req}) => {
  const asked = partsOf(req.param('file'));
  if (asked === undefined) return notFound(NOTHING);
  const {id, kind} = asked;
  const {style, colours, scale} = badgeOptions(req.query());
  const drawn = async (drawing: Html, status: number) => {
    const svg = String(await drawing);
    return send(kind === 'png' ? new Uint8Array(await pngOf(svg, style === 'card' ? 1 : scale)) : svg, kind, req.header('if-none-match'), status);
  };
  const told = (value: object, status: number) => send(JSON.stringify({schemaVersion: 1, ...value, cacheSeconds: 300}), 'json', req.header('if-none-match'), status);

  const found = published.get(id);
  const tally = published.tally(id)?.tally;
  const petition = found?.documents.get(chooseLanguage(found.campaign, req.query('lang')))?.petition;
  if (petition === undefined || tally === undefined) {
    return speaking(languageOf(req.query('lang'), 'en'), (locale) => {
      const words = wordsIn(locale.language);
      return kind === 'json' ? told({label: 'petition', message: words.notFound, color: 'lightgrey', isError: true}, 404) : drawn(missingBadge(words, locale, colours), 404);
    });
  }
  return speaking(languageOf(req.query('lang'), petition.language), (locale) => {
    const standing: Standing = {title: petition.title, tally, closed: openness(petition, clock.now()) === 'closed', locale};
    const saying = sayingOf(standing);
    return kind === 'json'
      ? told({label: saying.label, message: saying.figure, color: colours.accent.slice(1)}, 200)
      : drawn((style === 'card' ? card : badge)(standing, saying, colours), 200);
  });
};

/** `GET /qr/ID.svg`, `.png`: the petition's address, for paper. */
export const qrCodes = ({published, origin}: Context): Handler => async ({req}) => {
  const asked = partsOf(req.param('file'));
  const found = published.get(asked?.id ?? '');
  const petition = found?.documents.get(chooseLanguage(found.campaign, req.query('lang')))?.petition;
  if (asked === undefined || asked.kind === 'json' || petition === undefined) return notFound(NOTHING);
  const svg = String(await qrCode(addressOf(req.query('lang') === undefined ? {...petition, original: undefined} : petition, origin(req.raw)), petition.title));
  return send(asked.kind === 'png' ? new Uint8Array(await pngOf(svg, badgeOptions(req.query()).scale)) : svg, asked.kind, req.header('if-none-match'), 200);
};
