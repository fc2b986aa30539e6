/** The marks by which a page says where a widget goes, each with its element. */
const KINDS = {'data-sphere-petition': 'sphere-petition', 'data-sphere-counter': 'sphere-counter', 'data-sphere-events': 'sphere-event-list'} as const;

/**
 * The options of the elements. No others: on sites whose authors may write `data-*` but no scripts, `data-onclick` must not become a handler.
 */
const OPTION = /^data-(lang|dir|journey|redirect|source|min-count|heading-level|country|appearance|adapter|setting-.+|isolation|embed)$/;

/** Places that have their widget: one list for the page, however many copies of this script it carries. */
const KEY = Symbol.for('sphere-petition.mounted');
const page = globalThis as {[KEY]?: WeakSet<Element> | undefined};
const mounted = (): WeakSet<Element> => (page[KEY] ??= new WeakSet());

/** The widget that a place asks for, with its options. */
const widgetFor = (place: HTMLElement): HTMLElement | undefined => {
  for (const [mark, tag] of Object.entries(KINDS)) {
    const src = place.getAttribute(mark);
    if (src === null) continue;
    const widget = document.createElement(tag);
    widget.setAttribute('src', src);
    for (const {name, value} of place.attributes) {
      const [, option] = OPTION.exec(name) ?? [];
      if (option) widget.setAttribute(option, value);
    }
    // By the CSSOM, which no policy forbids.
    const {theme, accent = ''} = place.dataset;
    if (theme) widget.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : 'light dark';
    const colour = accent.replace(/^(?=[\da-f]{3,8}$)/i, '#');
    if (CSS.supports('color', colour)) widget.style.setProperty('--sphere-accent', colour);
    return widget;
  }
  return undefined;
};

/** Whether the parser has left the element, with all that its author wrote inside. */
const isComplete = (element: Element): boolean => {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return document.readyState !== 'loading';
};

const mountAll = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>(Object.keys(KINDS).map((mark) => `div[${mark}]`).join())) {
    if (mounted().has(place) || !isComplete(place)) continue;
    mounted().add(place);
    // A page builder may have kept what stood here, widget and all.
    if (place.querySelector(Object.values(KINDS).join())) continue;
    const widget = widgetFor(place);
    if (!widget) continue;
    widget.append(...place.childNodes);
    place.append(widget);
  }
};

/** Puts a widget into each `<div data-sphere-…>` of the page, now and later, with what its author wrote there as its fallback. */
export const mountPlaces = (): void => {
  new MutationObserver(mountAll).observe(document, {childList: true, subtree: true});
  document.addEventListener('DOMContentLoaded', mountAll);
  mountAll();
};

/** Puts a widget behind the script's own tag, where that tag asks for one. */
export const mountInPlace = (script: HTMLOrSVGScriptElement | null): void => {
  const widget = script instanceof HTMLElement && widgetFor(script);
  if (!widget) return;
  if (script.parentElement?.localName === 'head') console.warn('sphere-petition: a script in <head> has no place to show a petition at. Move it to where the petition goes.');
  else script.after(widget);
};
