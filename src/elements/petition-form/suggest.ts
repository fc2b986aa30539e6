import type {ReactiveElement} from '@lit/reactive-element';
import {suggestEmail} from './email-suggestion.js';

/** What appears moves what is below it: not before a click that has begun there can end. In milliseconds. */
const CLICK = 300;

/** Looks at an e-mail address once it has been typed, and offers the one that was probably meant. */
export class Suggest {
  /** The address that was probably meant. */
  value: string | undefined;
  readonly #form: ReactiveElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: ReactiveElement) {
    this.#form = form;
  }

  /** An answer was given, to whichever question. */
  changed(control: EventTarget | null): void {
    if (!(control instanceof HTMLInputElement) || control.type !== 'email') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const value = suggestEmail(control.value);
      if (value === this.value) return;
      this.value = value;
      this.#form.requestUpdate();
    }, CLICK);
  }

  /** The reader meant it so. */
  readonly accept = (): void => {
    const input = this.#form.renderRoot.querySelector<HTMLInputElement>('input[type=email]');
    if (!input || this.value === undefined) return;
    input.value = this.value;
    this.forget();
    this.#form.requestUpdate();
    input.focus();
  };

  forget(): void {
    clearTimeout(this.#timer);
    this.value = undefined;
  }
}
