import {html, render} from 'lit/html.js';
import type {Pinned} from '../../dist/snippet/choice.js';
import {findPetition, type Finding} from './find-petition.js';
import {findPinned} from './release.js';
import {readSettings, writeSettings, type Settings} from './settings.js';
import {renderCheck} from './views/check.js';
import {renderDocument} from './views/document.js';
import {renderHeader} from './views/header.js';
import {renderSnippet} from './views/snippet.js';

/** How long somebody is left to type before the address is looked at, in milliseconds. */
const PAUSE = 400;

let settings = readSettings(new URL(location.href));
let finding: Finding = {status: 'empty'};
let pinned: Pinned | undefined;
let search = new AbortController();

const draw = (): void => {
  const app = {settings, finding, pinned, change, redraw: draw};
  const task = {snippet: renderSnippet, check: renderCheck, document: renderDocument}[settings.task];
  render(html`${renderHeader(app)}<main class="wide">${task(app)}</main>
    <footer class="wide foot"><p>Nothing that you enter here is sent to us or kept. Your own browser reads the petition; what you chose stands in this page’s address.</p></footer>`, document.body);
};

const find = async (pause: number): Promise<void> => {
  search.abort();
  search = new AbortController();
  const {signal} = search;
  finding = {status: settings.src.trim() === '' ? 'empty' : 'reading'};
  draw();
  await new Promise((resolve) => { setTimeout(resolve, pause); });
  // Somebody who goes on typing has begun another search.
  const isOver = () => signal.aborted;
  const found = isOver() ? undefined : await findPetition(settings.src, signal).catch(() => undefined);
  if (isOver() || !found) return;
  finding = found;
  draw();
};

const change = (changed: Partial<Settings>): void => {
  const before = settings;
  settings = {...settings, ...changed};
  history.replaceState(null, '', writeSettings(settings, new URL(location.href)));
  if (settings.src === before.src) draw();
  else void find(PAUSE);
};

// A task is a place on this page: links lead there, and “back” leads back.
addEventListener('hashchange', () => {
  settings = readSettings(new URL(location.href));
  draw();
  document.querySelector<HTMLElement>('h1')?.focus();
});

void findPinned().then((found) => {
  pinned = found;
  draw();
});
void find(0);
