/**
 * A petition on any page, with any back end behind it: the elements' classes, the contract, and the registry of adapters.
 * Importing this registers nothing; `sphere-petition/define` does.
 *
 * @module
 */
export * from './contract/index.js';
export {SphereCounter} from './elements/counter/counter.js';
export {SphereEventList} from './elements/event-list/event-list.js';
export {JoinedEvent, ProposedEvent} from './elements/event-list/events.js';
export {SphereLetter} from './elements/letter/letter.js';
export {LeaveEvent, SignedEvent} from './elements/petition-form/events.js';
export {SpherePetitionForm} from './elements/petition-form/petition-form.js';
export {SpherePetition} from './elements/petition/petition.js';
export {SharedEvent} from './elements/share/events.js';
export {SphereShare} from './elements/share/share.js';
export {SphereUpdates} from './elements/updates/updates.js';
export {defineLocale, type LocaleLoader, type LocaleModule} from './localization/packs.js';
export {defineAdapter, type AdapterEntry, type AdapterModule} from './registry/registry.js';
export type {SettingsSchema} from './registry/settings.js';
