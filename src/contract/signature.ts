import * as z from 'zod/mini';
import {Base64Url, DateTime, IdempotencyKey, Identifier, LanguageTag, line, lines} from './primitives.js';

/** A box that was ticked: which one, and the wording beside it. An unticked box leaves no trace. */
export const ConsentGiven = z.strictObject({
  id: Identifier,
  /** The wording's {@link Consent} version. */
  version: Identifier,
});
export type ConsentGiven = z.infer<typeof ConsentGiven>;

/**
 * What a form was answered, by the names of its fields. Which names there may be is the petition's to say: `checkSignature` refuses others.
 * An object and no record: the code for records would weigh on every page.
 */
export const Answers = z.catchall(z.object({}), lines(1000));
export type Answers = z.infer<typeof Answers>;

/**
 * A puzzle whose solution costs a machine some seconds, so that a flood of signatures costs something.
 * The shape is that of ALTCHA v2: find `counter` such that the key derived from `nonce ‖ uint32be(counter)` starts with `keyPrefix`.
 */
export const Challenge = z.object({
  parameters: z.object({
    algorithm: line(40),
    /** 16 random bytes, hexadecimal. */
    nonce: line(64),
    salt: line(64),
    /** Iterations of the key derivation. */
    cost: z.int().check(z.minimum(1)),
    /** Bytes. */
    keyLength: z.int().check(z.minimum(16), z.maximum(64)),
    keyPrefix: line(128),
    keySignature: z.optional(line(256)),
    /** Seconds since 1970. */
    expiresAt: z.optional(z.int()),
    data: z.optional(z.catchall(z.object({}), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  }),
  signature: line(256),
});
export type Challenge = z.infer<typeof Challenge>;

/** A solved {@link Challenge}. */
export const Solution = z.strictObject({
  challenge: Challenge,
  counter: z.int().check(z.minimum(0), z.maximum(0xffffffff)),
  /** Hexadecimal. */
  derivedKey: line(128),
});
export type Solution = z.infer<typeof Solution>;

/**
 * One person's signature, readable by whoever receives it. Unknown members are refused: what is not asked for is not sent.
 *
 * @example
 * {"idempotencyKey": "6f1e9b0c2d3a4f5e8a7b6c5d4e3f2a1b", "language": "fr",
 *  "fields": {"givenName": "Ada", "familyName": "Exemple", "email": "ada@example.org", "country": "FR"},
 *  "consents": [{"id": "signature", "version": "2026-11"}]}
 */
export const Signature = z.strictObject({
  idempotencyKey: IdempotencyKey,
  /** The answers, by field name. Fields left empty are left out. */
  fields: Answers,
  /** The boxes that were ticked. */
  consents: z.array(ConsentGiven).check(z.maxLength(20)),
  /** The language of the texts that the signer read. */
  language: LanguageTag,
  /** What brought the signer here, as the address of the page said it: `newsletter-3`, `whatsapp`. A channel, never a person. */
  source: z.optional(Identifier),
  solution: z.optional(Solution),
});
export type Signature = z.infer<typeof Signature>;

/** A message only the holder of one private key can open (HPKE base mode, RFC 9180). */
export const Envelope = z.strictObject({
  version: z.literal(1),
  /** Which {@link Recipient} it is for. */
  keyId: Identifier,
  suite: line(100),
  encapsulatedKey: Base64Url.check(z.maxLength(4096)),
  ciphertext: Base64Url.check(z.maxLength(16384)),
});
export type Envelope = z.infer<typeof Envelope>;

/** A {@link Signature} that was sealed in the browser: one envelope for each recipient, and nothing readable about the person. */
export const SealedSignature = z.strictObject({
  idempotencyKey: IdempotencyKey,
  envelopes: z.array(Envelope).check(z.minLength(1), z.maxLength(10)),
  language: LanguageTag,
  solution: z.optional(Solution),
});
export type SealedSignature = z.infer<typeof SealedSignature>;

/**
 * What became of a signature.
 *
 * - `counted`: it counts.
 * - `confirm`: it will count once the e-mail that was sent is confirmed.
 * - `accepted`: it was handed over, and this back end never says more.
 *
 * Who signed before gets the same receipt as who signs for the first time: an answer must not tell a stranger who has signed.
 */
export const Receipt = z.object({
  status: z.enum(['counted', 'confirm', 'accepted']),
  /** When it was received, by the back end's clock, the one that writes the tally's `asOf`. */
  receivedAt: DateTime,
});
export type Receipt = z.infer<typeof Receipt>;
