import {pluralCategory} from '../../localization/format.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';

/**
 * The word that follows a number of signatures, in the form that the number asks for: one message for each CLDR plural category,
 * because no two languages share their rules (French: 1 000 000 *de* signatures).
 */
export const signaturesLabel = (count: number | undefined, locale: Locale): string => {
  switch (count === undefined ? 'other' : pluralCategory(count, locale)) {
    case 'zero': return msg('signatures', {id: 'counter.signatures.zero', desc: 'Follows the number; CLDR "zero"'});
    case 'one': return msg('signature', {id: 'counter.signatures.one', desc: 'Follows the number; CLDR "one"'});
    case 'two': return msg('signatures', {id: 'counter.signatures.two', desc: 'Follows the number; CLDR "two"'});
    case 'few': return msg('signatures', {id: 'counter.signatures.few', desc: 'Follows the number; CLDR "few"'});
    case 'many': return msg('signatures', {id: 'counter.signatures.many', desc: 'Follows the number; CLDR "many"'});
    default: return msg('signatures', {id: 'counter.signatures.other', desc: 'Follows the number; CLDR "other"'});
  }
};
