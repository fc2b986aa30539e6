/**
 * What stands in for Lit's `css-tag.js` in the script-tag bundles: the same exports for browsers that can adopt style sheets. All that have
 * `light-dark()` and `:state()` can, so that the rest of Lit's module, half a kilobyte of each bundle, would never run.
 *
 * @module
 */

/** Styles, parsed once, with the first element that wears them. */
export class CSSResult {
  readonly cssText: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }
}

/** Our styles hold no expressions. */
export const css = ([text = '']: TemplateStringsArray): CSSResult => new CSSResult(text);

export const getCompatibleStyle = (style: CSSResult): CSSResult => style;

export const adoptStyles = (root: ShadowRoot, styles: readonly CSSResult[]): void => {
  root.adoptedStyleSheets = styles.map(({styleSheet}) => styleSheet);
};

export const supportsAdoptingStyleSheets = true;

export const unsafeCSS = (text: string): CSSResult => new CSSResult(text);
