import {badgeAddress, frameAddress} from './addresses.js';
import {optionsOf, type Choice, type Form, type Pinned, type Widget} from './choice.js';
import {escaped, link, tag, type Attribute} from './markup.js';

/** The element of each widget, the script that loads little else, the mark of a `<div>` that becomes it, and the shortcode of the WordPress plugin. */
export const ELEMENTS = {
  petition: {tag: 'sphere-petition', script: 'sphere-petition.js', mark: 'data-sphere-petition', shortcode: 'sphere_petition'},
  form: {tag: 'sphere-petition-form', script: 'sphere-petition.js', mark: undefined, shortcode: undefined},
  counter: {tag: 'sphere-counter', script: 'counter.js', mark: 'data-sphere-counter', shortcode: 'sphere_counter'},
  number: {tag: 'sphere-counter', script: 'counter.js', mark: 'data-sphere-counter', shortcode: 'sphere_counter'},
  events: {tag: 'sphere-event-list', script: 'event-list.js', mark: 'data-sphere-events', shortcode: 'sphere_events'},
} as const satisfies Record<Widget, {tag: string; script: string; mark: string | undefined; shortcode: string | undefined}>;

/** How high a frame is until it says so itself, in pixels. */
const HEIGHTS: Readonly<Record<Widget, number>> = {petition: 900, form: 760, counter: 160, number: 160, events: 640};

/** The widget's own attributes, after its address. */
const settings = (choice: Choice): Attribute[] => [
  ['lang', choice.lang],
  ['appearance', choice.widget === 'number' ? 'inline' : undefined],
  ...optionsOf(choice),
];

/** The same where nothing but attributes can be said. */
const data = (choice: Choice): Attribute[] => [...settings(choice), ['theme', choice.theme] as const, ['accent', choice.accent] as const].map(([name, value]) => [`data-${name}`, value]);

/** The widget's content: what is seen before the script has run, and where it does not run. A counter sets it as large as its number, which a link is not to be. */
const fallback = ({widget, src, words}: Choice): string =>
  /^(counter|number)$/.test(widget) && words.number !== undefined ? escaped(words.number) : link(src, words.link);

/** Whole in one file: a hash of an entry would say nothing of what it loads. */
const pinnedScript = ({folder, integrity}: Pinned): Attribute[] => [['async', true], ['src', `${folder}sphere-petition.bundle.js`], ['integrity', integrity], ['crossorigin', 'anonymous']];

const script = (attributes: readonly Attribute[]): string => `${tag('script', attributes)}</script>`;

const elementScript = ({scripts, pinned, widget}: Choice): string => script(pinned ? pinnedScript(pinned) : [['type', 'module'], ['src', scripts + ELEMENTS[widget].script]]);

const element = (choice: Choice): string => `${tag(ELEMENTS[choice.widget].tag, [['src', choice.src], ...settings(choice)])}${fallback(choice)}</${ELEMENTS[choice.widget].tag}>`;

const colours = ({widget, theme, accent}: Choice): string | undefined => {
  const rules = [accent && `--sphere-accent:${accent}`, theme && `color-scheme:${theme}`].filter(Boolean);
  return rules.length === 0 ? undefined : `<style>${ELEMENTS[widget].tag}{${rules.join(';')}}</style>`;
};

const lines = (...all: readonly (string | undefined)[]): string => all.filter((line) => line !== undefined).join('\n');

const siteScriptAttributes = ({scripts, pinned}: Pick<Choice, 'scripts' | 'pinned'>): Attribute[] =>
  pinned ? pinnedScript(pinned) : [['async', true], ['src', `${scripts}sphere-petition.iife.js`]];

/** The script that makes a widget of every marked `<div>`, once on the whole site. */
export const siteScript = (choice: Pick<Choice, 'scripts' | 'pinned'>): string => script(siteScriptAttributes(choice));

const mount = (choice: Choice): string | undefined => {
  const {mark} = ELEMENTS[choice.widget];
  return mark && `${tag('div', [[mark, choice.src], ...data(choice)])}${fallback(choice)}</div>`;
};

const frame = (choice: Choice): string | undefined => {
  const address = frameAddress(choice);
  if (address === undefined) return undefined;
  const {pinned, scripts, widget, words} = choice;
  const checked: Attribute[] = pinned?.resize ? [['integrity', pinned.resize], ['crossorigin', 'anonymous']] : [];
  const attributes: Attribute[] = [['src', address], ['title', words.title], ['width', '100%'], ['height', String(HEIGHTS[widget])], ['frameborder', '0'], ['loading', 'lazy'], ['allow', 'clipboard-write; web-share']];
  return lines(`${tag('iframe', attributes)}${link(choice.src, words.link)}</iframe>`, script([['async', true], ['src', `${pinned ? pinned.folder : scripts}resize.js`], ...checked]));
};

/** In Markdown a bracket ends the words, and a parenthesis the address. */
const inMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&');

const writers: Readonly<Record<Form, (choice: Choice) => string | undefined>> = {
  element: (choice) => lines(elementScript(choice), colours(choice), element(choice)),
  mount,
  place: (choice) => {
    const {mark} = ELEMENTS[choice.widget];
    // A script whose attributes are settings: without it nothing is seen, so the link stands beside it.
    return mark && `${tag('script', [...siteScriptAttributes(choice), [mark, choice.src], ...data(choice)])}</script><noscript>${link(choice.src, choice.words.link)}</noscript>`;
  },
  package: (choice) => lines(`import 'sphere-petition/define/${ELEMENTS[choice.widget].tag}';`, element(choice)),
  settings: (choice) => lines(
    // As a module or as a classic script: whichever way it is loaded there.
    `Server URL: ${choice.pinned ? `${choice.pinned.folder}sphere-petition.bundle.js` : `${choice.scripts}sphere-petition.iife.js`}`,
    `Tag name: ${ELEMENTS[choice.widget].tag}`,
    ...[['src', choice.src] as const, ...settings(choice)].flatMap(([name, value]) => (typeof value === 'string' ? [`Attribute ${name}: ${value}`] : [])),
  ),
  shortcode: (choice) => {
    const {shortcode} = ELEMENTS[choice.widget];
    const attributes: Attribute[] = [['src', choice.src], ...settings(choice), ['theme', choice.theme], ['accent', choice.accent]];
    // A bracket would end it.
    return shortcode && `[${tag(shortcode, attributes).slice(1, -1).replaceAll('[', '%5B').replaceAll(']', '%5D')}]`;
  },
  // An address says nothing but which petition and in which language.
  address: ({server, src, lang, widget}) => (server && widget === 'petition' ? `${src}${lang ? `?lang=${encodeURIComponent(lang)}` : ''}` : undefined),
  frame,
  'frame-address': frameAddress,
  'badge-html': (choice) => {
    const picture = badgeAddress(choice, 'png');
    return picture && `${tag('a', [['href', choice.src]])}${tag('img', [['src', picture], ['alt', `${choice.words.title} – ${choice.words.link}`]])}</a>`;
  },
  'badge-markdown': (choice) => {
    const picture = badgeAddress(choice, 'svg');
    return picture && `[![${inMarkdown(`${choice.words.title} – ${choice.words.link}`)}](${picture})](${choice.src})`;
  },
};

/**
 * What somebody pastes: one line a tag, no blank line and no script inside, so that no editor breaks it. Undefined where the widget cannot be had in
 * this form.
 *
 * @example snippet('element', {widget: 'counter', src: 'https://petition.example.org/petitions/safe-exit', scripts: 'https://petition.example.org/v1/', words})
 */
export const snippet = (form: Form, choice: Choice): string | undefined => writers[form](choice);
