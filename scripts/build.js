// @ts-check
// npm run build: builds what is stale. dist/ for npm, cdn/ for a script tag, server/dist/ for the back end; site/ for the demo.
import {argv, exit} from 'node:process';
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

/** @param {readonly import('./build/demo.js').Flavour[]} [flavours] Of the demo's site. */
export const build = async (flavours = ['live', 'static']) => {
  const [{compile}, {bundlePrivateLocalize}, {buildCdn}, {buildConfigurator, CONFIGURATOR}, {describeElements}] = await Promise.all([
    import('./build/modules.js'),
    import('./build/private-localize.js'),
    import('./build/cdn.js'),
    import('./build/configure.js'),
    import('./build/description.js'),
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
  await perform({name: 'cdn', reads: () => [at('dist'), at('src/cdn/sphere-petition.css'), at('integrations/wordpress'), at('LICENSE'), at('package.json')], writes: () => filesIn(at('cdn')).filter((file) => !file.startsWith(at(CONFIGURATOR))), run: buildCdn});
  await perform({
    name: 'configurator',
    reads: () => [at('configure/index.html'), at('configure/configure.css'), at('configure/preview.css'), at('configure/src'), at('configure/tsconfig.json'), at('dist/snippet'), at('dist/diagnosis'), at('dist/contract'), at('dist/localization'), at('package.json')],
    writes: () => [at(CONFIGURATOR), at('configure/dist')],
    run: buildConfigurator,
  });
  await perform({
    name: 'description',
    reads: () => [at('src/elements'), at('src/localization/sphere-element.ts'), at('package.json')],
    writes: () => [at('custom-elements.json'), at('editors'), at('frameworks/generated')],
    run: describeElements,
  });
  await perform({
    name: 'server',
    // It takes the contract's schemas and types from dist/.
    reads: () => [at('server/src'), at('server/tsconfig.json'), at('dist')],
    writes: () => [at('server/dist')],
    run: () => compile('server', 'server/dist'),
  });
  const {buildDemo, CAMPAIGN, siteFolder} = await import('./build/demo.js');
  for (const flavour of flavours) {
    await perform({
      name: `demo-${flavour}`,
      reads: () => [at('demo'), at('docs/theming.md'), at('custom-elements.json'), at('server/dist/campaign'), at('cdn')],
      writes: () => [at(siteFolder(flavour)), at(CAMPAIGN)],
      run: () => buildDemo(flavour),
    });
  }
};

if (isStarted(import.meta.url)) {
  // `npm run build:site`
  const wantsSite = argv[2] === 'site';
  await build(wantsSite ? ['static'] : undefined).catch((error) => {
    console.error(error.message);
    exit(1);
  });
  if (wantsSite) console.log('The demo is in site/static/. Put that folder on any host of files: it needs no server.');
}
