/**
 * What reads a platform's answers where no page asks for them: the server's mirror fetches them with an organisation's key, and understands them with
 * the same code as a page does.
 *
 * @module
 */
export {eventOf, type DraftStyle} from './event-draft.js';
export {refusal} from './http-refusal.js';
export {jsonOf, type Answer} from './http.js';
export {draftsIn, rowsIn} from './json-events.js';
export {asking, settings as jsonSettings, tallyIn, type JsonSettings} from './json.js';
