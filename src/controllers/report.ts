import type {BackendError} from '../contract/error.js';

const reported = new WeakSet<BackendError>();

/**
 * Tells the developer of the page what is wrong: once per error, however many elements meet it, naming the element, the address
 * and the member. Nothing that a person typed is ever part of it.
 */
export const report = (element: Element, error: BackendError): void => {
  if (reported.has(error)) return;
  reported.add(error);
  const src = element.getAttribute('src');
  const members = error.issues.map(({path, reason}) => `\n  ${path === '' ? '(whole document)' : path}: ${reason}`).join('');
  console.error(`<${element.localName}${src === null ? '' : ` src="${src}"`}> ${error.code}: ${error.message}${members}`);
};
