import {html} from 'hono/html';
import {encode} from 'uqr';
import type {Html} from '../page/blocks.js';

/** Modules of white that a reader needs around a code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** An address as a QR code, an SVG without a size of its own but that of its modules, drawn eight units each. Always dark on white: not every reader knows the opposite. */
export const qrCode = (address: string, title: string): Html => {
  const {data, size} = encode(address, {ecc: 'M', border: QUIET_ZONE});
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${size * 8}" height="${size * 8}" viewBox="0 0 ${size} ${size}" role="img" aria-label="${title}" shape-rendering="crispEdges"><title>${title}</title><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}"/></svg>`;
};
