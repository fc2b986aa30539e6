import type {Kysely} from 'kysely';
import type {Petition, PetitionEvent, Tally} from 'sphere-petition/contract';
import type {Campaign} from '../campaign/campaign.js';
import {languagesOf, petitionOf} from '../campaign/document.js';
import {newestRevision, storedCampaign} from '../campaign/stored.js';
import type {Tables} from '../database/schema.js';
import {EventList} from '../events/event-list.js';
import {publicEvents} from '../events/public-events.js';
import {type Representation, represent} from '../http/representation.js';
import type {KnownConsents} from '../writing/answers.js';

/** A petition as the public sees it: all that an answer needs, in memory. */
export interface PublishedPetition {
  /** What the campaign was read from. */
  readonly document: string;
  readonly campaign: Campaign;
  /** In its own language. */
  readonly petition: Petition;
  /** By the campaign's language tags. Their tags are made once for each content, not for each request. */
  readonly documents: ReadonlyMap<string, Representation & {readonly petition: Petition}>;
  readonly consents: KnownConsents;
  readonly events: EventList;
}

/** What the aggregator knows of a petition's count. */
export interface Count {
  readonly count: number;
  /** RFC 3339. */
  readonly asOf: string;
}

const consentsOf = async (database: Kysely<Tables>): Promise<Map<string, Map<string, Set<string>>>> => {
  const rows = await database.selectFrom('consent_text').select(['petition', 'consent', 'version']).distinct().execute();
  const petitions = new Map<string, Map<string, Set<string>>>();
  for (const {petition, consent, version} of rows) {
    const consents = petitions.get(petition) ?? new Map<string, Set<string>>();
    petitions.set(petition, consents.set(consent, (consents.get(consent) ?? new Set()).add(version)));
  }
  return petitions;
};

const publish = (document: string, campaign: Campaign, consents: KnownConsents, events: readonly PetitionEvent[]): PublishedPetition => ({
  document,
  campaign,
  petition: petitionOf(campaign, campaign.defaultLanguage, events),
  documents: new Map(languagesOf(campaign).map((language) => {
    const petition = petitionOf(campaign, language, events);
    return [language, {petition, ...represent(petition)}];
  })),
  consents,
  events: new EventList(events),
});

/** All petitions and their tallies, so that reading one costs no SQL: the count of a large petition is read all the time. */
export class Published {
  #revision = 0;
  #petitions = new Map<string, PublishedPetition>();
  readonly #tallies = new Map<string, Representation & {readonly tally: Tally}>();

  /** How many petitions there are. */
  get size(): number {
    return this.#petitions.size;
  }

  get(id: string): PublishedPetition | undefined {
    return this.#petitions.get(id);
  }

  tally(id: string): (Representation & {readonly tally: Tally}) | undefined {
    return this.#tallies.get(id);
  }

  /**
   * Reads those campaigns again that were imported since, or had an event moderated. Returns whether there were: then their counts are
   * to be set again, with their goals.
   */
  async reload(database: Kysely<Tables>): Promise<boolean> {
    const newest = await newestRevision(database);
    if (newest === this.#revision) return false;
    const rows = await database.selectFrom('campaign').select(['petition', 'document']).where('revision', '>', this.#revision).where('revision', '<=', newest).execute();
    const consents = await consentsOf(database);
    const petitions = new Map(this.#petitions);
    for (const {petition, document} of rows) {
      const before = petitions.get(petition);
      // Where an event was moderated, thousands of others need not be read again.
      const campaign = before?.document === document ? before.campaign : storedCampaign(document);
      petitions.set(petition, publish(document, campaign, consents.get(petition) ?? new Map(), await publicEvents(database, campaign)));
    }
    this.#petitions = petitions;
    this.#revision = newest;
    return true;
  }

  /** Publishes a count. */
  setCount(id: string, count: Count): void {
    const goal = this.#petitions.get(id)?.campaign.goal ?? 0;
    const tally: Tally = {...count, ...(goal > 0 && {goal})};
    this.#tallies.set(id, {tally, ...represent(tally)});
  }
}
