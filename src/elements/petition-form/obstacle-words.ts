import type {Petition} from '../../contract/petition.js';
import {formatDate} from '../../localization/format.js';
import type {Locale} from '../../localization/locale.js';
import {msg, str} from '../../localization/messages.js';
import type {Obstacle} from './obstacle.js';

/** Why a petition cannot be signed here and now. */
export const obstacleSentence = (obstacle: Obstacle, petition: Petition, locale: Locale): string => {
  switch (obstacle) {
    case 'early': return msg(str`This petition can be signed from ${formatDate(petition.opensAt ?? '', locale)}.`, {id: 'form.early', desc: 'The placeholder is a date'});
    case 'closed': return msg(str`This petition closed on ${formatDate(petition.closesAt ?? '', locale)}. Thank you to everyone who signed.`, {id: 'form.closed', desc: 'The placeholder is a date'});
    case 'unsupported': return msg('This petition cannot be signed on this page.', {id: 'form.unsupported'});
  }
};
