/** The style properties that the page around may set, by what it calls them. */
const PROPERTIES = {
  accent: '--sphere-accent',
  onAccent: '--sphere-on-accent',
  danger: '--sphere-danger',
  radius: '--sphere-radius',
  color: 'color',
  font: 'font-family',
  size: 'font-size',
} as const;

/** What each of them may be: text that is no such value changes nothing. */
const KINDS: Readonly<Record<string, string>> = {'--sphere-radius': 'row-gap', 'font-family': 'font-family', 'font-size': 'font-size'};

/** Makes the page look like the one around it. What that says is text from a stranger: it becomes the value of these properties, or nothing. */
export const takeLook = ({theme, language, ...look}: Readonly<Record<string, unknown>>): void => {
  const {documentElement} = document;
  const {style} = documentElement;
  if (theme === 'light' || theme === 'dark') style.colorScheme = theme;
  if (theme === 'auto') style.colorScheme = 'light dark';
  for (const [name, property] of Object.entries(PROPERTIES)) {
    const value = look[name];
    if (typeof value === 'string' && CSS.supports(KINDS[property] ?? 'color', value)) style.setProperty(property, value);
  }
  // Whoever lends its text's colour lends its ground too.
  if (typeof look['color'] === 'string') style.background = 'transparent';
  if (typeof language === 'string' && language !== '') documentElement.lang = language;
};
