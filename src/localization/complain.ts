const told = new Set<string>();

/** Tells the developer of a page, once, of a `lang` that names no language. Fetched when there is one. */
export const notATag = (written: string): void => {
  if (told.has(written)) return;
  told.add(written);
  console.warn(`sphere-petition: lang="${written}" is no language tag as BCP 47 has them (fr, pt-BR); the language around it stands in.`);
};
