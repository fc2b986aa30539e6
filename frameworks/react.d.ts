/**
 * Our elements in React 19, which sets properties and adds listeners by itself: no wrappers, only types.
 *
 * @example import 'sphere-petition/react';
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Accepted, ElementOf, Listeners, Tag} from './accepts.js';

export type Props<T extends Tag> = Omit<DetailedHTMLProps<HTMLAttributes<ElementOf<T>>, ElementOf<T>>, keyof Accepted<T>> & Accepted<T> & Listeners<T, 'on'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends SphereElements {}
  }
}

type SphereElements = {[T in Tag]: Props<T>};
