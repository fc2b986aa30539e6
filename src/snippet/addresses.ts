import {optionsOf, type Choice} from './choice.js';

const withQuery = (address: string, query: readonly (readonly [string, string | undefined])[]): string => {
  const said = query.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')}`]));
  return said.length === 0 ? address : `${address}?${said.join('&')}`;
};

/** Addresses write a colour without its `#`, which would begin a fragment. */
const look = ({lang, theme, accent}: Choice) => [['lang', lang], ['theme', theme], ['accent', accent?.replace('#', '')]] as const;

/** What a frame can be told: what lies inside it cannot lie in another frame, and offers nothing to embed. */
const FRAMED = new Set(['journey', 'redirect', 'min-count', 'source', 'country']);

/** The page for frames. Absent where no reference back end keeps the petition. */
export const frameAddress = (choice: Choice): string | undefined =>
  choice.server && withQuery(`${choice.server.origin}/embed/${choice.server.slug}`, [
    ['show', choice.widget === 'number' ? 'counter' : choice.widget],
    ...look(choice),
    ...optionsOf(choice).filter(([name]) => FRAMED.has(name)),
  ]);

/** The number as a picture. */
export const badgeAddress = (choice: Choice, type: 'svg' | 'png'): string | undefined => choice.server && withQuery(`${choice.server.origin}/badge/${choice.server.slug}.${type}`, look(choice));
