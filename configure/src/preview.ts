/**
 * Runs inside of the preview's frame, beside the snippet: says how high the page is, and shows a document that has no address yet.
 *
 * @module
 */
const tell = (message: object): void => { parent.postMessage(message, '*'); };

/** Keeps what is typed while the document changes: the element is made once, and told to read anew. */
const show = (petition: unknown): void => {
  const element = document.createElement('sphere-petition');
  Object.assign(element, {adapter: {name: 'preview', getPetition: async () => petition, sign: async () => ({status: 'accepted', receivedAt: new Date().toISOString()})}});
  document.querySelector('sphere-petition')?.remove();
  document.body.append(element);
};

addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
  if (source === parent && typeof data === 'object' && data !== null && 'type' in data && data.type === 'preview:document' && 'document' in data) show(data.document);
});

addEventListener('DOMContentLoaded', () => {
  new ResizeObserver(() => { tell({type: 'preview:height', height: Math.ceil(document.body.getBoundingClientRect().height) + 1}); }).observe(document.body);
  tell({type: 'preview:ready'});
});
