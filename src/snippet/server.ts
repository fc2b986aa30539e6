/** A petition at a reference back end: `ORIGIN/petitions/SLUG`, whose pages for frames and pictures are beside it. */
export interface ServedPetition {
  readonly origin: string;
  readonly slug: string;
}

/** Where a petition's address says that a reference back end keeps it. A back end need not be at its host's root. */
export const servedAt = (src: string): ServedPetition | undefined => {
  if (!URL.canParse(src)) return undefined;
  const {origin, pathname} = new URL(src);
  const [, folder = '', slug] = /^(.*)\/petitions\/([A-Za-z0-9][\w-]*)\/?$/.exec(pathname) ?? [];
  return slug === undefined ? undefined : {origin: origin + folder, slug};
};
