import type {PetitionDocument} from '../../src/adapters/memory.js';

declare global {
  interface Window {
    /** What ran that should not have. */
    ran?: string[];
  }
}

const attack = (where: string) => `<img src=x onerror="(window.ran ??= []).push('${where}')"><script>(window.ran ??= []).push('${where}')</script>`;

/** A petition with markup in every text that a document holds. Each names where it stands. */
export const hostilePetition = {
  id: 'hostile',
  language: 'en',
  test: true,
  title: attack('title'),
  summary: [{text: attack('summary'), strong: true}],
  callToAction: attack('callToAction'),
  letter: [
    {type: 'heading', text: attack('heading')},
    {type: 'paragraph', text: attack('paragraph')},
    {type: 'paragraph', text: [{text: attack('span'), href: 'https://example.org/"><script>ran()</script>'}]},
    {type: 'list', items: [attack('item')]},
    {type: 'quote', text: attack('quote'), source: attack('source')},
  ],
  addressees: [{name: attack('addressee')}],
  updates: [{title: attack('update'), publishedAt: '2026-01-01T12:00:00Z', body: [{type: 'paragraph', text: attack('news')}]}],
  fields: [
    {name: 'topic', type: 'select', label: attack('label'), hint: attack('hint'), required: true, options: [{value: '<b>"value"</b>', label: attack('option')}]},
  ],
  consents: [{id: 'signature', purpose: 'signature', version: '1', text: attack('consent'), required: true}],
  controllers: [{id: 'us', name: attack('controller'), privacy: 'https://example.org/privacy'}],
} satisfies PetitionDocument;

/** Where the texts above stand that an element shows as text; a select's values are none. */
export const placesOf = (element: 'letter' | 'form' | 'petition'): readonly string[] => {
  const letter = ['heading', 'paragraph', 'span', 'item', 'quote', 'source', 'addressee'];
  const form = ['callToAction', 'label', 'hint', 'option', 'consent', 'controller'];
  return {letter, form, petition: ['title', 'summary', 'update', 'news', ...letter, ...form]}[element];
};

export const attackAt = attack;
