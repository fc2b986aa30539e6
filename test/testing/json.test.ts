import {http, HttpResponse} from 'msw';
import * as json from '../../src/adapters/json.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {english, events} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';
import {host} from './host.js';

const SRC = 'https://crm.example/p';
const behind = memoryAdapter({petition: english, events});

const settings = {
  'tally': 'tally.json', 'count': 'count', 'goal': 'goal', 'as-of': 'asOf',
  'sign': 'signatures', 'repeatable': true,
  'events': 'list.json', 'events-list': 'data',
  'event': 'id = id; title = title; startsAt = startsAt; endsAt = endsAt; timeZone = timeZone; attendance = attendance; place.locality = place.locality; place.country = place.country; language = language; joinable = joinable',
};

/** An endpoint of one's own that keeps the contract's promises: what is sent is the contract's, unmapped. */
host('json, an endpoint of one\'s own', await conformanceChecks({
  petition: english, made: {module: json, src: new URL(`${SRC}/`), settings},
  adapter: () => {
    answer(...sphereHandlers(SRC, behind), http.get(`${SRC}/list.json`, () => HttpResponse.json({data: events})));
    return json.create(new URL(`${SRC}/`), settings);
  },
}));
