/**
 * What the library says, for a page that a server writes: the same words in the same languages, without an element or a template. Load a language
 * with `loadLanguage`, then call what speaks inside `inLanguage`.
 *
 * @example
 * const locale = localeFor('pt-BR');
 * if (isMissing(locale.language)) await loadLanguage(locale.language);
 * inLanguage(locale.language, () => signLabel()); // 'Assinar a petição'
 * @module
 */
export {counterContent} from './elements/counter/counter-content.js';
export {signaturesLabel} from './elements/counter/signatures-label.js';
export {countriesIn, type Country} from './elements/petition-form/countries.js';
export type {Obstacle} from './elements/petition-form/obstacle.js';
export {obstacleSentence} from './elements/petition-form/obstacle-words.js';
export {problemsTitle, sentenceFor} from './elements/petition-form/problem-words.js';
export {sendingFailure} from './elements/petition-form/sending-words.js';
export {againLabel, thanks} from './elements/petition-form/thanks-words.js';
export {autocompleteOf, chooseLabel, fieldLabel, optionalLabel, privacyLabel, signatureGoesTo, signLabel, testNotice} from './elements/petition-form/words.js';
export {directionOf} from './localization/direction.js';
export {formatNumber, languageName} from './localization/format.js';
export {localeFor, type Locale} from './localization/locale.js';
export {inLanguage} from './localization/messages.js';
export {isMissing, loadLanguage} from './localization/packs.js';
export {cleanTag} from './localization/tag.js';
