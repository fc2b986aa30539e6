import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FORMS, OPTIONS, WIDGETS, type Choice, type Form, type Widget} from '../../src/snippet/choice.js';
import {servedAt} from '../../src/snippet/server.js';
import {snippet} from '../../src/snippet/snippet.js';

const src = 'https://petition.example.org/petitions/safe-exit';
const base: Choice = {widget: 'petition', src, scripts: 'https://petition.example.org/v1/', server: servedAt(src), words: {link: 'Sign the petition', title: 'A safe way out', number: '12,345'}};
const INTEGRITY = `sha384-${'A'.repeat(64)}`;
const pinned = {folder: 'https://petition.example.org/v/1.2.3/', integrity: INTEGRITY, resize: INTEGRITY};
const write = (form: Form, change: Partial<Choice> = {}) => snippet(form, {...base, ...change});

test('an element: its script, then the element with the link inside', () => {
  assert.equal(write('element'), [
    '<script type="module" src="https://petition.example.org/v1/sphere-petition.js"></script>',
    `<sphere-petition src="${src}"><a href="${src}">Sign the petition</a></sphere-petition>`,
  ].join('\n'));
  assert.equal(write('element', {widget: 'number', options: {'min-count': '1000'}}), [
    '<script type="module" src="https://petition.example.org/v1/counter.js"></script>',
    `<sphere-counter src="${src}" appearance="inline" min-count="1000">12,345</sphere-counter>`,
  ].join('\n'));
  assert.equal(write('element', {widget: 'counter'})?.split('\n')[1], `<sphere-counter src="${src}">12,345</sphere-counter>`, 'a link would be as large as the number');
  assert.equal(write('element', {widget: 'counter', words: {...base.words, number: undefined}})?.split('\n')[1], `<sphere-counter src="${src}"><a href="${src}">Sign the petition</a></sphere-counter>`);
  assert.match(write('element', {widget: 'form'}) ?? '', /v1\/sphere-petition\.js.*\n<sphere-petition-form src/);
  assert.match(write('element', {widget: 'events', options: {country: 'FR'}}) ?? '', /event-list\.js.*\n<sphere-event-list src="[^"]+" country="FR"><a /);
});

test('colours are one line of their own, and only where something was chosen', () => {
  assert.equal(write('element', {accent: '#00566b', theme: 'dark'})?.split('\n')[1], '<style>sphere-petition{--sphere-accent:#00566b;color-scheme:dark}</style>');
  assert.equal(write('element', {theme: 'light', widget: 'counter'})?.split('\n')[1], '<style>sphere-counter{color-scheme:light}</style>');
  assert.doesNotMatch(write('element') ?? '', /style/);
});

test('pinned: one file with its hash, which a script of another host needs with crossorigin', () => {
  for (const form of ['element', 'place'] as const) {
    const text = write(form, {pinned}) ?? '';
    assert.ok(text.startsWith(`<script async src="https://petition.example.org/v/1.2.3/sphere-petition.bundle.js" integrity="${INTEGRITY}" crossorigin="anonymous"`), text);
    assert.doesNotMatch(text, /\/v1\/|type="module"/);
  }
  assert.match(write('frame', {pinned}) ?? '', new RegExp(`v/1\\.2\\.3/resize\\.js" integrity="${INTEGRITY}" crossorigin="anonymous"></script>$`));
  assert.doesNotMatch(write('frame') ?? '', /integrity/);
});

test('a <div> that the site’s script makes a widget of carries every choice as data-*', () => {
  assert.equal(write('mount', {lang: 'fr', accent: '#00566b', theme: 'dark', options: {journey: 'share,events'}}),
    `<div data-sphere-petition="${src}" data-lang="fr" data-journey="share,events" data-theme="dark" data-accent="#00566b"><a href="${src}">Sign the petition</a></div>`);
  assert.match(write('mount', {widget: 'number'}) ?? '', /^<div data-sphere-counter="[^"]+" data-appearance="inline">12,345<\/div>$/);
  assert.match(write('mount', {widget: 'counter'}) ?? '', /^<div data-sphere-counter="[^"]+">12,345<\/div>$/);
  assert.match(write('mount', {widget: 'events'}) ?? '', /^<div data-sphere-events=/);
  assert.equal(write('mount', {widget: 'form'}), undefined);
});

test('a script in its place carries them too, and leaves a link where no script runs', () => {
  assert.equal(write('place', {lang: 'fr'}),
    `<script async src="https://petition.example.org/v1/sphere-petition.iife.js" data-sphere-petition="${src}" data-lang="fr"></script><noscript><a href="${src}">Sign the petition</a></noscript>`);
});

test('fields to fill in: a script that runs as a module and as a classic one, since nobody can choose there', () => {
  assert.equal(write('settings', {widget: 'counter', lang: 'fr'}), ['Server URL: https://petition.example.org/v1/sphere-petition.iife.js', 'Tag name: sphere-counter', `Attribute src: ${src}`, 'Attribute lang: fr'].join('\n'));
  assert.match(write('settings', {pinned}) ?? '', /^Server URL: https:\/\/petition\.example\.org\/v\/1\.2\.3\/sphere-petition\.bundle\.js\n/);
});

test('addresses: a frame’s says what it can be told, an accent without its #', () => {
  const choice: Partial<Choice> = {lang: 'fr', theme: 'dark', accent: '#00566b', options: {journey: 'share,events', redirect: 'https://example.org/a?b=c&d', embed: 'off', isolation: 'frame'}};
  assert.equal(write('frame-address', choice), 'https://petition.example.org/embed/safe-exit?show=petition&lang=fr&theme=dark&accent=00566b&journey=share,events&redirect=https://example.org/a%3Fb%3Dc%26d');
  assert.equal(write('frame-address', {widget: 'number'}), 'https://petition.example.org/embed/safe-exit?show=counter');
  assert.equal(write('address', {lang: 'fr'}), `${src}?lang=fr`);
  assert.match(write('frame', choice) ?? '', /^<iframe src="[^"]+&amp;lang=fr&amp;[^"]+" title="A safe way out" width="100%" height="\d+" frameborder="0" loading="lazy" allow="clipboard-write; web-share"><a .*<\/iframe>\n<script async src="https:\/\/petition\.example\.org\/v1\/resize\.js"><\/script>$/);
});

test('pictures have words, and lead to the petition', () => {
  assert.equal(write('badge-markdown', {lang: 'fr'}), `[![A safe way out – Sign the petition](https://petition.example.org/badge/safe-exit.svg?lang=fr)](${src})`);
  assert.equal(write('badge-html'), `<a href="${src}"><img src="https://petition.example.org/badge/safe-exit.png" alt="A safe way out – Sign the petition"></a>`);
  assert.match(write('badge-markdown', {words: {link: 'Sign', title: 'No [more] \\ of this'}}) ?? '', /^\[!\[No \\\[more\\\] \\\\ of this – Sign\]/);
});

test('a shortcode is one line in brackets, and no bracket of an address ends it', () => {
  assert.equal(write('shortcode', {lang: 'fr', options: {'min-count': '100'}}), `[sphere_petition src="${src}" lang="fr" min-count="100"]`);
  assert.equal((write('shortcode', {options: {redirect: 'https://example.org/[a]'}}) ?? '').indexOf(']'), (write('shortcode', {options: {redirect: 'https://example.org/[a]'}}) ?? '').length - 1);
});

test('without a reference back end there is no frame, no picture and no address that a site could look up', () => {
  for (const form of ['address', 'frame', 'frame-address', 'badge-html', 'badge-markdown'] as const) assert.equal(write(form, {server: undefined}), undefined);
});

test('what is no option of a widget is left out of every form', () => {
  const all = {journey: 'share', redirect: 'https://example.org/', 'min-count': '5', source: 'web', isolation: 'frame', embed: 'off', country: 'FR'} as const;
  for (const widget of WIDGETS) {
    const foreign = Object.keys(all).filter((name) => !OPTIONS[widget].some((own) => own === name));
    for (const form of FORMS) for (const name of foreign) assert.doesNotMatch(write(form, {widget, options: all}) ?? '', new RegExp(`[ -]${name}[=:]`), `${form} of ${widget}`);
  }
});

/** Whatever a petition is called and wherever it is kept. */
const hostile = {src: 'https://example.org/petitions/x?a="><script>alert(1)</script>&b=\'', words: {link: '"><img src=x onerror=alert(1)>', title: 'A\n\nB</style><script>', number: '<b>1</b>'}};

test('every form of every widget is one line a tag without a blank one, and lets nothing out of its quotes', () => {
  for (const form of FORMS) {
    for (const widget of WIDGETS as readonly Widget[]) {
      const text = write(form, {...hostile, widget, lang: 'fr', theme: 'dark', accent: '#00566b', options: {journey: 'share', 'min-count': '5', country: 'FR'}});
      if (text === undefined) continue;
      assert.doesNotMatch(text, /\n\s*\n|^\s|\s$/, `${form} of ${widget}: ${text}`);
      // Fields to fill in, an address and Markdown are no HTML.
      if (form === 'settings' || form === 'address' || form === 'badge-markdown') continue;
      assert.doesNotMatch(text, /onerror=alert\(1\)>|<script>/, `${form} of ${widget}: ${text}`);
      for (const line of text.split('\n')) assert.equal((line.match(/"/g) ?? []).length % 2, 0, line);
    }
  }
});

test('a reference back end is known by the address of its petitions', () => {
  assert.deepEqual(servedAt('https://example.org/sub/petitions/safe-exit/'), {origin: 'https://example.org/sub', slug: 'safe-exit'});
  for (const other of ['https://example.org/petition.json', 'https://example.org/petitions', 'https://example.org/petitions/a/b', 'nonsense']) assert.equal(servedAt(other), undefined);
});
