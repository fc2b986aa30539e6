/** What is wrong with a page's layout. Runs in the page, so it can use nothing from outside. */
export const layoutProblems = (): string[] => {
  const problems: string[] = [];
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > innerWidth) problems.push(`the page is ${scrollWidth} px wide`);

  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const {overflowX, overflowY} = getComputedStyle(element);
      const {clientWidth, clientHeight, scrollWidth: width, scrollHeight: height} = element;
      // Text for screen readers alone is a pixel wide. A bar's value is drawn inside it.
      if (clientWidth <= 1 || element.localName === 'progress') continue;
      const isCut = (/^(hidden|clip)$/.test(overflowX) && width > clientWidth + 1) || (/^(hidden|clip)$/.test(overflowY) && height > clientHeight + 1);
      if (isCut) problems.push(`<${element.localName} class="${element.getAttribute('class') ?? ''}"> is cut`);
      const {left, right} = element.getBoundingClientRect();
      const isText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      if (isText && right > left + 1 && (right > innerWidth + 1 || left < -1)) problems.push(`<${element.localName}> "${element.textContent.trim().slice(0, 30)}" sticks out`);
    }
  };
  visit(document);
  return problems;
};

/** Every text in a shadow tree whose element is meant to speak another language than English, with that language. Runs in the page. */
export const spokenTexts = (): {language: string; text: string}[] => {
  const texts: {language: string; text: string}[] = [];
  const languageOf = (element: Element): string => {
    for (let node: Element | undefined = element; node;) {
      const holder: Element | null = node.closest('[lang]');
      if (holder) return holder.getAttribute('lang') ?? '';
      const root: Node = node.getRootNode();
      node = root instanceof ShadowRoot ? root.host : undefined;
    }
    return '';
  };
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      const language = languageOf(element);
      const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        if (text !== '' && node.parentElement?.localName !== 'style') texts.push({language, text});
      }
      visit(element.shadowRoot);
    }
  };
  visit(document);
  return texts;
};
