/** The offset of a zone's clock at a moment, as RFC 3339 writes it: `+05:30`. */
const offsetAt = (moment: number, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'}).formatToParts(moment);
  return /[+-]\d\d:\d\d/.exec(parts.find(({type}) => type === 'timeZoneName')?.value ?? '')?.[0] ?? '+00:00';
};

/**
 * The moment at which a zone's clock shows a date and a time; `undefined` for what is none. An hour that the clock leaves out in spring is
 * taken as if it had not yet been put forward.
 *
 * @example zonedTime('2024-03-16', '12:00', 'America/New_York') // '2024-03-16T12:00:00-04:00'
 */
export const zonedTime = (date: string, time: string, timeZone: string): string | undefined => {
  const there = /^\d{4}-\d\d-\d\d$/.test(date) && /^\d\d:\d\d/.test(time) ? `${date}T${time.slice(0, 5)}:00` : '';
  const asIfUtc = Date.parse(`${there}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  // The offset of a moment near by leads to the moment; its own offset may be another.
  const near = offsetAt(asIfUtc, timeZone);
  return `${there}${offsetAt(Date.parse(there + near), timeZone)}`;
};

/** The zone of this device's clock, and all that there are to choose from, each by its name. */
export const timeZones = (): {readonly own: string; readonly all: readonly string[]} => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {own, all: [...new Set([...Intl.supportedValuesOf('timeZone'), own, 'UTC'])].sort()};
};
