/** The conformance suite for a page that tries an adapter on, and what opens an address for it; see demo/conformance.js. */
export {defineAdapter} from '../registry/define-adapter.js';
export {openSource} from '../registry/open.js';
export {conformanceChecks} from '../testing/index.js';
