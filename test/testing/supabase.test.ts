import * as supabase from '../../src/adapters/supabase.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {PetitionEvent} from '../../src/contract/index.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {english, events} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {postgrestHandlers} from '../mocks/postgrest-handlers.js';
import {host} from './host.js';
import * as z from 'zod/mini';

const SRC = 'https://abcdefgh.supabase.co/rest/v1';
const behind = memoryAdapter({petition: english, events});
const USED_BEFORE = 'PostgREST passes on a code of PostgreSQL, and none of them says "used before"';
const table = z.parse(z.array(PetitionEvent), events);

for (const [how, given] of [['a function', {count: 'petition_total'}], ['Content-Range', {'count-table': 'signature_totals'}]] as const) {
  const settings = {key: 'sb_publishable_x', petition: 'p1', sign: 'sign_petition', join: 'join_event', repeatable: true, events: 'events', ...given};
  host(`supabase, counted by ${how}`, await conformanceChecks({
    petition: english, made: {module: supabase, src: new URL(SRC), settings},
    excuse: {'sign refuses other content under the same key': USED_BEFORE, 'joinEvent refuses other content under the same key': USED_BEFORE},
    adapter: () => {
      answer(...postgrestHandlers(SRC, behind, () => Promise.resolve(table)));
      return supabase.create(new URL(SRC), settings);
    },
  }));
}
