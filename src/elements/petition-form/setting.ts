const PARENT = 'sphere-petition';

/** What a form is told for itself, else the petition around it for its form, be it arranged by its author or not. */
export const settingOf = (form: Element, name: 'journey' | 'redirect' | 'source' | 'isolation' | 'via'): string | undefined => {
  const root = form.getRootNode();
  const around = form.closest(PARENT) ?? (root instanceof ShadowRoot && root.host.matches(PARENT) ? root.host : undefined);
  return [form, around].map((each): unknown => each && (Reflect.get(each, name) ?? each.getAttribute(name))).find((value) => typeof value === 'string');
};
