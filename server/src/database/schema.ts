import type {Generated} from 'kysely';

/** A petition's campaign document as it was last imported. */
export interface CampaignTable {
  petition: string;
  /** JSON. */
  document: string;
  /** Grows with every change of any campaign, so that a running server sees one. */
  revision: number;
  /** RFC 3339. */
  imported_at: string;
}

/** Every wording that anybody was ever asked to consent to. Rows are added and never changed: they are the proof. */
export interface ConsentTextTable {
  petition: string;
  consent: string;
  version: string;
  /** BCP 47. */
  language: string;
  /** JSON: the contract's `Text`. */
  text: string;
  /** Of the plain words in UTF-8, hexadecimal. */
  sha256: string;
  /** RFC 3339. */
  imported_at: string;
}

/**
 * One accepted signature. What a person said is in `payload` alone, so that sealing it changes the content and not the
 * table; beside it stands only what counting needs. No address of a machine, no browser, no name.
 */
export interface SignatureTable {
  /** In the order of commits, without reuse: the tally counts "all up to here". */
  sequence: Generated<number>;
  petition: string;
  idempotency_key: string;
  /** SHA-256 of the request in canonical form, base64url: tells a retry from another act with the same key. */
  fingerprint: string;
  /** RFC 3339, UTC. */
  received_at: string;
  /** JSON: `fields`, `consents`, `language`. */
  payload: string;
}

/** How many signatures of a petition have been counted. Written by the aggregator alone, never by a request. */
export interface TallyTable {
  petition: string;
  count: number;
  /** The last signature that is in the count. */
  through_sequence: number;
  /** RFC 3339, UTC. */
  as_of: string;
}

/** The tables of the data file. */
export interface Tables {
  campaign: CampaignTable;
  consent_text: ConsentTextTable;
  signature: SignatureTable;
  tally: TallyTable;
}
