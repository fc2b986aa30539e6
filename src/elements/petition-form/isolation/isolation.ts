import type {ReactiveController, ReactiveElement} from '@lit/reactive-element';
import type {TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../../contract/adapter.js';
import {BackendError} from '../../../contract/error.js';
import {frameMessage, type FrameMessage} from '../../../contract/frame-message.js';
import type {Petition} from '../../../contract/petition.js';
import {report} from '../../../controllers/report.js';
import type {Locale} from '../../../localization/locale.js';
import type {PetitionStore} from '../../../stores/petition-store.js';
import {renderReadingFailure} from '../../failure.js';
import {LeaveEvent, SignedEvent} from '../events.js';
import {redirectOf} from '../plan.js';
import {settingOf} from '../setting.js';
import {frameAddress} from './address.js';
import {renderFrame} from './frame-view.js';
import {styles} from './frame.styles.js';
import {lookOf} from './look.js';

/** How long a frame may say nothing before it is given up: since it was put into the page, and since it was loaded. In milliseconds. */
const PATIENCE = {start: 30_000, load: 5_000} as const;

const NOWHERE = new BackendError('configuration', 'The form is to stand in a frame, and the petition’s document names no page for frames ("embed"): a link to the petition is shown.');

/** What a frame is made of. */
export interface Framed {
  readonly petition: Petition;
  readonly adapter: BackendAdapter;
  readonly store: PetitionStore | undefined;
  readonly locale: Locale;
  /** That of the page, in which the petition has been read. */
  readonly language: string;
  readonly level: number;
}

/**
 * A form in a frame of its own, whose page shares nothing with this one: what is typed there this page's scripts cannot read. Only the frame's height, how far signing has come, that
 * the reader is done, and this page's look go from one to the other.
 */
export class Isolation implements ReactiveController {
  readonly #form: ReactiveElement;
  /** Kept: another would be loaded anew, and what was typed would be lost. */
  #address: string | undefined;
  #framed: Framed | undefined;
  #height: number | undefined;
  /** Whether the frame has said anything. */
  #isAlive = false;
  #failure: BackendError | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #look = '';

  /** @param isolation What the page says: `frame`. Whatever else it is was meant to isolate. */
  constructor(form: ReactiveElement, isolation: string) {
    this.#form = form;
    if (isolation !== 'frame') console.warn(`<${form.localName} isolation="${isolation}">: there is no such isolation, so it is taken for "frame", the only one.`);
    if (styles.styleSheet) form.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
    form.addController(this);
  }

  /** The frame, or what happened to it; nothing where the petition names no page for frames. */
  render(framed: Framed): TemplateResult | undefined {
    const {petition, store} = framed;
    if (this.#framed?.store !== store) {
      this.#address = undefined;
      this.#start();
    }
    this.#framed = framed;
    this.#address ??= frameAddress(this.#form, petition.embed, store?.src ?? '', framed);
    if (this.#address === undefined) {
      report(this.#form, NOWHERE);
      return undefined;
    }
    if (this.#failure) return renderReadingFailure(this.#failure, this.#retry);
    return renderFrame({address: this.#address, height: this.#height, loaded: () => { this.#wait(PATIENCE.load); }, changed: this.#tellLook});
  }

  /** Whether what is shown is a failure, beside which the way out stands. */
  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  hostConnected(): void {
    addEventListener('message', this.#hear);
    // A frame that is put into the page again is loaded again.
    this.#start();
  }

  hostDisconnected(): void {
    removeEventListener('message', this.#hear);
    clearTimeout(this.#timer);
    const signing = this.#framed?.store?.signing;
    // Nobody will hear what became of it.
    if (signing?.value.status === 'sending') signing.value = {status: 'idle'};
  }

  hostUpdated(): void {
    this.#tellLook();
  }

  get #frame(): HTMLIFrameElement | null {
    return this.#form.renderRoot.querySelector('iframe');
  }

  #start(): void {
    this.#height = this.#failure = undefined;
    this.#isAlive = false;
    this.#look = '';
    this.#wait(PATIENCE.start);
  }

  #wait(patience: number): void {
    clearTimeout(this.#timer);
    if (this.#isAlive) return;
    this.#timer = setTimeout(() => {
      this.#failure = new BackendError('unavailable', 'The frame with the form has said nothing: its page cannot be reached, or a content security policy here keeps it out (frame-src).');
      report(this.#form, this.#failure);
      this.#form.requestUpdate();
    }, patience);
  }

  readonly #retry = () => {
    this.#start();
    this.#form.requestUpdate();
  };

  readonly #hear = ({source, data}: MessageEvent<unknown>) => {
    const frame = this.#frame;
    if (!frame?.contentWindow || source !== frame.contentWindow) return;
    const message = frameMessage(data);
    if (!message) return;
    this.#isAlive = true;
    clearTimeout(this.#timer);
    this.#take(message);
  };

  #take(message: FrameMessage): void {
    switch (message.type) {
      case 'sphere:size':
        this.#height = message.height;
        this.#form.requestUpdate();
        break;
      case 'sphere:exit': {
        const redirect = redirectOf(settingOf(this.#form, 'redirect') ?? '');
        if (redirect && this.#form.dispatchEvent(new LeaveEvent())) location.assign(redirect);
        break;
      }
      case 'sphere:state':
        if (message.state === 'ready') {
          this.#look = '';
          this.#tellLook();
        } else this.#move(message);
    }
  }

  /** What the frame says of signing is so on this page too: the counter counts it, the page's own scripts hear that somebody signed. */
  #move(message: Extract<FrameMessage, {readonly state: string}>): void {
    const store = this.#framed?.store;
    if (!store || message.state === 'ready') return;
    if (message.state !== 'signed') {
      store.signing.value = {status: message.state};
      return;
    }
    const {status, receivedAt} = message;
    store.signing.value = {status: 'signed', receipt: {status, receivedAt}};
    store.tally.addOwn({status, receivedAt});
    this.#form.dispatchEvent(new SignedEvent(status));
  }

  readonly #tellLook = () => {
    const frame = this.#frame;
    if (!frame || !this.#framed) return;
    const look = lookOf(frame, this.#framed.language);
    const said = JSON.stringify(look);
    if (said === this.#look) return;
    this.#look = said;
    // Its origin is nobody's, so that no other can be named; how a page looks is no secret.
    frame.contentWindow?.postMessage(look, '*');
  };
}
