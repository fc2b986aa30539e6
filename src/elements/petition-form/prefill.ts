/** What the address said to begin the answers with: `sphere_country=FR`, each as it stood there. In the page's memory and nowhere else. */
export const prefill: {parts: readonly string[]} = {parts: []};

/** The fragment that a sandbox would not let go. */
let stuck = '';

/** Takes the answers out of the address's fragment, so that they are in no log, no bookmark and no screenshot. What else is in it stays. */
export const takePrefill = (): void => {
  const {hash, href} = location;
  const all = hash.slice(1).split('&');
  const parts = all.filter((part) => /^sphere_[^=]+=/.test(part));
  if (parts.length === 0 || hash === stuck) return;
  prefill.parts = parts;
  stuck = hash;
  const rest = all.filter((part) => !parts.includes(part)).join('&');
  try {
    history.replaceState(history.state, '', href.slice(0, -hash.length) + (rest && `#${rest}`));
    stuck = '';
  } catch { /* It is used all the same. */ }
};
