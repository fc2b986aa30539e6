/** What `<script type="module" src="…/counter.js">` loads: the counter alone, with its words in every shipped language. */
import '../define/sphere-counter.js';

export {defineAdapter} from '../registry/define-adapter.js';
