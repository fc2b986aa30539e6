import type {Page, Rule} from '../page.js';
import type {Problem} from '../problem.js';
import {framesOf, picturesOf, scriptsOf, widgetsOf} from '../widgets.js';

/** A browser lets a secure page load from its own machine, and from nowhere else that is not secure (Mixed Content, W3C). */
const isInsecure = ({protocol, hostname}: URL): boolean => protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

const mixed: Rule = (page) => {
  if (page.address?.protocol === 'http:') return [];
  const addresses = [...scriptsOf(page).map(({src}) => src), ...widgetsOf(page).map(({src}) => src), ...framesOf(page).map(({src}) => src), ...picturesOf(page)];
  return [...new Set(addresses.flatMap((address) => (address && isInsecure(address) ? [address.origin] : [])))].map((origin) => ({
    rule: 'mixed-content', severity: 'stops',
    what: `The snippet names ${origin}, and a page under https: may load nothing from an address under http:.`,
    fix: `Write https: in place of http: everywhere in the snippet. The server has to have a certificate.`,
  }));
};

/** Attributes that say where the petition is, or that somebody else says it. */
const finds = ({node}: {readonly node: Element}): boolean => node.hasAttribute('src') || node.hasAttribute('adapter') || [...node.attributes].some(({name, value}) => name.startsWith('data-sphere-') && value !== '');

const without = (page: Page): Problem[] => {
  const lost = widgetsOf(page).find((widget) => !finds(widget));
  // On a page that runs, a script may have set the property.
  return lost && page.isDefined === undefined ? [{
    rule: 'no-address', severity: 'stops', what: `<${lost.node.localName}> does not say which petition it shows.`, fix: 'Add src="…" with the petition\'s address. Some editors remove attributes that they do not know: then copy the form with <div data-sphere-petition="…">.',
  }] : [];
};

/** Whether what the snippet names can be loaded. */
export const addressRule: Rule = (page) => [...mixed(page), ...without(page)];
