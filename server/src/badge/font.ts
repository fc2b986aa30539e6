import {renderAsync, Resvg, type ResvgRenderOptions} from '@resvg/resvg-js';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {Recent} from './recent.js';

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** The fonts that come with this server, and none of the machine's: a picture is the same wherever it is drawn. */
const FONT: ResvgRenderOptions['font'] = {
  loadSystemFonts: false,
  fontFiles: [join(folder, 'DejaVuSans.ttf'), join(folder, 'DejaVuSans-Bold.ttf')],
  defaultFontFamily: 'DejaVu Sans',
};

/** The same font where it is installed, else those that are about as wide; `textLength` evens out the rest. */
export const FONT_FAMILY = 'DejaVu Sans, Verdana, sans-serif';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The width of what is drawn of a text in a size of 100. */
const inkOf = (text: string, bold: boolean): number =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="100" font-family="DejaVu Sans" font-size="100" font-weight="${bold ? 700 : 400}">${escaped(text)}</text></svg>`, {font: FONT})
    .getBBox()?.width ?? 0;

const widths = new Recent<number>(1000);

/** How far a text reaches, shaped as its script is. Between two strokes, so that the room around its first and last letter counts. */
export const widthOf = (text: string, size: number, bold = false): number => {
  const ink = (of: string) => widths.get(`${bold ? 'b' : 'r'}${of}`, () => inkOf(of, bold));
  return ((ink(`|${text}|`) - ink('||')) * size) / 100;
};

const pictures = new Recent<Promise<Uint8Array>>(200);

/** Pictures that may wait at once. One more is sent away: whoever asks for ever new colours is not to hold up the others. */
const MOST_WAITING = 50;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** One picture after the other: a second processor is for those who sign. */
const inTurn = async <T>(draw: () => Promise<T>): Promise<T> => {
  if (waiting >= MOST_WAITING) throw new Error('Too many pictures wait to be drawn.');
  waiting += 1;
  const drawn = last.then(draw);
  last = drawn.catch(() => undefined);
  try {
    return await drawn;
  } finally {
    waiting -= 1;
  }
};

/**
 * A PNG of an SVG, drawn beside the thread that takes signatures.
 *
 * @throws {Error} where too many wait already.
 */
export const pngOf = async (svg: string, scale: number): Promise<Uint8Array> => {
  const key = `${scale} ${svg}`;
  try {
    return await pictures.get(key, () => inTurn(async () => (await renderAsync(svg, {font: FONT, fitTo: {mode: 'zoom', value: scale}})).asPng()));
  } catch (error) {
    pictures.forget(key);
    throw error;
  }
};
