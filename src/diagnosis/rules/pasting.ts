import type {Page, Rule} from '../page.js';
import type {Problem} from '../problem.js';
import {framesOf, picturesOf, scriptsOf, widgetsOf} from '../widgets.js';

/** Each element is a petition's whole or its form: two of them on one page are one too many. */
const twice: Rule = (page) => {
  const seen = new Map<string, number>();
  for (const {tag, src} of widgetsOf(page)) {
    if (!src || !['sphere-petition', 'sphere-petition-form'].includes(tag)) continue;
    const key = `<${tag}> with ${src.href}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([key, times]) => ({
    rule: 'pasted-twice', severity: 'harms', what: `${key} stands ${times} times on the page. Everything works, but readers see the petition ${times} times.`, fix: 'Remove all but one. The script\'s line may stand as often as it likes.',
  }));
};

/** What a page shows as text, without what is shown as an example. */
const textOf = (page: Page): string => {
  const skipped = 'script, style, noscript, template, textarea' + (widgetsOf(page).length > 0 ? ', pre, code' : '');
  const walker = page.document.createTreeWalker(page.document.body, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement?.closest(skipped)) parts.push(node.textContent ?? '');
  return parts.join('');
};

const asText: Rule = (page) => {
  const text = textOf(page);
  if (/<\s*(sphere-[a-z-]+|div\s+data-sphere-|script[^>]*sphere-petition|iframe[^>]*\/embed\/)/i.test(text)) {
    return [{rule: 'shown-as-text', severity: 'stops', what: 'The snippet is on the page as text that readers see: it was pasted into the editor for words.', fix: 'Paste it into the block, or the view, that your tool has for HTML: “Custom HTML”, “Embed”, “Code”, “Source”.'}];
  }
  if (/\[sphere_[a-z]+/.test(text)) return [{rule: 'shortcode-as-text', severity: 'stops', what: 'A shortcode is on the page as text: the WordPress plugin that knows it is not active.', fix: 'Let an administrator install and activate the plugin, or take another form of the snippet.'}];
  return [];
};

const CURLY = /[“”„‟″«»]/;

const quotes: Rule = ({document}) => {
  const wrong = [...document.querySelectorAll('script, iframe, *')].find((node) =>
    (node.localName.startsWith('sphere-') || [...node.attributes].some(({name, value}) => name.startsWith('data-sphere-') || /sphere-petition|\/embed\//.test(value))) && [...node.attributes].some(({value}) => /^[“”„‟″«»]|[“”„‟″«»]$/.test(value) && CURLY.test(value)));
  return wrong ? [{rule: 'curly-quotes', severity: 'stops', what: `The quotes in <${wrong.localName}> are typographic ones (“ ”): they became part of the address.`, fix: 'Copy the snippet again with the button, and paste it without formatting; word processors change quotes.'}] : [];
};

/** A link to a petition of a reference back end, outside of anything of ours. */
const leftLink = ({document}: Page): Element | undefined =>
  [...document.querySelectorAll('a[href]')].find((link) => /\/petitions\/[A-Za-z0-9][\w-]*\/?([?#].*)?$/.test(link.getAttribute('href') ?? '') && !link.closest('[data-sphere-petition], [data-sphere-counter], [data-sphere-events]'));

const stripped: Rule = (page) => {
  if (widgetsOf(page).length + framesOf(page).length + picturesOf(page).length > 0) return [];
  if (leftLink(page)) {
    return [{
      rule: 'stripped-tag', severity: 'stops', what: 'There is a link to a petition, and no element around it: your tool has removed a tag that it does not know, and left what was inside.',
      fix: 'WordPress does so where somebody without administrator rights pastes: paste the petition\'s address alone on a line, or the form with <div data-sphere-petition="…">, which it leaves alone. In Drupal, allow the tag in the text format, or choose “Full HTML”.',
    }];
  }
  if (scriptsOf(page).length > 0) return [];
  return [{rule: 'nothing', severity: 'stops', what: 'Nothing of ours is on this page: no script, no element, no frame, no picture.', fix: 'Look whether you copied the page that you published, and its whole HTML: in the browser “View page source”, not “Inspect”.'}];
};

/** What stands at the end of pages, or only once on each. */
const REST = 'main, header, footer, nav, aside, article, script[src], form, h1';

const closing: Rule = ({document, source}) => {
  const selfClosed = /<(sphere-[a-z-]+)\b(?:"[^"]*"|'[^']*'|[^'">])*\/>/i.exec(source ?? '')?.[1];
  const open = [...(source ?? '').matchAll(/<(\/?)(sphere-[a-z-]+)\b/gi)].reduce((count, [, slash]) => count + (slash ? -1 : 1), 0);
  const swallowing = [...document.querySelectorAll('sphere-petition, sphere-petition-form, sphere-counter, sphere-event-list')].find((node) => node.querySelector(REST));
  const tag = selfClosed ?? swallowing?.localName ?? (open > 0 ? 'sphere-…' : undefined);
  if (tag === undefined) return [];
  return [{
    rule: 'closed-wrongly', severity: 'stops',
    what: selfClosed ? `<${tag} /> ends with a slash, which HTML does not know: everything after it lies inside the element, and disappears with it.` : `<${tag}> is not closed before the rest of the page: that lies inside the element, and disappears with it.`,
    fix: `Write </${tag}> right after the link inside it.`,
  }];
};

/** What became of the snippet on its way into the page. */
export const pastingRule: Rule = (page): readonly Problem[] => [stripped, asText, quotes, closing, twice].flatMap((look) => look(page));
