import {settingOf} from '../setting.js';
import {sourceOf} from '../source.js';

/** The frame's address, if the petition names a page for frames: with what the page's author says of the form, and nothing of its reader. */
export const frameAddress = (form: Element, embed: string | undefined, src: string, {language, level}: {readonly language: string; readonly level: number}): string | undefined => {
  if (embed === undefined || !URL.canParse(embed, src)) return undefined;
  const address = new URL(embed, src);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const said = {'show': 'form', 'lang': language, 'heading-level': String(level), 'journey': settingOf(form, 'journey'), 'redirect': settingOf(form, 'redirect'), 'source': sourceOf(form)};
  for (const [name, value] of Object.entries(said)) if (value) address.searchParams.set(name, value);
  return address.href;
};
