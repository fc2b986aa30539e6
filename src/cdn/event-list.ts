/** What `<script type="module" src="…/event-list.js">` loads: the events and the counter. Languages, and what joining an event needs, come when asked for. */
import '../define/sphere-counter.js';
import '../define/sphere-event-list.js';

export {defineLocale} from './define-locale.js';
export {defineAdapter} from '../registry/define-adapter.js';
