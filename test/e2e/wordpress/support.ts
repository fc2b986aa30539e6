import type {FrameLocator, Page} from 'playwright-core';
import {CANARY, fill} from '../support.js';
import type {Site, User} from './site.js';

/** Turns the plugin on, as an administrator does. */
export const activate = async (site: Site): Promise<void> => {
  const {status} = await site.rest('admin', 'POST', '/wp/v2/plugins/sphere-petition/sphere-petition', {status: 'active'});
  if (status !== 200) throw new Error(`The plugin was not turned on: ${String(status)}.`);
};

/** What the settings page would keep. */
export const configure = (site: Site, settings: {hosts: readonly string[]; folder?: string; everywhere?: boolean}): Promise<unknown> =>
  site.call(['update_option', 'sphere-petition', {folder: '', everywhere: false, ...settings}]);

/** What WordPress kept of a post. */
export const contentOf = async (site: Site, address: string): Promise<string> => {
  const [content] = await site.call(['get_post_field', 'post_content', Number(new URL(address).searchParams.get('p'))]);
  return String(content);
};

/** Signs what is open: the first form that is there, or in a frame. */
export const sign = async (page: Page, place: Page | FrameLocator = page): Promise<void> => {
  const within = place.locator('sphere-petition-form').first();
  await within.locator('button[type=submit]').waitFor();
  await fill(page, within);
  await within.locator('button[type=submit]').click();
  await within.locator('[part=thanks]').waitFor();
};

export const logIn = async (page: Page, site: Site, user: User): Promise<void> => {
  await page.goto(`${site.url}/wp-login.php`);
  // WordPress takes the focus there by itself, a moment after all is loaded; whoever types before is typing into the wrong field then.
  await page.locator('#user_login:focus').waitFor();
  await page.locator('#user_login').fill(user);
  await page.locator('#user_pass').fill(user);
  await page.locator('#wp-submit').click();
  await page.locator('#wpadminbar').waitFor();
};

/** Addresses that carry somebody's answers. There should be none. */
export const telling = (requests: readonly string[]): string[] => requests.filter((url) => decodeURIComponent(url).includes(CANARY.familyName));
