/** What a post may hold: characters as people count them, and bytes. */
export interface Room {
  readonly graphemes: number;
  readonly bytes: number;
}

/** Characters as people count them: a family of emoji is one. By code points where a browser cannot count so. */
const graphemesOf = (text: string): string[] =>
  'Segmenter' in Intl ? Array.from(new Intl.Segmenter().segment(text), ({segment}) => segment) : Array.from(text);

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As much of the text as there is room for beside an address, which is never cut. */
export const fit = (text: string, address: string, {graphemes, bytes}: Room): string => {
  const tail = `\n${address}`;
  const whole = graphemesOf(text);
  const fits = (start: string, more: number) => more + graphemesOf(tail).length <= graphemes && bytesOf(start + tail) <= bytes;
  if (fits(text, whole.length)) return text + tail;
  let length = Math.min(whole.length, graphemes - graphemesOf(tail).length - 1);
  const start = () => `${whole.slice(0, Math.max(length, 0)).join('').trimEnd()}…`;
  while (length > 0 && bytesOf(start() + tail) > bytes) length--;
  return length > 0 ? start() + tail : address;
};
