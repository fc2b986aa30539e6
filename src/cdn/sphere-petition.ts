/**
 * What `<script type="module" src="…/sphere-petition.js">` loads: the elements of a petition, registered. Events and sharing come when the page has
 * them; languages, rarer adapters and what signing needs, when an element asks for them.
 */
import '../define/sphere-petition.js';
import '../define/sphere-petition-form.js';
import '../define/sphere-counter.js';
import '../define/sphere-letter.js';
import '../define/sphere-updates.js';
import {registerOnDemand} from './on-demand.js';

export {BackendError} from '../contract/error.js';
export {defineLocale} from './define-locale.js';
export {defineAdapter} from '../registry/registry.js';

registerOnDemand();
// Whoever looks for what is wrong with their page asks for it on our script's tag.
if (document.querySelector('script[data-debug]')) void import('../diagnosis/debug.js');
