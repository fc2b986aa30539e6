import {cleanTag} from '../../dist/localization/tag.js';
import {OPTIONS, type Choice, type Pinned} from '../../dist/snippet/choice.js';
import {servedAt} from '../../dist/snippet/server.js';
import {snippet} from '../../dist/snippet/snippet.js';
import {cleanAccent, cleanOption} from './clean.js';
import {OPTION_NAMES, type Settings} from './settings.js';
import {TOOLS, type Tool, type Way} from './tools.js';
import {wordsIn} from './words.js';

/** What of the petition a snippet says. */
export interface Known {
  readonly src: string;
  readonly title: string;
  readonly language: string;
  readonly count?: number | undefined;
}

/** A way that is open for this petition and widget, with what to paste. */
export interface Offer extends Way {
  readonly text: string;
}

/** All that is to be said to somebody who has chosen. */
export interface Plan {
  readonly choice: Choice;
  readonly tool: Tool;
  /** Every way that is open; none where the tool bears nothing that this petition has. */
  readonly offers: readonly Offer[];
  /** The one that was chosen, or the first. */
  readonly offer: Offer | undefined;
  readonly closed: string | undefined;
}

/** What the snippet writer is told. */
export const choiceOf = (settings: Settings, {src, title, language, count}: Known, scripts: string, pinned: Pinned | undefined): Choice => {
  const lang = cleanTag(settings.lang);
  const words = wordsIn(lang ?? language);
  const options = OPTION_NAMES.filter((name) => OPTIONS[settings.widget].some((own) => own === name))
    .flatMap((name) => {
      const value = cleanOption(name, settings.options[name] ?? '');
      return value === undefined ? [] : [[name, value] as const];
    });
  return {
    widget: settings.widget,
    src,
    scripts,
    pinned: settings.pinned ? pinned : undefined,
    server: servedAt(src),
    lang,
    theme: settings.theme === 'auto' ? undefined : settings.theme,
    accent: cleanAccent(settings.accent),
    options: Object.fromEntries(options),
    words: {link: settings.widget === 'events' ? words.events : words.sign, title, number: count?.toLocaleString(lang ?? language)},
  };
};

/** Why a tool bears nothing of what was chosen. */
const whyClosed = ({server, widget}: Choice, {label, ways}: Tool): string => {
  if (!server && ways.every(({form}) => /^(frame|badge|address)/.test(form))) {
    return `${label} takes only what a petition server offers: a page for frames, or a picture. This petition is a file, and has neither. Link to the page where it can be signed.`;
  }
  return widget === 'petition' ? `There is no form of the petition that ${label} takes.` : `${label} takes no such widget. Choose the whole petition.`;
};

export const planOf = (settings: Settings, known: Known, scripts: string, pinned: Pinned | undefined): Plan => {
  const choice = choiceOf(settings, known, scripts, pinned);
  const tool = TOOLS.find(({name}) => name === settings.tool) ?? TOOLS[0];
  if (!tool) throw new Error('There is no tool.');
  const offers = tool.ways.flatMap((way) => {
    const text = snippet(way.form, choice);
    return text === undefined ? [] : [{...way, text}];
  });
  return {choice, tool, offers, offer: offers.find(({form}) => form === settings.form) ?? offers[0], closed: offers.length === 0 ? whyClosed(choice, tool) : undefined};
};
