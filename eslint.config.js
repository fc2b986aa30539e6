// @ts-check
// What the compiler does not say: the rules of docs/architecture.md, as far as a machine can hold them.
import {builtinModules} from 'node:module';
import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** src/ from the inside out: a ring imports itself and those before it. `adapters` and `testing` stand beside. */
const rings = ['contract', 'registry', 'stores', 'controllers', 'elements', 'define', 'cdn'];
const besides = {
  // The rings themselves, and what they lean on: a language has no ring, it is the elements' own.
  contract: [],
  registry: [],
  stores: [],
  controllers: [],
  localization: [],
  styles: [],
  // What is pasted on pages, and what is wrong with them: neither knows the library.
  snippet: [],
  diagnosis: [],
  adapters: ['contract'],
  testing: ['contract', 'registry'],
  elements: ['localization', 'styles', 'snippet'],
  define: ['localization', 'styles'],
  cdn: ['localization', 'styles', 'adapters', 'diagnosis', 'testing'],
};

/** @param {string} folder */
const allowed = (folder) => {
  const ring = rings.indexOf(folder);
  return [folder, ...besides[/** @type {keyof typeof besides} */ (folder)], ...(ring > 0 ? rings.slice(0, ring) : [])];
};

const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'];

/** @param {string} selector @param {string} message */
const never = (selector, message) => ({selector, message});

const HTML = 'Text is text: render it with Lit, which escapes.';
const everywhere = [never('TSEnumDeclaration', 'A union of strings says the same and is erased.')];
const inTheLibrary = [
  never(':matches(MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/])', HTML),
  never('MemberExpression[object.name="document"][property.name=/^(cookie|write|writeln)$/]', 'No cookies, no writing into the page.'),
  never(`MemberExpression[property.name=/^(${storage.join('|')})$/]`, 'Nothing about a signer stays behind.'),
  never('TemplateElement[value.raw=/\\sstyle=/]', 'A strict style-src drops style attributes: use a class, or the CSSOM.'),
];

const directives = ['lit/directives/unsafe-html.js', 'lit/directives/unsafe-svg.js', 'lit/directives/unsafe-mathml.js', 'lit/directives/style-map.js', 'lit/static-html.js'];

/** @param {string} folder @returns {import('eslint').Linter.Config} */
const ringRule = (folder) => {
  const outer = Object.keys(besides).filter((other) => !allowed(folder).includes(other));
  const packages = /** @type {Record<string, string>} */ ({contract: '^(?!\\.|zod/mini$)', stores: '^lit', registry: '^lit', adapters: '^lit', snippet: '^(?!\\.)', diagnosis: '^(?!\\.)'})[folder];
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: directives.map((name) => ({name, message: HTML})),
          patterns: [
            {regex: `^(\\.\\./)+(${outer.join('|')})/`, message: `Imports point inward only: ${folder}/ may import ${allowed(folder).join(', ')}.`},
            ...(folder === 'cdn' ? [] : [{regex: '^(\\.\\./)+index\\.js$', message: 'Import the module itself, not the package.'}]),
            {regex: '^@lit/localize', message: 'Through localization/ alone, which has a private copy.'},
            {regex: `^(node:|(${builtinModules.join('|')})$)`, message: 'The library runs in pages.'},
            ...(packages ? [{regex: packages, message: `${folder}/ knows no Lit${folder === 'contract' ? ', and nothing but zod/mini' : ''}.`}] : []),
          ],
        },
      ],
    },
  };
};

const recommendedForLit = /** @type {any} */ (lit).configs['flat/recommended'].rules;

export default tseslint.config(
  {ignores: ['site/**', '**/dist/', 'cdn/', 'data/', 'coverage/', 'src/localization/generated/', 'frameworks/generated/', '.cache/']},
  // What is in a .vue file the linter cannot know; the example's own build checks it.
  {ignores: ['examples/vue/src/']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      // A number in a sentence needs no String().
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true, ignoreVoidOperator: true}],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Our objects come from factories: their methods read a closure, not `this`.
      '@typescript-eslint/unbound-method': 'off',
      // `async` turns what is thrown into a rejection, with or without an `await`.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An empty text falls through `||`, as it should.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', {ignorePrimitives: {string: true}}],
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-eval': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', {'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true}],
      // The compiler's noUnusedLocals says it.
      '@typescript-eslint/no-unused-vars': 'off',
      // Events map, tag name map: interfaces are merged, and schema and type share a name.
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
    },
  },

  {files: ['src/**/*.ts', 'configure/**/*.ts'], plugins: {lit: /** @type {any} */ (lit)}, rules: recommendedForLit},
  {
    files: ['src/**/*.ts', 'configure/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...inTheLibrary],
      'no-restricted-globals': ['error', ...storage.map((name) => ({name, message: 'Nothing about a signer stays behind.'}))],
      'no-console': ['error', {allow: ['warn', 'error']}],
    },
  },
  ...Object.keys(besides).map(ringRule),
  {files: ['src/localization/lit-localize.ts'], rules: {'no-restricted-imports': 'off'}},

  // Declarations that are written by hand, in the project of their tests.
  {files: ['frameworks/*.d.ts'], languageOptions: {parserOptions: {projectService: false, project: ['test/frameworks/tsconfig.json']}}},

  // The benches are in the tests' project.
  {files: ['server/bench/**/*.ts'], languageOptions: {parserOptions: {projectService: false, project: ['server/test/tsconfig.json']}}},
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: {
      // chai's `expect(x).to.be.true`, and node:test's promises that the runner awaits by itself.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Listeners that do nothing, and rejections with whatever a page might reject with.
      '@typescript-eslint/no-empty-function': ['error', {allow: ['arrowFunctions']}],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-floating-promises': ['error', {allowForKnownSafeCalls: [{from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test'}]}],
    },
  },

  {
    files: ['**/*.js'],
    extends: [tseslint.configs.strict],
    rules: {'@typescript-eslint/no-unused-vars': 'error'},
  },
);
