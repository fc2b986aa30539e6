/** A platform whose public pages people paste, and what can be had from there. */
export interface Platform {
  readonly name: string;
  /** What the page is, and where its identifier stands. */
  readonly says: string;
  readonly advice: string;
  /** The identifier, where the address itself holds it. */
  readonly identifier?: string;
}

type Reader = (url: URL) => Platform | undefined;

const at = (host: RegExp, path: RegExp, read: (match: RegExpExecArray) => Platform): Reader => (url) => {
  const match = host.test(url.hostname) ? path.exec(url.pathname) : null;
  return match ? read(match) : undefined;
};

const DOCUMENT = 'Write the petition as a document here, under “Write a petition document”, and let signatures go there.';
const LINK = 'Link to its page; or write the petition as a document here, and collect the signatures with a petition server of your own.';

const readers: readonly Reader[] = [
  at(/^(www\.)?actionnetwork\.org$/, /^\/api\/v2\/(petitions|forms)\/([0-9a-f-]{36})/i, ([, kind = '', uuid = '']) => ({
    name: 'Action Network', identifier: uuid,
    says: `This is the address of one of Action Network’s ${kind} for programs: it takes signatures, and has no letter that a page may read.`, advice: DOCUMENT,
  })),
  at(/(^|\.)actionnetwork\.org$/, /^\/(petitions|forms|letters|events|event_campaigns|fundraising)\/([\w-]+)/, ([, kind = '']) => ({
    name: 'Action Network',
    says: `This is the public page of one of Action Network’s ${kind.replace('_', ' ')}. Its identifier does not stand in this address: it is the UUID at the end of the “API endpoint”, on the action’s “Manage” page, for people of the group who are logged in.`,
    advice: kind === 'petitions' || kind === 'forms' ? DOCUMENT : LINK,
  })),
  at(/(^|\.)mobilize\.us$/, /^\/([\w-]+)\/event\/(\d+)/, ([, organisation = '', id = '']) => ({
    name: 'Mobilize', identifier: id, says: `This is the public page of an event of “${organisation}” at Mobilize; its identifier is the number ${id}.`, advice: 'An event is no petition. A petition’s document may list it, with this address to join.',
  })),
  at(/(^|\.)mobilize\.us$/, /^\/([\w-]+)\/?$/, ([, organisation = '']) => ({name: 'Mobilize', identifier: organisation, says: `This is the list of events of “${organisation}” at Mobilize.`, advice: 'Events are no petition. A petition’s document may send readers there.'})),
  at(/(^|\.)change\.org$/, /^\/p\/([^/]+)/, ([, slug = '']) => ({name: 'Change.org', identifier: slug, says: 'This is the public page of a petition at Change.org, which lets no other page read it or sign it.', advice: LINK})),
  at(/^petition\.parliament\.uk$/, /^\/(?:archived\/)?petitions\/(\d+)/, ([, id = '']) => ({name: 'UK Government and Parliament', identifier: id, says: `This is petition number ${id} of the UK Parliament. It can be signed there alone; its number of signatures is public.`, advice: 'Link to its page.'})),
  at(/^epetitionen\.bundestag\.de$/, /./, () => ({name: 'Deutscher Bundestag', says: 'This is a page of the petitions of the German Bundestag. They can be signed there alone.', advice: 'Link to its page.'})),
  at(/(^|\.)eci\.ec\.europa\.eu$/, /^\/(\d+)/, ([, id = '']) => ({name: 'European Citizens’ Initiative', identifier: id, says: `This is the collection system of European Citizens’ Initiative ${id}. The law lets signatures be given there alone.`, advice: 'Link to its page.'})),
  at(/(^|\.)openpetition\.(de|eu|org)$/, /^\/petition\/\w+\/([\w-]+)/, ([, slug = '']) => ({name: 'openPetition', identifier: slug, says: 'This is the public page of a petition at openPetition, which lets no other page read it.', advice: LINK})),
  at(/(^|\.)avaaz\.org$/, /./, () => ({name: 'Avaaz', says: 'This is a page of Avaaz, which lets no other page read it or sign it.', advice: LINK})),
  at(/^sign\.moveon\.org$|(^|\.)(allout|wemove)\.(org|eu)$/, /^\/petitions\/([\w-]+)|^\/([\w-]+)/, ([, slug, name]) => ({
    name: 'a campaign’s own site', identifier: slug ?? name ?? '', says: 'This is the page of a campaign on a platform that lets no other page sign.', advice: LINK,
  })),
];

/** The platform whose public page an address is, if it is one that we know. */
export const platformOf = (address: string): Platform | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const read of readers) {
    const platform = read(url);
    if (platform) return platform;
  }
  return undefined;
};
