/** The rules in any shadow tree that hold now and let something move. Runs in the page, so it can use nothing from outside. */
export const movingRules = (): string[] => {
  const found: string[] = [];
  const read = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) continue;
      if (rule instanceof CSSGroupingRule) read(rule.cssRules);
      if (rule instanceof CSSStyleRule && /(transition|animation)[^:]*:(?! none)|scroll-behavior: smooth/.test(rule.style.cssText)) found.push(rule.cssText);
    }
  };
  const visit = (root: Document | ShadowRoot): void => {
    if (root instanceof ShadowRoot) for (const sheet of root.adoptedStyleSheets) read(sheet.cssRules);
    for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) visit(shadowRoot);
  };
  visit(document);
  return found;
};

/** What can be pressed or typed into, and progress, that has no edge where the reader's colours replace ours. Runs in the page. */
export const unboundedControls = (): string[] => {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const each of root.querySelectorAll('*')) {
      if (each.shadowRoot) visit(each.shadowRoot);
      if (!(root instanceof ShadowRoot) || !each.matches('button:not(.link), input, select, textarea, progress, a.quiet') || !each.checkVisibility()) continue;
      const {borderTopWidth, borderTopStyle, borderTopColor, backgroundColor, appearance} = getComputedStyle(each);
      const hasEdge = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none' && borderTopColor !== backgroundColor;
      // The browser's own box for a tick draws itself.
      if (!hasEdge && appearance === 'none') found.push(`<${each.localName} class="${each.className}" id="${each.id}">`);
    }
  };
  visit(document);
  return found;
};
