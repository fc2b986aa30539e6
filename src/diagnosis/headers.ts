/**
 * Response headers as they are copied out of a browser's tools, or printed by `curl -I`: a line each, `Name: value`. What is no header is passed over.
 *
 * @returns Names in small letters, each with every value that was sent.
 */
export const readHeaders = (text: string): ReadonlyMap<string, readonly string[]> => {
  const headers = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value = ''] = /^\s*<?\s*([A-Za-z0-9-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) continue;
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return headers;
};
