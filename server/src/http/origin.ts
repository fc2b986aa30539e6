/** Where this server is reached from outside. */
export interface Outside {
  /** Its own address, without a path: `https://petition.example.org`. Absent: what each request says. */
  readonly publicUrl?: string | undefined;
  /** Whether a proxy before it may say what it was asked for (`X-Forwarded-Proto`, `X-Forwarded-Host`). */
  readonly trustProxy?: boolean | undefined;
}

/** The first of what several proxies may have said. */
const first = (header: string | null): string | undefined => header?.split(',')[0]?.trim();

/** A host as a browser would read it, or undefined: what a stranger writes into a header ends up in addresses that others follow. */
const hostOf = (text: string | undefined): string | undefined => {
  if (text === undefined || !/^[a-z0-9.:[\]-]+$/i.test(text) || !URL.canParse(`http://${text}`)) return undefined;
  const url = new URL(`http://${text}`);
  return url.username === '' && url.pathname === '/' ? text.toLowerCase() : undefined;
};

/**
 * The origin under which a request reached this server, without a slash at the end: for addresses that must work on other people's pages.
 *
 * @example originOf(request, {publicUrl: 'https://petition.example.org'}) // 'https://petition.example.org'
 */
export const originOf = (request: Request, {publicUrl, trustProxy = false}: Outside): string => {
  if (publicUrl !== undefined) return publicUrl;
  const own = new URL(request.url);
  const forwarded = (name: string) => (trustProxy ? first(request.headers.get(`x-forwarded-${name}`)) : undefined);
  const protocol = forwarded('proto') === 'https' ? 'https:' : own.protocol;
  return `${protocol}//${hostOf(forwarded('host')) ?? hostOf(request.headers.get('host') ?? undefined) ?? own.host}`;
};
