/** By what way a petition was passed on. */
export type ShareChannel = 'native' | 'copy' | 'whatsapp' | 'telegram' | 'signal' | 'bluesky' | 'mastodon' | 'facebook' | 'email';

/** Where an address says which way brought somebody here. */
const SOURCE = 'sphere_source';

/** The address with the way it was passed on by: the channel, never the person. Whatever else it says stays as it was written. */
export const withSource = (address: string, channel: ShareChannel): string => {
  const url = new URL(address);
  const others = url.search.slice(1).split('&').filter((part) => part !== '' && !new URLSearchParams(part).has(SOURCE));
  url.search = [...others, `${SOURCE}=${channel}`].join('&');
  return url.href;
};
