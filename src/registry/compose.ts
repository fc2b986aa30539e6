import type {BackendAdapter} from '../contract/adapter.js';
import {Capability, subscribesBy} from '../contract/capability.js';
import {BackendError} from '../contract/error.js';
import type {Connection, Petition} from '../contract/petition.js';
import {checked} from './door.js';
import {keeping} from './keeping.js';
import {openSource} from './open.js';

/** What makes a signature: it goes to one place as a whole, and where one of them leads astray, none stays at home. */
export const SIGNING: readonly Capability[] = ['sign', 'signSealed', 'getChallenge'];

/** What sends something about a person. */
const WRITES: readonly Capability[] = ['sign', 'signSealed', 'joinEvent', 'proposeEvent'];

/** Where a person does by hand what a capability does. */
const LINKS = {getPetition: 'petition', sign: 'sign', signSealed: 'sign', listEvents: 'events', getEvent: 'events', joinEvent: 'events', proposeEvent: 'proposeEvent'} as const satisfies
  Partial<Record<Capability, keyof NonNullable<BackendAdapter['links']>>>;
const linksFor = (capability: Capability, {links = {}}: BackendAdapter): BackendAdapter['links'] => {
  if (capability === 'getTally' || capability === 'getChallenge') return {};
  const name = LINKS[capability];
  return links[name] === undefined ? {} : {[name]: links[name]};
};

/** One adapter of several, and what is wrong with connections that were left out. */
export interface Composition {
  readonly adapter: BackendAdapter;
  /** Each `configuration`, naming the path in the document that must change. */
  readonly flaws: readonly BackendError[];
}

const pathOf = (capability: Capability) => (member: string) => `connect.${capability}.${member} in the petition's document`;
const wrong = (message: string) => new BackendError('configuration', message);

/** A petition's address, for telling whether two are the same. */
const spelled = (address: string): string => (URL.canParse(address) ? new URL(address).href.replace(/[#?].*/, '').replace(/\/+$/, '') : address);

/** A browser sends nothing from a secure page to an address that is not, save to its own machine (Mixed Content, W3C). */
const isMixed = (src: string, pageProtocol: string | undefined): boolean =>
  pageProtocol === 'https:' && URL.canParse(src) && new URL(src).protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(src).hostname);

/** @throws {BackendError} `configuration` where the connection leads nowhere. */
const connected = async (capability: Capability, connection: Connection, pageProtocol: string | undefined): Promise<BackendAdapter> => {
  const at = pathOf(capability);
  const {src} = connection;
  if (isMixed(src, pageProtocol)) throw wrong(`${at('src')} begins with "http:", and a browser lets a page under "https:" send nothing there: write "https:".`);
  const place = {src: at('src'), adapter: at('adapter'), setting: (setting: string) => at(`settings.${setting}`)};
  const opened = await openSource(connection, place).catch((thrown: unknown) => {
    // An adapter knows its address, and not where that was written.
    throw BackendError.is(thrown) && thrown.issues[0]?.path === 'src' ? wrong(`${thrown.message} Change ${at('src')}.`) : thrown;
  });
  const away = checked(opened, src);
  if (typeof away[capability] !== 'function') throw wrong(`${at('adapter')} names "${connection.adapter}", which cannot do that with these settings.`);
  return away;
};

/** Whether a connection leads to where it starts. The petition's document does not count: from its address nothing else is known. */
const leadsHome = (home: BackendAdapter, src: string, connection: Connection): boolean => connection.adapter === home.name && spelled(connection.src) === spelled(src);

/**
 * The one adapter that a petition's document makes of several: what its back end `offers`, and what `connect` sends elsewhere.
 * A petition whose signatures go elsewhere is never signed at home, neither in plain text nor sealed. A capability whose connection is wrong is
 * nobody's; the others stay.
 *
 * @param src The petition's address.
 * @param pageProtocol Of the page that shows it; absent where there is no page.
 */
export const compose = async (
  home: BackendAdapter,
  {offers, connect = {}}: Pick<Petition, 'offers' | 'connect'>,
  src: string,
  pageProtocol = (globalThis as {readonly location?: Location}).location?.protocol,
): Promise<Composition> => {
  const flaws: BackendError[] = [];
  const connections = new Map<Capability, Connection>();
  for (const capability of Capability.options) {
    const connection = connect[capability];
    if (!connection) continue;
    if (leadsHome(home, src, connection)) flaws.push(wrong(`${pathOf(capability)('src')} is the petition's own address: leave connect.${capability} out.`));
    else connections.set(capability, connection);
  }

  const signsElsewhere = connections.has('sign') || connections.has('signSealed');
  let adapter = keeping(home, (capability) => (offers?.includes(capability) ?? true) && !connections.has(capability) && !(signsElsewhere && SIGNING.includes(capability)));
  for (const [capability, connection] of connections) {
    try {
      const away = await connected(capability, connection, pageProtocol);
      adapter = {
        ...adapter,
        [capability]: away[capability],
        links: {...adapter.links, ...linksFor(capability, away)},
        repeatable: [...(adapter.repeatable ?? []), ...(away.repeatable?.includes(capability) ? [capability] : [])],
        // Each goes by the platform that it is sent to: who signs at home need not agree to a list that takes who joins an event elsewhere.
        subscribes: WRITES.filter((write) => subscribesBy(write === capability ? away : adapter, write)),
      };
    } catch (thrown) {
      flaws.push(BackendError.from(thrown, `Opening connect.${capability}`));
    }
  }
  return {adapter, flaws};
};
