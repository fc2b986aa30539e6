import type {BackendAdapter} from '../../contract/adapter.js';
import type {Petition} from '../../contract/petition.js';

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
