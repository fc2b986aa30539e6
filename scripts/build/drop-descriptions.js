// @ts-check
// What a message means is for translators and not for readers: it leaves the code on its way to cdn/.

const DESCRIPTION = /(\{ id: '[^']*'), desc: (?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*") \}/g;

/** @type {import('rollup').Plugin} */
export const dropDescriptions = {
  name: 'drop-descriptions',
  transform(code, id) {
    if (!id.includes('/elements/') || !code.includes(', desc: ')) return null;
    const rest = code.replace(DESCRIPTION, '$1 }');
    if (rest.includes(', desc: ')) this.error(`${id} keeps the description of a message.`);
    return {code: rest, map: null};
  },
};
