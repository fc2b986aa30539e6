import type {PropertyValues} from 'lit';
import {defineLocale, type LocaleModule} from '../../src/localization/packs.js';
import {msg} from '../../src/localization/messages.js';
import {SphereElement} from '../../src/localization/sphere-element.js';

/** An element that says hello in its language. */
export class SpeakingElement extends SphereElement {
  static override readonly tag: string = 'speaking-element';

  /** What it said so far, one word for each rendering. */
  readonly said: string[] = [];

  get tongue() {
    return this.locale;
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const paragraph = this.renderRoot.querySelector('p') ?? this.renderRoot.appendChild(document.createElement('p'));
    const {language, direction} = this.locale;
    const hello = msg('Hello', {id: 'test.hello'});
    Object.assign(paragraph, {lang: language, dir: direction, textContent: hello});
    this.said.push(hello);
  }
}
SpeakingElement.define();

/** Shows another one inside it. */
export class HoldingElement extends SpeakingElement {
  static override readonly tag = 'holding-element';

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.renderRoot.append(document.createElement('speaking-element'));
  }
}
HoldingElement.define();

/** The module of a language that knows one word. */
export const words = (hello: string): LocaleModule => ({templates: {'test.hello': hello}});

/** A language whose words arrive when the test says so. */
export const lateLanguage = (language: string) => {
  const late = {loads: 0, arrive: (_: LocaleModule): void => { throw new Error('Nobody asked for it.'); }, fail: (_: unknown): void => { throw new Error('Nobody asked for it.'); }};
  defineLocale(language, () => {
    late.loads++;
    return new Promise((resolve, reject) => {
      late.arrive = resolve;
      late.fail = reject;
    });
  });
  return late;
};

const places: Element[] = [];

/** Puts HTML on the page until the test ends, and gives its first speaking element, which need not have rendered. */
export const place = (content: string, selector = 'speaking-element'): SpeakingElement => {
  const container = document.createElement('div');
  container.innerHTML = content;
  document.body.append(container);
  places.push(container);
  const element = container.querySelector(selector);
  if (element instanceof SpeakingElement) return element;
  throw new Error('Nobody speaks.');
};

/** A shadow root on a new element that stands in `parent`. */
export const shadowIn = (parent: Element | ShadowRoot, content = ''): ShadowRoot => {
  const host = document.createElement('div');
  parent.append(host);
  const root = host.attachShadow({mode: 'open'});
  root.innerHTML = content;
  return root;
};

export const said = (element: SpeakingElement): string | undefined => element.shadowRoot?.querySelector('p')?.textContent;

const {documentElement} = document;
const pageLanguage = documentElement.getAttribute('lang');

/** The page's own language, until the test ends; `null` takes it away. */
export const setPageLanguage = (language: string | null): void => {
  if (language === null) documentElement.removeAttribute('lang');
  else documentElement.setAttribute('lang', language);
};

afterEach(() => {
  for (const container of places.splice(0)) container.remove();
  setPageLanguage(pageLanguage);
});
