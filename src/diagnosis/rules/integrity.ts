import {originOf, type Rule} from '../page.js';
import type {Problem} from '../problem.js';
import {scriptsOf} from '../widgets.js';

const HASH = /^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}(\?.*)?$/;
const LENGTHS: Readonly<Record<string, number>> = {256: 44, 384: 64, 512: 88};

const isWhole = (hash: string): boolean => {
  const [, bits = '', value = ''] = /^sha(\d+)-([^?]+)/.exec(hash) ?? [];
  return HASH.test(hash) && value.length === LENGTHS[bits];
};

/** Whether the hash of a pinned script can hold. */
export const integrityRule: Rule = (page) => scriptsOf(page).flatMap(({node, src, file}): Problem[] => {
  const integrity = node.getAttribute('integrity')?.trim();
  if (!integrity) return [];
  const hashes = integrity.split(/\s+/);
  const known = page.integrity?.get(src.href);
  if (src.origin !== originOf(page) && !node.hasAttribute('crossorigin') && node.getAttribute('type')?.toLowerCase() !== 'module') {
    return [{rule: 'integrity-without-crossorigin', severity: 'stops', what: `${file} has integrity and comes from another host, and its tag has no crossorigin: the browser may not look at its bytes, and blocks it.`, fix: 'Add crossorigin="anonymous" to the script tag.'}];
  }
  if (!hashes.some(isWhole)) return [{rule: 'integrity-broken', severity: 'stops', what: `The integrity of ${file} is not a whole hash: part of it was lost.`, fix: 'Copy the snippet again.'}];
  if (known !== undefined && !hashes.includes(known)) return [{rule: 'integrity-wrong', severity: 'stops', what: `The integrity of ${file} is that of another version: the browser blocks the script.`, fix: 'Copy the snippet again, or put this hash in its place.', paste: `integrity="${known}"`}];
  if (/\/v1\/[^/]+$/.test(src.pathname)) return [{rule: 'integrity-of-moving', severity: 'harms', what: `${file} is pinned by its integrity and comes from /v1/, where each new version replaces it: it is blocked from the next version on.`, fix: 'Take the snippet for one version (“pinned”), or leave integrity out.'}];
  return [];
});
