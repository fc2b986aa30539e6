import type {BackendAdapter} from '../contract/adapter.js';
import {Capability} from '../contract/capability.js';
import {BackendError} from '../contract/error.js';
import type {Petition} from '../contract/petition.js';
import {checked} from './door.js';
import {keeping} from './keeping.js';
import {openSource} from './open.js';

/** What makes a signature: it goes to one place as a whole. */
const SIGNING: readonly Capability[] = ['sign', 'signSealed', 'getChallenge'];

/** Where a person does by hand what a capability does. */
const LINKS = {getPetition: 'petition', sign: 'sign', signSealed: 'sign', listEvents: 'events', getEvent: 'events', joinEvent: 'events', proposeEvent: 'proposeEvent'} as const satisfies
  Partial<Record<Capability, keyof NonNullable<BackendAdapter['links']>>>;
const linksFor = (capability: Capability, {links = {}}: BackendAdapter): BackendAdapter['links'] => {
  if (capability === 'getTally' || capability === 'getChallenge') return {};
  const name = LINKS[capability];
  return links[name] === undefined ? {} : {[name]: links[name]};
};

/**
 * The one adapter that a petition's document makes of several: what its back end `offers`, and what `connect` sends elsewhere.
 * A petition whose signatures go elsewhere is never signed at home, neither in plain text nor sealed.
 *
 * @throws {BackendError} `configuration`, naming the path in the document that must change.
 */
export const compose = async (home: BackendAdapter, {offers, connect = {}}: Pick<Petition, 'offers' | 'connect'>): Promise<BackendAdapter> => {
  const signsElsewhere = connect.sign !== undefined || connect.signSealed !== undefined;
  let composed = keeping(home, (capability) => (offers?.includes(capability) ?? true) && !(signsElsewhere && SIGNING.includes(capability)));
  for (const capability of Capability.options) {
    const connection = connect[capability];
    if (!connection) continue;
    const at = (member: string) => `connect.${capability}.${member} in the petition's document`;
    const place = {src: at('src'), adapter: at('adapter'), setting: (setting: string) => at(`settings.${setting}`)};
    const away = checked(await openSource(connection, place), connection.src);
    if (typeof away[capability] !== 'function') throw new BackendError('configuration', `${at('adapter')} names "${connection.adapter}", which cannot do that.`);
    composed = {
      ...composed,
      [capability]: away[capability],
      links: {...composed.links, ...linksFor(capability, away)},
      repeatable: [...(composed.repeatable ?? []).filter((name) => name !== capability), ...(away.repeatable?.includes(capability) ? [capability] : [])],
      ...((capability === 'sign' || capability === 'signSealed') && {subscribes: away.subscribes ?? false}),
    };
  }
  return composed;
};
