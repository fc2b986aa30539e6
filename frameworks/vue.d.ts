/**
 * Our elements in the templates of Vue 3, as Vue's guide to web components types them.
 *
 * @example import 'sphere-petition/vue';
 */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {Accepted, ElementOf, Tag} from './accepts.js';
import type {Elements} from './generated/elements.js';

/** In a template `heading-level="3"` is the property's other name. */
type Written<T> = {[K in keyof T]: number extends T[K] ? T[K] | `${number}` : T[K]};

/** Type checkers know `setting-latency` by this name. */
type Settings = Partial<Record<`setting${string}`, string>>;

type Emits<T> = EmitFn<{[E in keyof T]: (event: T[E]) => void}>;

export type Component<T extends Tag> = new () => ElementOf<T> & {
  /** Read by type checkers alone. */
  $props: Omit<HTMLAttributes, keyof Accepted<T>> & Written<Accepted<T>> & PublicProps & Settings;
  /** Read by type checkers alone. */
  $emit: Emits<Elements[T]['events']>;
};

declare module 'vue' {
  interface GlobalComponents extends SphereElements {}
}

type SphereElements = {[T in Tag]: Component<T>};
