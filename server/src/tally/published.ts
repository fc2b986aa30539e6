import {createHash} from 'node:crypto';
import type {Kysely} from 'kysely';
import type {Petition, Tally} from 'sphere-petition/contract';
import {parseCampaign} from '../campaign/check.js';
import type {Campaign} from '../campaign/campaign.js';
import {languagesOf, petitionOf} from '../campaign/document.js';
import type {Tables} from '../database/schema.js';
import type {KnownConsents} from '../signatures/check.js';

/** A document as it is sent. Its tag is made once for each content, not for each request. */
export interface Representation {
  readonly body: string;
  /** A strong entity tag, quoted. */
  readonly etag: string;
}

/** A petition as the public sees it: all that an answer needs, in memory. */
export interface PublishedPetition {
  readonly campaign: Campaign;
  /** By the campaign's language tags. */
  readonly documents: ReadonlyMap<string, Representation & {readonly petition: Petition}>;
  readonly consents: KnownConsents;
}

/** What the aggregator knows of a petition's count. */
export interface Count {
  readonly count: number;
  /** RFC 3339. */
  readonly asOf: string;
}

const represent = (value: unknown): Representation => {
  const body = JSON.stringify(value);
  return {body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`};
};

const consentsOf = async (database: Kysely<Tables>): Promise<Map<string, Map<string, Set<string>>>> => {
  const rows = await database.selectFrom('consent_text').select(['petition', 'consent', 'version']).distinct().execute();
  const petitions = new Map<string, Map<string, Set<string>>>();
  for (const {petition, consent, version} of rows) {
    const consents = petitions.get(petition) ?? new Map<string, Set<string>>();
    petitions.set(petition, consents.set(consent, (consents.get(consent) ?? new Set()).add(version)));
  }
  return petitions;
};

const publish = (campaign: Campaign, consents: KnownConsents): PublishedPetition => ({
  campaign,
  documents: new Map(languagesOf(campaign).map((language) => {
    const petition = petitionOf(campaign, language);
    return [language, {petition, ...represent(petition)}];
  })),
  consents,
});

/** All petitions and their tallies, so that reading one costs no SQL: the count of a large petition is read all the time. */
export class Published {
  #revision = 0;
  #petitions = new Map<string, PublishedPetition>();
  readonly #tallies = new Map<string, Representation>();

  /** How many petitions there are. */
  get size(): number {
    return this.#petitions.size;
  }

  get(id: string): PublishedPetition | undefined {
    return this.#petitions.get(id);
  }

  tally(id: string): Representation | undefined {
    return this.#tallies.get(id);
  }

  /** Reads the campaigns again where any was imported since. Returns whether there were: then their counts are to be set again, with their goals. */
  async reload(database: Kysely<Tables>): Promise<boolean> {
    const {newest} = await database.selectFrom('campaign').select(({fn}) => fn.max<number | null>('revision').as('newest')).executeTakeFirstOrThrow();
    if ((newest ?? 0) === this.#revision) return false;
    const rows = await database.selectFrom('campaign').select('document').execute();
    const consents = await consentsOf(database);
    const campaigns = rows.map(({document}) => parseCampaign(JSON.parse(document)));
    this.#petitions = new Map(campaigns.map((campaign) => [campaign.id, publish(campaign, consents.get(campaign.id) ?? new Map())]));
    this.#revision = newest ?? 0;
    return true;
  }

  /** Publishes a count. */
  setCount(id: string, count: Count): void {
    const goal = this.#petitions.get(id)?.campaign.goal ?? 0;
    const tally: Tally = {...count, ...(goal > 0 && {goal})};
    this.#tallies.set(id, represent(tally));
  }
}
