import {executeServerCommand} from '@web/test-runner-commands';

export type MediaFeature = 'prefers-color-scheme' | 'prefers-reduced-motion' | 'forced-colors';

let emulates = false;

afterEach(async () => {
  if (emulates) await executeServerCommand('sphere:media', []);
  emulates = false;
});

/**
 * Lets the page see other media features until the test ends. Says whether this browser can: Chromium only.
 *
 * @example if (!(await setMedia({'forced-colors': 'active'}))) this.skip();
 */
export const setMedia = async (features: Partial<Record<MediaFeature, string>>): Promise<boolean> => {
  const list = Object.entries(features).map(([name, value]) => ({name, value}));
  emulates = await executeServerCommand<boolean, typeof list>('sphere:media', list);
  return emulates;
};

/** Sizes the page in CSS pixels. WebKitGTK's window is never narrower than about 450. Each test file begins at 800 × 600. */
export const setViewport = (width: number, height: number): Promise<boolean> => executeServerCommand('sphere:viewport', {width, height});
