import {Attendance, CountryCode, DateTime, type EventQuery, type Issue, LanguageTag, issuesOf, line} from 'sphere-petition/contract';
import * as z from 'zod/mini';

/** What an address may say, in the members of an `EventQuery`. Others are ignored, so that an older server answers a newer page. */
const Parameters = z.object({
  past: z.optional(z.enum(['true', 'false'])),
  language: z.optional(LanguageTag),
  country: z.optional(CountryCode),
  attendance: z.optional(Attendance),
  from: z.optional(DateTime),
  to: z.optional(DateTime),
  cursor: z.optional(line(500)),
  /** One that is too large or too small becomes the nearest that is possible. */
  limit: z.optional(z.string().check(z.regex(/^-?\d{1,9}$/))),
});

/** The query in an address, or what is wrong with it. */
export const eventQuery = (parameters: Readonly<Record<string, string>>): {readonly query: EventQuery} | {readonly issues: readonly Issue[]} => {
  const result = z.safeParse(Parameters, parameters);
  if (!result.success) return {issues: issuesOf(result.error, parameters)};
  const {past, language, country, attendance, from, to, cursor, limit} = result.data;
  return {
    query: {
      past: past === 'true',
      ...(language !== undefined && {language}),
      ...(country !== undefined && {country}),
      ...(attendance !== undefined && {attendance}),
      ...(from !== undefined && {from}),
      ...(to !== undefined && {to}),
      ...(cursor !== undefined && {cursor}),
      ...(limit !== undefined && {limit: Number(limit)}),
    },
  };
};
