import type {Locale} from '../../localization/locale.js';

/** What a counter shows, in words. A part that is absent is not shown. */
export interface CounterContent {
  readonly locale: Locale;
  /** A number to count with, and how it is written. Absent: what the author wrote, or dots. */
  readonly count?: {readonly value: number; readonly text: string} | undefined;
  readonly label?: string | undefined;
  readonly progress?: {readonly value: number; readonly goal: number; readonly label: string} | undefined;
  /** The line below the bar. */
  readonly goal?: string | undefined;
  /** A sentence instead of, or below, the number. */
  readonly note?: string | undefined;
  /** Whether there is a number to show, or room to keep for one. */
  readonly hasFigure: boolean;
}

const make = <N extends keyof HTMLElementTagNameMap>(name: N, part: string, ...children: (Node | string)[]): HTMLElementTagNameMap[N] => {
  const element = document.createElement(name);
  if (part !== '') element.setAttribute('part', part);
  element.append(...children);
  return element;
};

/** Gives `parent` these children; leaves it alone, with its transitions and selections, where it has them already. */
const arrange = (parent: Element, ...children: (Element | string | false | undefined)[]): void => {
  const wanted = children.filter((child) => child !== false && child !== undefined);
  const present = [...parent.childNodes].map((node) => (node instanceof Text ? node.data : node));
  if (wanted.length !== present.length || wanted.some((child, index) => child !== present[index])) parent.replaceChildren(...wanted);
};

/**
 * The nodes of a counter, made once and then changed. By hand instead of by a template, so that a page that shows nothing but a
 * number need not load a template engine.
 */
export class CounterView {
  readonly root = make('div', '');
  readonly #unknown: HTMLElement;
  readonly #count = make('data', 'count');
  readonly #label = make('span', 'label');
  readonly #figure = make('p', '');
  readonly #progress = make('progress', 'progress');
  readonly #goal = make('p', 'goal');
  readonly #note = make('p', '');

  constructor() {
    const dots = make('span', '', '···');
    dots.ariaHidden = 'true';
    this.#unknown = make('span', 'count', make('slot', '', dots));
    this.#figure.className = 'figure';
    this.#note.className = 'note';
  }

  show(appearance: 'bar' | 'inline', {locale, count, label, progress, goal, note, hasFigure}: CounterContent): void {
    const {root} = this;
    root.lang = locale.language;
    root.dir = locale.direction;
    if (count) {
      this.#count.value = String(count.value);
      this.#count.textContent = count.text;
    }
    const number = count ? this.#count : this.#unknown;
    if (appearance === 'inline') {
      arrange(root, number);
      return;
    }
    this.#label.textContent = label ?? '';
    arrange(this.#figure, number, ' ', this.#label);
    this.#goal.textContent = goal ?? '';
    this.#note.textContent = note ?? '';
    this.#showProgress(progress);
    arrange(root, hasFigure && this.#figure, progress && this.#progress, goal !== undefined && this.#goal, note !== undefined && this.#note);
  }

  #showProgress(progress: CounterContent['progress']): void {
    if (!progress) return;
    this.#progress.max = progress.goal;
    this.#progress.value = progress.value;
    this.#progress.ariaLabel = progress.label;
    // Room kept for a bar says nothing yet.
    this.#progress.ariaHidden = progress.label === '' ? 'true' : null;
  }
}
