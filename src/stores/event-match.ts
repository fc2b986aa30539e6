import type {PetitionEvent} from '../contract/event.js';

/** Without accents and capitals: whoever looks for `sao paulo` finds São Paulo. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Whether an event has every word that somebody looks for in its title or its place. Asked in the page: what is typed leaves it for nowhere.
 *
 * @param countryName What a country is called in the reader's language.
 */
export const matching = (text: string, countryName: (country: string) => string): ((event: PetitionEvent) => boolean) => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return ({title, place: {name = '', address = '', locality = '', country} = {}}) => {
    const all = plain([title, name, address, locality, country === undefined ? '' : countryName(country)].join(' '));
    return words.every((word) => all.includes(word));
  };
};
