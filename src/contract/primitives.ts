import * as z from 'zod/mini';

/**
 * A short name that can stand in an address: `safe-exit`, `newsletter`, `givenName`.
 * ASCII letters, digits, `-` and `_`; starts with a letter or digit; at most 64 characters.
 */
export const Identifier = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** A language as BCP 47 writes it: `fr`, `pt-BR`, `zh-Hant`. At most 35 characters (RFC 5646 §4.4.1). */
export const LanguageTag = z.string().check(z.maxLength(35), z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/));

/** A moment as RFC 3339 writes it, with its offset: `2024-03-16T12:00:00Z`, `2024-03-16T09:00:00.000-03:00`. */
export const DateTime = z.string().check(z.regex(
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
));

/** A country as ISO 3166-1 alpha-2 writes it (`FR`), or `XK` for Kosovo. */
export const CountryCode = z.string().check(z.regex(/^[A-Z]{2}$/));

/** An absolute web address: `http:` or `https:` and nothing else, so that no `javascript:` can hide in a link. At most 2 048 characters. */
export const WebAddress = z.string().check(z.maxLength(2048), z.regex(/^https?:\/\/[^\s/?#]+[^\s]*$/i));

/** Where a link may lead: a web address, or `mailto:`. */
export const LinkAddress = z.union([WebAddress, z.string().check(z.maxLength(320), z.regex(/^mailto:[^\s]+@[^\s]+$/i))]);

/** Bytes as base64url without padding (RFC 4648 §5). */
export const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));

/**
 * Chosen by the sender once per act, before the first attempt, and repeated with every retry, so that one act counts once
 * however often it arrives. Unguessable: 128 random bits are 32 hexadecimal or 22 base64url characters.
 */
export const IdempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));

/** One line of text, at most `maximum` UTF-16 units long, without control characters (C0, C1). It is text: no markup in it has a meaning. */
// eslint-disable-next-line no-control-regex -- the rule guards against typing them by mistake; here they are the point
export const line = (maximum: number) => z.string().check(z.maxLength(maximum), z.regex(/^[^\u0000-\u001f\u007f-\u009f]*$/));

/** Text of several lines: tab and line ends are welcome. Otherwise as {@link line}. */
// eslint-disable-next-line no-control-regex -- as above
export const lines = (maximum: number) => z.string().check(z.maxLength(maximum), z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/));

/** A count of people: a whole number from 0 up. */
export const Count = z.int().check(z.minimum(0));
