/**
 * Our elements in Svelte 5, which sets properties and adds listeners by itself.
 *
 * @example import 'sphere-petition/svelte';
 */
import type {HTMLAttributes} from 'svelte/elements';
import type {Accepted, ElementOf, Listeners, Tag} from './accepts.js';

export type Props<T extends Tag> = Omit<HTMLAttributes<ElementOf<T>>, keyof Accepted<T>> & Accepted<T> & Listeners<T, 'on'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SphereElements {}
}

type SphereElements = {[T in Tag]: Props<T>};
