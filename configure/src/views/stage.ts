import type {ElementPart} from 'lit/html.js';
import {directive} from 'lit/directive.js';
import {AsyncDirective} from 'lit/async-directive.js';

/** Lower than this nothing is worth looking at; higher, the page is scrolled in its frame. In pixels. */
const LEAST = 96;
const MOST = 900;
/** Until the page has said how high it is, which it does only once it is in view. */
const FIRST = 480;

/** What the preview says of itself: nothing but how high it is. */
const heightIn = (data: unknown): number | undefined =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'preview:height' && 'height' in data && typeof data.height === 'number' && Number.isFinite(data.height) ? data.height : undefined;

/** Shows the frame inside an element as wide as a page would be, made smaller where there is less room. */
class Fit extends AsyncDirective {
  #stage: HTMLElement | undefined;
  #width = 0;
  #height = FIRST;
  readonly #watch = new ResizeObserver(() => { this.#place(); });
  readonly #hear = ({source, data}: MessageEvent) => {
    const height = heightIn(data);
    if (height === undefined || source === null || source !== this.#stage?.querySelector('iframe')?.contentWindow) return;
    this.#height = height;
    this.#place();
  };

  override render(_width: number): undefined {
    return undefined;
  }

  override update({element}: ElementPart, [width]: [number]): undefined {
    if (!(element instanceof HTMLElement)) return undefined;
    this.#width = width;
    if (this.#stage !== element) {
      this.#stage = element;
      this.reconnected();
    }
    queueMicrotask(() => { this.#place(); });
    return undefined;
  }

  protected override disconnected(): void {
    this.#watch.disconnect();
    removeEventListener('message', this.#hear);
  }

  protected override reconnected(): void {
    if (this.#stage) this.#watch.observe(this.#stage);
    addEventListener('message', this.#hear);
  }

  #place(): void {
    const frame = this.#stage?.querySelector('iframe');
    if (!this.#stage || !frame) return;
    const scale = Math.min(1, this.#stage.clientWidth / this.#width);
    const height = Math.min(Math.max(this.#height, LEAST), MOST / scale);
    frame.style.width = `${this.#width}px`;
    frame.style.height = `${height}px`;
    frame.style.transform = `scale(${scale})`;
    this.#stage.style.blockSize = `${Math.ceil(height * scale)}px`;
  }
}

export const fit = directive(Fit);
