import type {ReactiveController, ReactiveControllerHost} from '@lit/reactive-element';
import type {Observable} from '../stores/observable.js';

/**
 * Renders its host whenever an observable changes. Which one is asked anew before every update, so that another store, a
 * move in the document and leaving it need no code of their own.
 */
export class Observe<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Observable<T> | undefined;
  readonly #wanted: () => boolean;
  #source: Observable<T> | undefined;
  #stop: (() => void) | undefined;
  /** An update may still be under way when its host leaves the document. */
  #connected = false;

  /** @param wanted Whether changes matter now; the last value stays readable when they do not. */
  constructor(host: ReactiveControllerHost, find: () => Observable<T> | undefined, wanted = () => true) {
    this.#host = host;
    this.#find = find;
    this.#wanted = wanted;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#find()?.value;
  }

  hostUpdate(): void {
    const source = this.#connected && this.#wanted() ? this.#find() : undefined;
    if (source === this.#source) return;
    this.#stop?.();
    this.#source = source;
    this.#stop = source?.subscribe(() => { this.#host.requestUpdate(); });
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#source = undefined;
  }
}
