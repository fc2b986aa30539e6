import {http} from 'msw';
import * as actionkit from '../../src/adapters/actionkit.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {ACTIONS, actionkitHandlers} from '../mocks/actionkit-handlers.js';
import {english} from '../mocks/documents.js';
import {opaque} from '../mocks/hidden.js';
import {answer} from '../mocks/network.js';
import {host} from './host.js';

/** Its first required answer is the one that ActionKit cannot do without; consents stay with the form. */
const petition = {...english, fields: [{name: 'email', type: 'email', required: true}, {name: 'givenName', type: 'text'}], consents: [{id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'}]};
const SRC = `${ACTIONS}?page=stop-the-thing`;
const excuse = {
  'sign refuses a consent nobody asked for': 'ActionKit has no place for consents: which the petition asks for the form knows, and the platform does not',
  'sign refuses an answer to a question nobody asked': 'an answer that ActionKit has no name for becomes a custom field of the action',
};
const [READABLE, UNREADABLE] = [{readable: true, signup: 'march-signup'}, {signup: 'march-signup'}];
const UNREAD = 'nothing of the answer can be read, be it a refusal or not: it is accepted, and no more';

host('actionkit, which lets this page read', await conformanceChecks({
  petition, excuse, made: {module: actionkit, src: new URL(SRC), settings: READABLE},
  adapter: () => {
    answer(...actionkitHandlers());
    return actionkit.create(new URL(SRC), READABLE);
  },
}));

host('actionkit, unread', await conformanceChecks({
  petition, made: {module: actionkit, src: new URL(SRC), settings: UNREADABLE},
  excuse: {...excuse, 'sign refuses control characters': UNREAD, 'sign refuses a name of 10 000 characters': UNREAD, 'joinEvent says not-found where there is no such event': UNREAD},
  adapter: () => {
    answer(http.post(ACTIONS, () => opaque()));
    return actionkit.create(new URL(SRC), UNREADABLE);
  },
}));
