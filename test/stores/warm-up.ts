import {memoryAdapter} from '../../src/adapters/memory.js';
import {defineAdapter} from '../../src/registry/registry.js';
import {PetitionStore} from '../../src/stores/petition-store.js';
import {signerOf} from '../../src/stores/signer.js';
import {english, signature} from '../mocks/documents.js';
import {eventually} from '../support/eventually.js';

/** Reads and signs a petition of two places, so that the modules that are fetched for it are here before a test stops the clock. */
export const warmUp = async (): Promise<void> => {
  const memory = memoryAdapter({petition: {...english, connect: {sign: {adapter: 'warm-up', src: 'https://away.example/p'}}}});
  defineAdapter('warm-up', () => memory);
  const store = new PetitionStore(() => Promise.resolve(memory));
  const state = store.petition('en');
  state.subscribe(() => undefined);
  const adapter = await eventually(() => (state.value.status === 'ready' ? state.value.adapter : undefined), 'The petition does not come.');
  await signerOf(store).sign(adapter, signature());
};
