/**
 * What `<script src="…/resize.js">` does on a page with frames of ours: gives each the height that it asks for, tells it whether the page is light or dark, and goes where the frame's own
 * address says (`redirect`) once the reader is done. It believes nobody but the frame itself, and takes an address from nobody.
 */
import {frameMessage, type ThemeMessage} from '../contract/frame-message.js';

/** Pasted twice, it acts once. */
const KEY = Symbol.for('sphere-petition.resize');

/** The frames on this page that show a page of ours, with their addresses. */
const frames = (): {frame: HTMLIFrameElement; address: URL}[] =>
  [...document.querySelectorAll('iframe')].flatMap((frame) => (/\/embed\/[^/]+$/.test(URL.canParse(frame.src) ? new URL(frame.src).pathname : '') ? [{frame, address: new URL(frame.src)}] : []));

/** Tells a frame whose address leaves it open whether the page is light or dark where it stands. */
const tellTheme = ({frame, address}: {frame: HTMLIFrameElement; address: URL}): void => {
  if (/^(light|dark)$/.test(address.searchParams.get('theme') ?? '')) return;
  const {style} = frame;
  const {color} = style;
  style.color = 'light-dark(#fff, #000)';
  const message: ThemeMessage = {type: 'sphere:theme', theme: getComputedStyle(frame).color === 'rgb(0, 0, 0)' ? 'dark' : 'light'};
  style.color = color;
  frame.contentWindow?.postMessage(message, '*');
};

const hear = ({source, data}: MessageEvent<unknown>): void => {
  const message = frameMessage(data);
  if (!message) return;
  for (const each of frames()) {
    const {frame, address} = each;
    if (frame.contentWindow !== source) continue;
    if (message.type === 'sphere:size') {
      const border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${message.height + border}px`;
    }
    else if (message.type === 'sphere:state') {
      if (message.state === 'ready') tellTheme(each);
    } else {
      const redirect = address.searchParams.get('redirect') ?? '';
      if (/^https:\/\//i.test(redirect)) location.assign(redirect);
    }
  }
};

const page = globalThis as {[KEY]?: true};
if (!page[KEY]) {
  page[KEY] = true;
  addEventListener('message', hear);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { frames().forEach(tellTheme); });
}
