/** Where most of the world's mail goes, and where it is mistyped most. */
const DOMAINS = (
  'gmail.com googlemail.com yahoo.com yahoo.fr yahoo.co.uk yahoo.de yahoo.es yahoo.it yahoo.com.br hotmail.com hotmail.fr hotmail.co.uk hotmail.it ' +
  'hotmail.es outlook.com outlook.fr outlook.de live.com live.fr msn.com icloud.com me.com aol.com proton.me protonmail.com pm.me tutanota.com gmx.de ' +
  'gmx.net gmx.at gmx.ch web.de t-online.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it uol.com.br bol.com.br ukr.net seznam.cz wp.pl ' +
  'mail.ru yandex.ru ya.ru bk.ru list.ru inbox.ru rambler.ru'
).split(' ');

/** How many letters must be changed, added, left out or swapped with their neighbour to get from one word to the other (Damerau–Levenshtein, restricted). */
export const distance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({length: to.length + 1}, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min((current[column - 1] ?? 0) + 1, (last[column] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
};

/**
 * The address that was probably meant, where the domain is one slip away from a well-known one. Only ever a question: people
 * do have addresses at `gmial.com`.
 *
 * @example suggestEmail('ada@gmial.com') // 'ada@gmail.com'
 */
export const suggestEmail = (email: string): string | undefined => {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).trim().toLowerCase();
  if (at < 1 || domain === '' || DOMAINS.includes(domain)) return undefined;
  // Two slips in a long name, one in a short: `me.de` is not a mistyped `web.de`.
  const meant = DOMAINS.map((known) => ({known, slips: distance(domain, known)}))
    .filter(({known, slips}) => slips <= (known.length > 8 ? 2 : 1) && known.length > 5)
    .sort((a, b) => a.slips - b.slips)[0];
  return meant && `${email.slice(0, at)}@${meant.known}`;
};
