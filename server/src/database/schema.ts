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
  /** The consent's id; `rsvp.` or `proposal.` stands before that of a form about events, so that each form has its own. */
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
  /** SHA-256 of the request in canonical form, base64url: tells a retry from another act with the same key. Empty once it is erased. */
  fingerprint: string;
  /** RFC 3339, UTC. */
  received_at: string;
  /** JSON: `fields`, `consents`, `language`, and `source` where the page's address said it. Empty once it is erased: the row still counts. */
  payload: string;
}

/** How many signatures of a petition have been counted. Written by the aggregator, and where signatures are taken back; never by a request. */
export interface TallyTable {
  petition: string;
  count: number;
  /** The last signature that is in the count. */
  through_sequence: number;
  /** RFC 3339, UTC. */
  as_of: string;
}

/**
 * One person's promise to come to an event, in the campaign's document or accepted. As with a signature, what the person said is in
 * `payload` alone.
 */
export interface RsvpTable {
  sequence: Generated<number>;
  petition: string;
  event: string;
  idempotency_key: string;
  /** As a signature's. */
  fingerprint: string;
  /** RFC 3339, UTC. */
  received_at: string;
  /** What the receipt said: the event may be full later, and the receipt stays what it was. */
  status: 'registered' | 'waiting';
  /** JSON: `fields`, `consents`, `language`. */
  payload: string;
}

/** An event that somebody offered to organise. */
export interface ProposalTable {
  sequence: Generated<number>;
  petition: string;
  /** The event's id, chosen here at random. */
  event: string;
  idempotency_key: string;
  /** As a signature's. Null once it is refused: then a hash of what was said is too much to keep. */
  fingerprint: string | null;
  /** RFC 3339, UTC. */
  received_at: string;
  state: 'waiting' | 'accepted' | 'refused';
  /** 1 where it takes RSVPs. */
  joinable: number;
  /** JSON: what becomes public if it is accepted. Null once it is refused. */
  payload: string | null;
  /** JSON: `fields`, `consents` of the organiser, never public. Null once it is refused. */
  contact: string | null;
}

/** An event that was called off from the command line. The row goes where that is taken back. */
export interface CancellationTable {
  petition: string;
  event: string;
  /** RFC 3339, UTC. */
  cancelled_at: string;
}

/** The tables of the data file. */
export interface Tables {
  campaign: CampaignTable;
  consent_text: ConsentTextTable;
  signature: SignatureTable;
  tally: TallyTable;
  rsvp: RsvpTable;
  proposal: ProposalTable;
  cancellation: CancellationTable;
}
