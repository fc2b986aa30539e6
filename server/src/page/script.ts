/**
 * Puts the widget in the place of the plain page, unless somebody has begun to use its form: by then a slow page would take away what they typed. The
 * widget shows the plain page until it has the petition, so the moment to give way is any until then.
 */
export const PAGE_SCRIPT = `const element = document.querySelector('sphere-petition');
const form = element?.querySelector('form');
const typed = ({type, value, checked, defaultValue, selectedIndex}) =>
  type === 'checkbox' ? checked : type === 'select-one' ? selectedIndex > 0 : type !== 'hidden' && type !== 'submit' && value !== defaultValue;
const isUsed = () => form?.contains(document.activeElement) || [...(form?.elements ?? [])].some(typed);

// Moved, an answer keeps what is in it and loses the focus.
const keep = () => {
  if (!element?.isConnected) return;
  const focused = form.contains(document.activeElement) ? document.activeElement : undefined;
  element.replaceWith(...element.childNodes);
  focused?.focus({preventScroll: true});
};

if (isUsed()) keep();
else {
  for (const type of ['focusin', 'input', 'change']) form?.addEventListener(type, keep);
  await import('/v1/sphere-petition.js').catch(() => undefined);
}
`;
