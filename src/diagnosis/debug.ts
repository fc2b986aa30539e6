/**
 * What `data-debug` on our script tag fetches: the same rules as “Check my page”, on the page itself, with what only the browser knows. In English,
 * as its console is.
 *
 * @module
 */
import {diagnose} from './diagnose.js';
import {hear, type Heard} from './heard.js';
import {Panel} from './panel.js';

/** How long scripts, elements and reports have to arrive before a page is judged, in milliseconds. */
const PATIENCE = 1500;

let panel: Panel | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const look = (heard: Heard): void => {
  panel ??= new Panel();
  const found = diagnose({document, address: new URL(location.href), isDefined: (tag) => customElements.get(tag) !== undefined});
  const all = new Map([...found, ...heard.problems()].map((problem) => [problem.what, problem]));
  panel.show([...all.values()]);
};

const start = (): void => {
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, PATIENCE, heard);
  };
  const heard = hear(soon);
  soon();
};

if (document.readyState === 'complete') start();
else addEventListener('load', start, {once: true});
