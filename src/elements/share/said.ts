import {msg} from '../../localization/messages.js';

/** What became of the last thing that was to be copied. */
export type Said = 'link' | 'words' | 'refused';

/** The same for the reader. */
export const sentenceFor = (said: Said): string => {
  switch (said) {
    case 'link': return msg('Link copied.', {id: 'share.copied'});
    case 'words': return msg('Text and link copied. Open Signal and paste them into a message.', {id: 'share.signal', desc: 'Signal is a messenger'});
    case 'refused': return msg('Your browser does not let this page copy. What you need is selected below: copy it from there.', {id: 'share.refused', desc: 'Above a field whose text is selected'});
  }
};
