/**
 * What `<script type="module" src="…/sphere-petition.js">` loads: every element, registered. Languages, rarer adapters and what
 * signing needs come when an element asks for them.
 */
import '../define/index.js';

export {BackendError} from '../contract/error.js';
export {defineLocale} from '../localization/packs.js';
export {defineAdapter} from '../registry/registry.js';
