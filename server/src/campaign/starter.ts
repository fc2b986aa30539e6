/** A campaign document to begin with. Its texts say what belongs in their place; it imports as it is, marked as a test. */
export const starterCampaign = (id: string): object => ({
  id,
  defaultLanguage: 'en',
  test: true,
  goal: 0,
  fields: [
    {name: 'givenName', type: 'text', required: true, maxLength: 100},
    {name: 'familyName', type: 'text', required: true, maxLength: 100},
    {name: 'email', type: 'email', required: true, maxLength: 254},
    {name: 'country', type: 'country', required: true},
  ],
  consents: [
    {id: 'signature', purpose: 'signature', version: '1', required: true},
    {id: 'newsletter', purpose: 'newsletter', version: '1', required: false},
  ],
  controllers: [
    {id: 'organisation', name: 'The name of your organisation', privacy: 'https://example.org/privacy', contact: 'privacy@example.org'},
  ],
  texts: {
    en: {
      title: 'What you demand, in one line',
      summary: 'One or two sentences that say what signing does.',
      callToAction: 'Sign the letter',
      addressees: [{name: 'To the person or office that can decide'}],
      letter: [
        {type: 'paragraph', text: 'Each paragraph of the letter is a block of its own.'},
        {type: 'list', items: ['A block can be a list,', 'a heading, or a quote.']},
        {type: 'paragraph', text: [{text: 'A part of a paragraph can '}, {text: 'stand out', strong: true}, {text: ', or '}, {text: 'be a link', href: 'https://example.org/'}, {text: '.'}]},
      ],
      updates: [{title: 'A piece of news', body: [{type: 'paragraph', text: 'The newest comes first.'}]}],
      consents: {
        signature: 'Say who keeps the signature, for what, who receives it, what signing reveals, and how to take it back. Whenever you change this wording, give it a new version.',
        newsletter: 'Ask for the newsletter here, apart from the signature. Nobody has to tick it.',
      },
    },
  },
});
