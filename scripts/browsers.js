// @ts-check
// Finds the browsers that the tests run in. Uses node built-ins alone: it runs before anything is installed.
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {env, platform} from 'node:process';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {readonly Engine[]} */
export const allEngines = ['chromium', 'firefox', 'webkit'];

/** @param {string} file */
const runs = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} command */
const onPath = (command) => (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command));

/** @param {readonly string[]} candidates Commands of the PATH, and absolute paths. */
const first = (...candidates) => candidates.flatMap((each) => (/[\\/]/.test(each) ? [each] : onPath(each))).find(runs);

const windowsFolders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined);

const chromium = () => {
  // Asked for by name and not there is a mistake to report, not a reason to test another browser in silence.
  if (env['CHROME_PATH']) return first(env['CHROME_PATH']);
  return first(
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windowsFolders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  );
};

const firefox = () =>
  first(
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windowsFolders.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  );

/** WebKitGTK's small browser, its driver, and a screen for it where there is none. */
const webkit = () => {
  if (platform !== 'linux') return undefined;
  const machine = {x64: 'x86_64', arm64: 'aarch64'}[/** @type {string} */ (process.arch)] ?? process.arch;
  const browser = first(...['4.1', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`));
  const screen = env['DISPLAY'] || first('Xvfb');
  return first('WebKitWebDriver') && screen ? browser : undefined;
};

/** @returns {Partial<Record<Engine, string>>} Each browser that is there, and its executable. */
export const findBrowsers = () => {
  const found = {chromium: chromium(), firefox: firefox(), webkit: webkit()};
  return Object.fromEntries(Object.entries(found).filter(([, path]) => path !== undefined));
};

/** The engines to test in: all, or what `ENGINES=chromium,firefox` narrows them to. */
export const wantedEngines = () => {
  const named = (env['ENGINES'] ?? '').split(',').filter(Boolean);
  const unknown = named.filter((name) => !allEngines.some((engine) => engine === name));
  if (unknown.length > 0) throw new Error(`ENGINES names ${unknown.join(', ')}, but knows ${allEngines.join(', ')} only.`);
  return named.length > 0 ? allEngines.filter((engine) => named.includes(engine)) : allEngines;
};
