/** What reading events takes, whatever the platform: fetched with the first list, and not with an adapter that only might be asked for one. */
export {eventOf} from './event-draft.js';
export {draftWith, pageOfDrafts} from './event-pages.js';
