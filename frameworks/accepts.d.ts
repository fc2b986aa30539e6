/** What an element accepts, in the words that frameworks share. */
import type {Elements} from './generated/elements.js';

export type Tag = keyof Elements;

/** The element's class. */
export type ElementOf<T extends Tag> = Elements[T]['element'];

/** Any of them, or none. */
export type Optional<T> = {[K in keyof T]?: T[K] | undefined};

/** Properties, and the attributes that are not named like one. */
export type Accepted<T extends Tag> = Optional<Elements[T]['properties']> & Optional<Elements[T]['attributes']>;

/** A listener for each event, under the event's name after `Prefix`. */
export type Listeners<T extends Tag, Prefix extends string> = {[E in keyof Elements[T]['events'] as `${Prefix}${E & string}`]?: ((event: Elements[T]['events'][E]) => void) | undefined};
