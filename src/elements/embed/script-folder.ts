import {servedAt} from '../../snippet/server.js';

/**
 * Where other pages load the scripts from: there where this page does, each version as it comes; else from the back end that keeps the petition. A
 * page that brings the elements along by itself may have neither.
 */
export const scriptFolder = (src: string): string | undefined => {
  const script = document.querySelector<HTMLScriptElement>('script[src*="/sphere-petition."]');
  if (script && URL.canParse(script.src)) return new URL('.', script.src).href.replace(/\/v\/[^/]+\/$/, '/v1/');
  const served = servedAt(src);
  return served && `${served.origin}/v1/`;
};
