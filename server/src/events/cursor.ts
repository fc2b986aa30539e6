import {Identifier, type PetitionEvent} from 'sphere-petition/contract';
import * as z from 'zod/mini';

/** The furthest that a `Date` can be from 1970, in milliseconds (ECMA-262 §21.4.1.1). */
const FURTHEST = 8.64e15;

const Position = z.tuple([z.int().check(z.minimum(-FURTHEST), z.maximum(FURTHEST)), Identifier]);

/**
 * Where a page ended: the start and id of its last event. Not how many came before: events that are added or taken away meanwhile
 * would shift that, and somebody would miss one or see it twice.
 */
export const cursorAfter = ({startsAt, id}: PetitionEvent): string => Buffer.from(JSON.stringify([Date.parse(startsAt), id])).toString('base64url');

/** An event that stands in the list's order where the cursor's page ended; undefined for a cursor that never came with a page. */
export const positionOf = (cursor: string): PetitionEvent | undefined => {
  try {
    const [start, id] = z.parse(Position, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return {id, startsAt: new Date(start).toISOString(), title: '', description: [], status: 'scheduled', attendance: 'online', joinable: false};
  } catch {
    return undefined;
  }
};
