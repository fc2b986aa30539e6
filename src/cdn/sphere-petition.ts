/**
 * What `<script type="module" src="…/sphere-petition.js">` loads: what finds our elements on the page, and fetches those. Languages, adapters and
 * what signing needs come when an element asks for them.
 */
import {loadOnDemand} from './loader.js';

export {BackendError} from '../contract/error.js';
export {defineLocale} from './define-locale.js';
export {defineAdapter} from '../registry/define-adapter.js';

loadOnDemand();
// Whoever looks for what is wrong with their page asks for it on our script's tag.
if (document.querySelector('script[data-debug]')) void import('../diagnosis/debug.js');
