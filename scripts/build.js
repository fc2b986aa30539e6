// @ts-check
// npm run build: builds what is stale. dist/ for npm, cdn/ for a script tag, server/dist/ for the back end.
import {exit} from 'node:process';
import {filesIn} from './lib/files.js';
import {at, isStarted} from './lib/paths.js';
import {perform} from './lib/step.js';

const generated = at('src/localization/generated');
const sources = () => filesIn(at('src')).filter((file) => !file.startsWith(generated));
const pseudo = [at('locales/en-XA.xlf'), at('locales/ar-XB.xlf')];
const translations = () => filesIn(at('locales')).filter((file) => !pseudo.includes(file));

/** The words alone, which types, lint and the browser tests need too. */
export const buildWords = async () => {
  const {buildLocales} = await import('./build/locales.js');
  await perform({
    name: 'locales',
    reads: () => [...sources(), ...translations(), at('tsconfig.json'), at('scripts/pseudo-locales.js')],
    writes: () => [generated, ...pseudo],
    run: buildLocales,
  });
};

export const build = async () => {
  const [{compile}, {bundlePrivateLocalize}, {buildCdn}, {buildManifest}] = await Promise.all([
    import('./build/modules.js'),
    import('./build/private-localize.js'),
    import('./build/cdn.js'),
    import('./build/manifest.js'),
  ]);
  await buildWords();
  await perform({
    name: 'modules',
    reads: () => [at('src'), at('tsconfig.json')],
    writes: () => [at('dist')],
    run: async () => {
      await compile('.', 'dist');
      await bundlePrivateLocalize();
    },
  });
  await perform({name: 'cdn', reads: () => [at('dist'), at('package.json')], writes: () => [at('cdn')], run: buildCdn});
  await perform({name: 'manifest', reads: () => [at('src/elements')], writes: () => [at('custom-elements.json')], run: buildManifest});
  await perform({
    name: 'server',
    // It takes the contract's schemas and types from dist/.
    reads: () => [at('server/src'), at('server/tsconfig.json'), at('dist')],
    writes: () => [at('server/dist')],
    run: () => compile('server', 'server/dist'),
  });
};

if (isStarted(import.meta.url)) {
  await build().catch((error) => {
    console.error(error.message);
    exit(1);
  });
}
