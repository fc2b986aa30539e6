/** An object's own member of a name that somebody chose: `constructor` must not find what every object has. */
export const own = <T>(members: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(members, name) ? members[name] : undefined;
