/**
 * Our elements in Preact, which sets properties and adds listeners by itself: no wrappers, only types.
 *
 * @example import 'sphere-petition/preact';
 */
import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {Accepted, ElementOf, Listeners, Tag} from './accepts.js';

export type Props<T extends Tag> = Omit<HTMLAttributes<ElementOf<T>> & ClassAttributes<ElementOf<T>>, keyof Accepted<T>> & Accepted<T> & Listeners<T, 'on'>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends SphereElements {}
  }
}

type SphereElements = {[T in Tag]: Props<T>};
