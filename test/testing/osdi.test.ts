import * as actionNetwork from '../../src/adapters/action-network.js';
import * as osdi from '../../src/adapters/osdi.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {english} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {actionNetworkHandlers, osdiHandlers} from '../mocks/osdi-handlers.js';
import {host} from './host.js';

/** Its first required answer is the one that OSDI cannot do without; consents stay with the form. */
const petition = {...english, fields: [{name: 'email', type: 'email', required: true}, {name: 'givenName', type: 'text'}], consents: [{id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'}]};

const CONSENTS = 'OSDI has no place for consents: which the petition asks for the form knows, and the platform does not';
const excuse = {'sign refuses a consent nobody asked for': CONSENTS};

const PETITION = new URL('https://actionnetwork.org/api/v2/petitions/0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77');
const EVENTS = new URL('https://actionnetwork.org/api/v2/events');
const HELPER = new URL('https://osdi.example/api/petitions/7/record_signature_helper');
const settings = {attendance: 'https://osdi.example/api/events/{event}/record_attendance_helper'};

host('action-network, without a key', await conformanceChecks({
  petition, made: {module: actionNetwork, src: PETITION, settings: {newsletter: 'newsletter'}},
  excuse: {
    ...excuse,
    'sign refuses an answer to a question nobody asked': 'Action Network answers 200 and {} whatever it is sent without a key; an answer that it does not know becomes a custom field',
    'sign refuses other content under the same key': 'Action Network knows no keys: it holds one signature a person',
    'sign refuses control characters': 'Action Network answers 200 and {} whatever it is sent without a key',
    'sign refuses a name of 10 000 characters': 'Action Network answers 200 and {} whatever it is sent without a key',
  },
  adapter: () => {
    answer(...actionNetworkHandlers());
    return actionNetwork.create(PETITION, {newsletter: 'newsletter'});
  },
}));

host('action-network, events', await conformanceChecks({
  petition, made: {module: actionNetwork, src: EVENTS},
  adapter: () => {
    answer(...actionNetworkHandlers());
    return actionNetwork.create(EVENTS, {});
  },
}));

host('osdi, a server that says what it refuses', await conformanceChecks({
  petition, made: {module: osdi, src: HELPER, settings},
  excuse: {...excuse, 'sign refuses an answer to a question nobody asked': 'an answer that OSDI has no name for becomes a custom field of the same name'},
  adapter: () => {
    answer(...osdiHandlers('https://osdi.example/api'));
    return osdi.create(HELPER, settings);
  },
}));
