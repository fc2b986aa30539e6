/**
 * Our elements in Solid: properties as such or with `prop:`, attributes with `attr:`, listeners with `on:`.
 *
 * @example import 'sphere-petition/solid';
 */
import type {JSX as Solid} from 'solid-js';
import type {Accepted, ElementOf, Listeners, Optional, Tag} from './accepts.js';
import type {Elements} from './generated/elements.js';

type Prefixed<T, Prefix extends string> = Optional<{[K in keyof T as `${Prefix}${K & string}`]: T[K]}>;

export type Props<T extends Tag> = Omit<Solid.HTMLAttributes<ElementOf<T>>, keyof Accepted<T>> & Accepted<T> & Listeners<T, 'on:'>
  & Prefixed<Elements[T]['properties'], 'prop:'> & Prefixed<Elements[T]['attributes'], 'attr:'>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends SphereElements {}
  }
}

type SphereElements = {[T in Tag]: Props<T>};
