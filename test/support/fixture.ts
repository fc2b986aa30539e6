import {render, type TemplateResult} from 'lit';

const containers: HTMLElement[] = [];

afterEach(() => {
  for (const container of containers.splice(0)) container.remove();
});

/** Waits until the elements in `root`, and what they render, have settled. */
export const settled = async (root: Element): Promise<void> => {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    await (element as {updateComplete?: Promise<unknown>}).updateComplete;
    for (const inner of element.shadowRoot?.children ?? []) await settled(inner);
  }
};

/**
 * Puts a Lit template, or HTML as an author would write it, into a fresh container of the page, and gives its first element once
 * that has rendered. Removed after the test.
 *
 * @example const counter = await fixture<SphereCounter>('<sphere-counter src="/p">12</sphere-counter>');
 */
export const fixture = async <T extends Element = HTMLElement>(content: TemplateResult | string, parent: ParentNode = document.body): Promise<T> => {
  const container = document.createElement('div');
  containers.push(container);
  parent.append(container);
  if (typeof content === 'string') container.innerHTML = content;
  else render(content, container);
  const element = container.firstElementChild;
  if (!element) throw new Error('The fixture holds no element.');
  await settled(element);
  return element as T;
};
