import type {ReactiveController, ReactiveElement} from '@lit/reactive-element';

/** Whether its host can be seen: on screen, on a page that is not hidden. What cannot be seen need not be kept up to date. */
export class InView implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #observer: IntersectionObserver;
  #intersects = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#observer = new IntersectionObserver((entries) => {
      this.#intersects = entries.at(-1)?.isIntersecting ?? false;
      host.requestUpdate();
    });
    host.addController(this);
  }

  get value(): boolean {
    return this.#intersects && document.visibilityState === 'visible';
  }

  readonly #changed = () => { this.#host.requestUpdate(); };

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#changed);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#intersects = false;
    document.removeEventListener('visibilitychange', this.#changed);
  }
}
