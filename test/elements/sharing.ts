import {all, find} from './support.js';

/** What the page's devices were given in this test. */
export interface Devices {
  readonly copied: string[];
  readonly shared: ShareData[];
  /** By which ways the page heard that the petition was passed on. */
  readonly heard: string[];
}

/** What a device does. */
export interface Abilities {
  /** Absent: there is no menu of the device's own. */
  readonly share?: (data: ShareData) => Promise<void>;
  readonly accepts?: boolean;
  readonly writes?: boolean;
}

const restore: (() => void)[] = [];

const replace = (object: object, name: string, value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {configurable: true, writable: true, value});
  restore.push(() => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  });
};

/** Stands in for the clipboard, the device's own menu and other pages, until the test ends. */
export const useDevices = ({share, accepts = true, writes = true}: Abilities = {}): Devices => {
  const devices: Devices = {copied: [], shared: [], heard: []};
  replace(navigator, 'clipboard', {
    writeText: async (text: string) => {
      if (!writes) throw new DOMException('The request is not allowed.', 'NotAllowedError');
      devices.copied.push(text);
    },
  });
  if (share) {
    replace(navigator, 'canShare', () => accepts);
    replace(navigator, 'share', async (data: ShareData) => {
      devices.shared.push(data);
      await share(data);
    });
  } else {
    // Some of the browsers that the tests run in have one.
    replace(Navigator.prototype, 'canShare', () => false);
  }
  const hear = ({channel}: {readonly channel: string}) => { devices.heard.push(channel); };
  const stay = (event: Event) => { if (event.composedPath().some((each) => each instanceof HTMLAnchorElement)) event.preventDefault(); };
  document.addEventListener('sphere-shared', hear);
  document.addEventListener('click', stay);
  restore.push(() => {
    document.removeEventListener('sphere-shared', hear);
    document.removeEventListener('click', stay);
  });
  return devices;
};

/** Lets the page be one whose origin is hidden, as in a sandbox. Before anything has asked often: WebKit then remembers the answer. */
export const useSandbox = (): void => { replace(window, 'origin', 'null'); };

afterEach(() => {
  for (const undo of restore.splice(0).reverse()) undo();
});

/** Unfolds the other ways. */
export const unfold = async (share: Element): Promise<void> => { (await find(share, '[part=more]')).click(); };

/** A way, by its name. */
export const way = (share: Element, name: string): HTMLElement => {
  const found = all(share, '[part=way]').find(({textContent}) => textContent.trim() === name);
  if (!found) throw new Error(`There is no way called ${name}.`);
  return found;
};

/** Where a way leads, taken apart. */
export const leadsTo = (share: Element, name: string): URL => new URL(way(share, name).getAttribute('href') ?? '');
