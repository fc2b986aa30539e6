/** Elements that not every page has, and how each is registered once a page has it. */
const rarer: Record<string, () => Promise<unknown>> = {
  'sphere-event-list': () => import('../define/sphere-event-list.js'),
  'sphere-share': () => import('../define/sphere-share.js'),
};

const look = (): void => {
  for (const [tag, load] of Object.entries(rarer)) {
    if (!document.querySelector(tag)) continue;
    delete rarer[tag];
    // Whoever is offline now may not be when the page changes next; what stands inside the tags is seen until then.
    load().catch(() => { rarer[tag] = load; });
  }
};

/** Registers the rarer elements as soon as the page has one, however late. */
export const registerOnDemand = (): void => {
  new MutationObserver(look).observe(document, {childList: true, subtree: true});
  look();
};
