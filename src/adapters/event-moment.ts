/** By their zones: making one takes a hundred times as long as using it, and a list has thousands of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is from UTC at a moment, as a date ends with it: `+01:00`. */
const offsetAt = (moment: number, zone: string): string => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', {timeZone: zone, timeZoneName: 'longOffset'});
  formats.set(zone, format);
  const [, offset = '+00:00'] = /GMT([+-]\d\d:\d\d)/.exec(format.format(moment)) ?? [];
  return offset;
};

/** A local time with its offset, in the zone where it is told. */
const inZone = (local: string, zone: string): string => {
  // The offset at that time if it were UTC is right except within hours of a change of clocks; asked again from there, it is right.
  const near = Date.parse(`${local}${offsetAt(Date.parse(`${local}Z`), zone)}`);
  return `${local}${offsetAt(near, zone)}`;
};

/** Seconds since 1970 have ten digits until the year 2286, milliseconds thirteen. */
const SECONDS = 1e11;

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A moment as the contract writes it, from what platforms write: with an offset, in a zone's local time, or in seconds or milliseconds since 1970.
 *
 * @param zone Whose time it is where it does not say. Absent: a time without offset stays as it is, and the door names it.
 */
export const momentOf = (value: unknown, zone?: string): unknown => {
  const number = typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number') {
    const date = new Date(number < SECONDS ? number * 1000 : number);
    return Number.isNaN(date.getTime()) ? value : date.toISOString();
  }
  const [, day, time = '00:00', seconds = ':00', , offset] = (typeof number === 'string' ? LOCAL.exec(number.trim()) : undefined) ?? [];
  if (day === undefined) return value;
  const local = `${day}T${time}${seconds}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return value;
  if (offset !== undefined) return local + (/z/i.test(offset) ? 'Z' : offset.replace(/^(...):?/, '$1:'));
  try {
    return zone === undefined ? value : inZone(local, zone);
  } catch {
    // A zone that this browser does not know.
    return value;
  }
};
