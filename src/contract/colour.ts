const HEX = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/**
 * A colour as addresses have it, six hexadecimal digits, from any usual spelling: with `#`, short, with a transparency that is passed over. Undefined for
 * what is no colour.
 *
 * @example parseColour('#0AF') // '00aaff'
 */
export const parseColour = (text: string): string | undefined => {
  const digits = HEX.exec(text.trim())?.[1]?.toLowerCase();
  return digits !== undefined && digits.length < 6 ? digits.slice(0, 3).replace(/./g, '$&$&') : digits?.slice(0, 6);
};
