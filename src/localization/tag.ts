/**
 * A tag as pages write it (`fr_FR`, ` fr `, `no`), as BCP 47 and `Intl` have it; `undefined` for what cannot be one. `Intl` throws on either.
 */
export const cleanTag = (tag: string | null | undefined): string | undefined => {
  const trimmed = tag?.trim().replaceAll('_', '-');
  if (!trimmed) return undefined;
  try {
    // Pages still write `no`, alone and before a country, for the Norwegian that `Intl` calls `nb`.
    return Intl.getCanonicalLocales(trimmed)[0]?.replace(/^no(?=-|$)/, 'nb');
  } catch {
    return undefined;
  }
};
