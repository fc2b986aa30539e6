/** How often a page is measured, whether anybody sees it or not, and for how long it must stay the same until that ends. In milliseconds. */
const PACE = 250;
const CALM = 60_000;

/** Tells how tall the page is, in CSS pixels, whenever that changes. */
export const watchHeight = (tell: (height: number) => void): void => {
  let latest: number | undefined;
  let calm = 0;
  const measure = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === latest) return;
    latest = height;
    calm = 0;
    tell(height);
  };
  new ResizeObserver(measure).observe(document.documentElement);
  // Browsers do not draw a frame that is far below, or that WordPress hides, and nothing is observed in it; but it can be measured.
  const timer = setInterval(() => {
    measure();
    calm += PACE;
    if (calm >= CALM) clearInterval(timer);
  }, PACE);
};
