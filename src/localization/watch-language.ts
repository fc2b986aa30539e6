/** Elements that want to hear when a `lang` somewhere on the page changes, and the roots that are watched for them. */
const listeners = new Set<() => void>();
const watched = new WeakSet<Node>();

let observer: MutationObserver | undefined;

/**
 * Calls `changed` whenever a `lang` attribute changes around the element, in the document or in any of the shadow trees
 * that it stands in. One observer serves all elements. Returns how to stop.
 */
export const watchLanguage = (element: Element, changed: () => void): (() => void) => {
  observer ??= new MutationObserver(() => { for (const listener of listeners) listener(); });
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    if (!watched.has(root)) {
      watched.add(root);
      observer.observe(root, {subtree: true, attributes: true, attributeFilter: ['lang']});
    }
    if (!(root instanceof ShadowRoot)) break;
  }
  listeners.add(changed);
  return () => { listeners.delete(changed); };
};
