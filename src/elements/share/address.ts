import type {BackendAdapter} from '../../contract/adapter.js';
import type {Petition} from '../../contract/petition.js';
import type {ShareChannel} from './events.js';

/** Where an address says which way brought somebody here. */
export const SOURCE = 'sphere_source';

/** What can be passed on: the address of a page, or `undefined`. */
export const webAddress = (address: string | undefined, base?: string): string | undefined => {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const {href, protocol} = new URL(address, base);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
};

/**
 * The address to pass on: what the page's author says, else the petition, else where its adapter keeps it, else the page itself, short of
 * its query and fragment, which may say who reads it.
 */
export const addressToShare = (url: string | undefined, {share}: Petition, {links}: BackendAdapter): string | undefined =>
  webAddress(url, document.baseURI) ?? webAddress(share?.url) ?? webAddress(links?.petition) ?? webAddress(location.href.replace(/[?#].*/, ''));

/** The address with the way it was passed on by: the channel, never the person. Whatever else it says stays as it was written. */
export const withSource = (address: string, channel: ShareChannel): string => {
  const url = new URL(address);
  const others = url.search.slice(1).split('&').filter((part) => part !== '' && !new URLSearchParams(part).has(SOURCE));
  url.search = [...others, `${SOURCE}=${channel}`].join('&');
  return url.href;
};
