import type {Page, Rule} from '../page.js';
import type {Problem} from '../problem.js';
import {scriptsOf, widgetsOf, type Script, type Widget} from '../widgets.js';

const named = ({as, tag, node}: Widget): string => (as === 'element' ? `<${tag}>` : `<${node.localName} data-sphere-…>`);

/** `type` of a script that runs: JavaScript's names, or none. Optimisers and consent banners put another there, to let it run later or never. */
const runs = (type: string | null): boolean => type === null || /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i.test(type.trim());

/** Registered by something else, as the npm package does. */
const isThere = ({isDefined}: Page, {as, tag}: Widget): boolean => as === 'element' && isDefined?.(tag) === true;

const serves = (script: Script, {as, tag}: Widget): boolean => (as === 'element' ? script.registers(tag) : script.mounts);

/** An element whose script is missing, or whose script is another's. */
const withoutScript: Rule = (page) => {
  const scripts = scriptsOf(page);
  const waiting = widgetsOf(page).filter((widget) => !isThere(page, widget) && !scripts.some((script) => serves(script, widget)));
  const [first] = waiting;
  if (!first) return [];
  const needed = first.as === 'element' ? 'sphere-petition.js' : 'sphere-petition.iife.js';
  const [other] = scripts;
  return [{
    rule: 'element-without-script', severity: 'stops',
    what: other ? `${named(first)} stands on the page, and the script is ${other.file}, which does nothing with it.` : `${named(first)} stands on the page, and the script that makes something of it does not.`,
    fix: other ? `Load ${needed} in place of ${other.file}.` : `Paste the script's line too. Some editors remove it: then it belongs into the site's header, or into a block for HTML.`,
  }];
};

const withoutElement: Rule = (page) => {
  const scripts = scriptsOf(page);
  const [first] = scripts;
  if (!first || widgetsOf(page).length > 0) return [];
  return [{
    rule: 'script-without-element', severity: 'stops',
    what: `${first.file} is loaded, and nothing on the page uses it.`,
    fix: 'Paste the other line of the snippet too: the element, where it is to appear. Some editors remove a tag that they do not know: then take the form with <div data-sphere-petition="…">.',
  }];
};

const notAModule: Rule = (page) => scriptsOf(page).flatMap(({node, file, isModule, mounts}): Problem[] => {
  const type = node.getAttribute('type');
  if (!runs(type)) {
    return [{
      rule: 'script-held-back', severity: 'stops', what: `${file} has type="${type ?? ''}", so the browser does not run it: a consent banner or an optimiser does that.`,
      fix: 'Tell that plugin to leave this script alone: it sets no cookie and stores nothing.',
    }];
  }
  const asModule = type?.trim().toLowerCase() === 'module';
  if (isModule && !asModule) return [{rule: 'not-a-module', severity: 'stops', what: `${file} is a module, and its tag does not say so: the browser stops at its first line.`, fix: 'Add type="module" to the script tag.'}];
  if (mounts && asModule && [...node.attributes].some(({name}) => name.startsWith('data-sphere-'))) {
    return [{rule: 'module-in-place', severity: 'stops', what: `${file} is to appear where its tag stands, and a module does not know where that is.`, fix: 'Remove type="module" from the script tag.'}];
  }
  return [];
});

/** The address was moved to another attribute, for a banner or a lazy loader to move back. */
const moved: Rule = ({document}) => {
  const node = [...document.querySelectorAll('script:not([src])')].find(({attributes}) => [...attributes].some(({value}) => /\/sphere-petition(\.iife|\.bundle)?\.js(\?.*)?$/.test(value)));
  return node ? [{
    rule: 'script-held-back', severity: 'stops', what: 'The script tag has its address in another attribute than src: a consent banner or an optimiser holds it back.',
    fix: 'Tell that plugin to leave this script alone: it sets no cookie and stores nothing.',
  }] : [];
};

/** Two of them work together, since the first that registers an element wins; but nobody knows which. */
const several: Rule = (page) => {
  const folders = new Set(scriptsOf(page).map(({src}) => new URL('.', src).href));
  return folders.size < 2 ? [] : [{
    rule: 'two-versions', severity: 'harms', what: `The scripts come from different places: ${[...folders].join(' and ')}. Whichever arrives first is used, and the page loads both.`,
    fix: 'Take the script\'s line from one snippet, and remove the others.',
  }];
};

/** Whether scripts and elements go together. */
export const scriptRule: Rule = (page) => [withoutScript, withoutElement, notAModule, moved, several].flatMap((look) => look(page));
