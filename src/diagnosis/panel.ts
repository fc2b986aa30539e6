import type {Problem} from './problem.js';

const STYLE = `
:host { all: initial; position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483647; max-inline-size: calc(100vw - 2rem); color-scheme: light dark; }
section { inline-size: 26rem; max-inline-size: 100%; max-block-size: min(70vh, 36rem); overflow: auto; box-sizing: border-box; padding: 1rem 1.25rem; border: 1px solid #7d6f94; border-radius: .5rem; background: light-dark(#fff, #15111c); color: light-dark(#1f1730, #f2edf8); box-shadow: 0 .5rem 2rem rgb(0 0 0 / .25); font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; overflow-wrap: anywhere; text-align: start; }
h2 { margin: 0; font-size: 1rem; }
.top { display: flex; gap: 1rem; align-items: center; justify-content: space-between; }
ol { display: grid; gap: .75rem; margin: .75rem 0 0; padding: 0; list-style: none; }
li { padding-inline-start: .75rem; border-inline-start: 4px solid light-dark(#a4161a, #ffb3ae); }
li.harms { border-color: #7d6f94; }
p { margin: 0; white-space: pre-line; }
p + p { color: light-dark(#5a4f6e, #b9adc9); }
code { display: block; margin-block-start: .35rem; padding: .4rem .6rem; border-radius: .25rem; background: light-dark(#f6f3f9, #1d1726); font: 13px/1.5 ui-monospace, monospace; user-select: all; }
button { flex: none; min-block-size: 44px; padding: 0 1rem; border: 1px solid #7d6f94; border-radius: .35rem; background: transparent; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#5b2a86, #cdb4f6); outline-offset: 2px; }
`;

const made = <K extends keyof HTMLElementTagNameMap>(name: K, text = '', className = ''): HTMLElementTagNameMap[K] => {
  const node = document.createElement(name);
  node.textContent = text;
  if (className !== '') node.className = className;
  return node;
};

const item = ({what, fix, paste, severity}: Problem): HTMLLIElement => {
  const node = made('li', '', severity);
  node.append(made('p', what), made('p', fix));
  if (paste !== undefined) node.append(made('code', paste));
  return node;
};

/** A small window on the page itself, out of reach of its style sheets, that lists what is wrong until somebody closes it. */
export class Panel {
  readonly #host = made('div');
  readonly #title = made('h2');
  readonly #list = made('ol');
  #isClosed = false;

  constructor() {
    const root = this.#host.attachShadow({mode: 'open'});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const close = made('button', 'Close');
    close.type = 'button';
    close.addEventListener('click', () => {
      this.#isClosed = true;
      this.#host.remove();
    });
    const [section, top] = [made('section'), made('div', '', 'top')];
    section.lang = 'en';
    section.dir = 'ltr';
    section.setAttribute('aria-label', 'What is wrong with sphere-petition on this page');
    // Where it is longer than its window, the keyboard scrolls it.
    section.tabIndex = 0;
    top.append(this.#title, close);
    section.append(top, this.#list);
    root.append(section);
    this.#host.setAttribute('data-sphere-debug', '');
  }

  show(problems: readonly Problem[]): void {
    if (this.#isClosed) return;
    this.#title.textContent = problems.length === 0 ? 'sphere-petition: nothing is wrong here' : `sphere-petition: ${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to look at`;
    this.#list.replaceChildren(...problems.map(item));
    if (!this.#host.isConnected) document.body.append(this.#host);
  }
}
