/** What can be offered after signing. */
export const STEPS = ['share', 'events'] as const;
export type Step = (typeof STEPS)[number];

const isStep = (name: string): name is Step => STEPS.some((step) => step === name);

/** What was said already: a form asks more than once. */
const said = new Set<string>();
const warn = (message: string): void => {
  if (!said.has(message)) console.warn(message);
  said.add(message);
};

/** The steps that an attribute names, each once, in its order. */
export const stepsOf = (journey: string): Step[] => {
  const names = new Set(journey.split(/[\s,]+/).filter(Boolean));
  return [...names].filter((name): name is Step => {
    if (isStep(name)) return true;
    warn(`<sphere-petition-form journey="${journey}">: there is no step "${name}", so it is left out. There are: ${STEPS.join(', ')}.`);
    return false;
  });
};

/** Where to go in the end, if the attribute holds an address that one may be sent to without a second look. */
export const redirectOf = (redirect: string): URL | undefined => {
  const address = redirect.trim();
  if (address === '') return undefined;
  const url = /^https:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
  if (url?.username === '' && url.password === '') return url;
  warn('<sphere-petition-form redirect="…">: only a whole https: address, without a name or password in it, is gone to, so this one is ignored.');
  return undefined;
};
