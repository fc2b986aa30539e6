import {parse, Petition, type BackendAdapter} from 'sphere-petition/contract';

const campaign = parse(Petition, {
  id: 'safe-exit',
  title: 'A safe way out',
  language: 'en',
  letter: [{type: 'paragraph', text: 'We call on you to open a safe way out for those who are persecuted.'}],
  consents: [{id: 'signature', purpose: 'signature', text: 'You may keep my answers until the petition is handed over.', version: '1', required: true}],
}, 'campaign');

/** Where your organisation keeps its supporters; here it is this page's memory. */
let count = 1233;
const now = () => new Date().toISOString();

export const ourCrm: BackendAdapter = {
  name: 'our-crm',
  getPetition: async () => campaign,
  getTally: async () => ({count, goal: 2000, asOf: now()}),
  sign: async () => {
    count += 1;
    return {status: 'counted', receivedAt: now()};
  },
};
