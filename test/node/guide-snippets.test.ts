import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Choice, Form} from '../../src/snippet/choice.js';
import {snippet} from '../../src/snippet/snippet.js';
import {read} from './elements.js';

const words = {link: 'Sign the petition', title: 'A safe way out', number: '12 345'};
const base: Choice = {widget: 'petition', src: 'https://HOST/petitions/safe-exit', scripts: 'https://HOST/v1/', server: {origin: 'https://HOST', slug: 'safe-exit'}, words};

const shown: readonly (readonly [Form, Partial<Choice>])[] = [
  ['element', {lang: 'en'}],
  ['element', {widget: 'events', words: {...words, link: 'Events for the petition'}}],
  ['element', {pinned: {folder: 'https://HOST/v/VERSION/', integrity: 'sha384-HASH'}}],
  ['mount', {lang: 'fr', accent: '#00566b', words: {...words, link: 'Signer la pétition'}}],
  ['element', {widget: 'counter'}],
  ['mount', {widget: 'counter'}],
  ['mount', {widget: 'events', options: {country: 'FR'}, words: {...words, link: 'Les événements'}}],
  ['place', {lang: 'en'}],
  ['frame', {lang: 'en'}],
  ['badge-html', {lang: 'en'}],
  ['badge-markdown', {lang: 'en'}],
];

test('the snippets of the guide are those that the configurator writes', () => {
  const guide = read('docs/embedding.md');
  for (const [form, choice] of shown) {
    const text = snippet(form, {...base, ...choice});
    assert.ok(text !== undefined && guide.includes(`\n${text}\n`), `docs/embedding.md does not show the ${form} as the configurator writes it:\n${text ?? ''}`);
  }
});
