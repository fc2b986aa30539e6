/** What of a petition stands on a page. `number` is the counter as one number inside a sentence. */
export const WIDGETS = ['petition', 'form', 'counter', 'number', 'events'] as const;
export type Widget = (typeof WIDGETS)[number];

/** How it gets there. Which of them a place bears depends on the place. */
export const FORMS = ['element', 'mount', 'place', 'package', 'settings', 'shortcode', 'address', 'frame', 'frame-address', 'badge-html', 'badge-markdown'] as const;
export type Form = (typeof FORMS)[number];

/** What can be set on each widget, by the names of the elements' attributes. */
export const OPTIONS = {
  petition: ['journey', 'redirect', 'min-count', 'source', 'isolation', 'embed'],
  form: ['journey', 'redirect', 'source', 'isolation'],
  counter: ['min-count'],
  number: ['min-count'],
  events: ['country'],
} as const satisfies Record<Widget, readonly string[]>;

/** The name of anything that can be set. */
export type Option = (typeof OPTIONS)[Widget][number];

/** Scripts of one version, whose bytes never change. */
export interface Pinned {
  /** Their folder, with a slash at its end: `https://petition.example.org/v/1.2.3/`. */
  readonly folder: string;
  /** `sha384-…` of the whole in one file, as a `<script>` has it. */
  readonly integrity: string;
  /** The same of `resize.js`, where there is one. */
  readonly resize?: string | undefined;
}

/** Everything that a snippet depends on. */
export interface Choice {
  readonly widget: Widget;
  /** The petition's address. Absolute. */
  readonly src: string;
  /** The folder of the scripts that move with each version, with a slash at its end: `https://petition.example.org/v1/`. */
  readonly scripts: string;
  /** One version for good, in place of the moving one. */
  readonly pinned?: Pinned | undefined;
  /** The reference back end that keeps the petition, for frames and pictures. Absent: there are none. */
  readonly server?: {readonly origin: string; readonly slug: string} | undefined;
  /** BCP 47. Absent: that of the page. */
  readonly lang?: string | undefined;
  /** Absent: as the page. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** `#rrggbb`. Absent: the elements' own colour. */
  readonly accent?: string | undefined;
  readonly options?: Partial<Record<Option, string>>;
  /** What is seen where the widget is not: words of the link, of the sentence, of the picture, in the page's language. */
  readonly words: {
    /** On the link to the petition. */
    readonly link: string;
    /** The petition's title. */
    readonly title: string;
    /** The last known number, for the middle of a sentence. */
    readonly number?: string | undefined;
  };
}

/** The options that mean something to the widget and say something, in their order. */
export const optionsOf = ({widget, options = {}}: Pick<Choice, 'widget' | 'options'>): readonly (readonly [Option, string])[] =>
  OPTIONS[widget].flatMap((name) => (options[name] ? [[name, options[name]] as const] : []));
