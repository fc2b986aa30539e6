/**
 * Where a classic script came from, for the files beside it; undefined where nobody can tell. Site builders that load it as a module leave no
 * `document.currentScript`: then the tag that names it is looked for.
 *
 * @param name `sphere-petition.iife.js`. To be called while the script runs for the first time.
 */
export const ownAddress = (name: string): string | undefined => {
  const script = document.currentScript ?? document.querySelector(`script[src*="/${name}"]`);
  return script instanceof HTMLScriptElement && script.src !== '' ? script.src : undefined;
};
