declare global {
  // What browsers take where a page demands trusted types, which TypeScript's own declarations do not say.
  interface DOMParser {
    parseFromString(text: TrustedHTML, type: DOMParserSupportedType): Document;
  }
}

/** The only text that becomes markup: a preview in a sandbox, and a pasted page that is parsed and never shown. */
const policy = window.trustedTypes?.createPolicy('sphere-configure', {createHTML: (text) => text});

/** A document for a frame that may run scripts and touch nothing. */
export const sandboxed = (text: string): TrustedHTML | string => policy?.createHTML(text) ?? text;

/** A page as a browser reads it, without running or loading anything of it. */
export const parsePage = (text: string): Document => {
  const trusted = policy?.createHTML(text);
  return trusted ? new DOMParser().parseFromString(trusted, 'text/html') : new DOMParser().parseFromString(text, 'text/html');
};
