/** The outermost heading where the page does not say: below its own title. */
export const HEADING_LEVEL = 2;

/** What the attribute `heading-level` says: 1 to 6; anything else means 2. */
export const headingLevelOf = (attribute: string | null): number => {
  const level = Number(attribute);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : HEADING_LEVEL;
};
