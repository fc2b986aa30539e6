import {CANARY, all, find} from './support.js';

/** What somebody does who answers a question: types, and leaves the field. */
export const enter = async (form: Element, name: string, value: string): Promise<void> => {
  const control = await find<HTMLInputElement | HTMLSelectElement>(form, `[name="${name}"]`);
  control.focus();
  // One chooses from what is there to choose from.
  if (control instanceof HTMLSelectElement) await find(form, `[name="${name}"] option[value="${value}"]`);
  control.value = value;
  control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  control.dispatchEvent(new Event('change', {bubbles: true}));
};

/** Ticks the box of a consent. */
export const tick = async (form: Element, id: string): Promise<void> => {
  (await find(form, `#consent-${id}`)).click();
};

/** Answers all that the test petition asks. */
export const fillIn = async (form: Element, answers: Readonly<Record<string, string>> = CANARY): Promise<void> => {
  for (const [name, value] of Object.entries(answers)) await enter(form, name, value);
  await tick(form, 'signature');
};

export const button = (form: Element): Promise<HTMLButtonElement> => find(form, '[part=button]');

export const press = async (form: Element): Promise<void> => { (await button(form)).click(); };

/** What the controls of a form hold, by name. */
export const held = (form: Element): Record<string, string> => Object.fromEntries(
  all<HTMLInputElement | HTMLSelectElement>(form, 'input:not([type=checkbox]), select').map(({name, value}) => [name, value]),
);

/** What has the focus, seen through shadow roots. */
export const focused = (root: Document | ShadowRoot = document): Element | null => {
  const {activeElement} = root;
  return activeElement?.shadowRoot?.activeElement ? focused(activeElement.shadowRoot) : activeElement;
};
