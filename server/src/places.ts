const regions = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'});

/** Codes that Unicode names although they are no country: unions, the United Nations, outlying Oceania, pseudo-regions, unknown. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Whether a code is that of a country: ISO 3166-1 alpha-2, or `XK`. */
export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && regions.of(code) !== undefined;

/** Zones that exist and were met, in small letters: asking `Intl` is slow. What does not exist is not kept, since strangers could name it without end. */
const zones = new Set<string>();

/** Whether `Intl` knows a zone by this name. */
export const isTimeZone = (name: string): boolean => {
  if (zones.has(name.toLowerCase())) return true;
  try {
    new Intl.DateTimeFormat('en', {timeZone: name});
    zones.add(name.toLowerCase());
    return true;
  } catch {
    return false;
  }
};
