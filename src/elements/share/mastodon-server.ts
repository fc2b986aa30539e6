const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** A name with a dot in it that is no address in numbers. */
const HOST = new RegExp(`^(?=.{1,253}$)(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`);

/** The host of a Mastodon server in what somebody typed, be it its address or their own name there: `mastodon.example` of `@ada@mastodon.example`. */
export const mastodonServer = (typed: string): string | undefined => {
  const name = typed.trim().replace(/^https:\/\//i, '').replace(/\/.*$/s, '').replace(/^@?[\w.-]+@/, '');
  // What would mean something else in an address is no part of a host.
  if (!/^[^\s?#\\@:]+$/.test(name) || !URL.canParse(`https://${name}`)) return undefined;
  const {hostname} = new URL(`https://${name}`);
  return HOST.test(hostname) ? hostname : undefined;
};
