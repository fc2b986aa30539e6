/**
 * Puts the widget in the place of the plain page, unless somebody has begun to use its form: on a slow line that would take away what they typed. The
 * widget shows the plain page until it has the petition, and for good where an element of the library's inside says that the petition is arranged already.
 */
export const PAGE_SCRIPT = `const element = document.querySelector('sphere-petition');
const form = element?.querySelector('form');

const isTyped = ({type, value, checked, defaultValue, selectedIndex}) =>
  type === 'checkbox' ? checked : type === 'select-one' ? selectedIndex > 0 : type !== 'submit' && value !== defaultValue;

const isUsed = form && (form.contains(document.activeElement) || [...form.elements].some(isTyped));

const keep = () => {
  if (!element.querySelector('sphere-plain')) element.append(document.createElement('sphere-plain'));
};

if (!isUsed) {
  for (const type of ['focusin', 'input']) form?.addEventListener(type, keep);
  await import('/v1/sphere-petition.js').catch(() => undefined);
}
`;
