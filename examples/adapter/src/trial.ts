import {parse, Petition} from 'sphere-petition/contract';

/** A petition to try things on. Only because it says `test: true` does the suite write anything. */
export const trial = parse(Petition, {
  id: 'trial',
  title: 'A trial',
  language: 'en',
  test: true,
  consents: [{id: 'signature', purpose: 'signature', text: 'You may keep my answers until the petition is handed over.', version: '1', required: true}],
}, 'The trial');
