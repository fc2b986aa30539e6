// @ts-check
// Takes comments and indentation out of html`…` and css`…`, where minifiers of JavaScript may not look.

/** @param {string} css */
export const minifyCss = (css) =>
  css
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      return part
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;\}/g, '}');
    })
    .join('');

// One space stays where there was any: between words it is read, and none can tell here what stands between two expressions.
/** @param {string} html */
const minifyHtml = (html) => html.replace(/<!--[^]*?-->/g, '').replace(/\s+/g, ' ');

/** @type {Record<string, (text: string) => string>} */
const languages = {css: minifyCss, html: minifyHtml, svg: minifyHtml};

/** @param {any} node An ESTree node. @param {(node: any) => void} visit */
const walk = (node, visit) => {
  if (typeof node?.type === 'string') visit(node);
  for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) walk(value, visit);
};

/** @type {import('rollup').Plugin} */
export const minifyTemplates = {
  name: 'minify-templates',
  transform(code) {
    if (!/\b(css|html|svg) ?`/.test(code)) return null;
    /** @type {{start: number, end: number, text: string}[]} */
    const edits = [];
    walk(this.parse(code), ({type, tag, quasi}) => {
      const minify = type === 'TaggedTemplateExpression' && tag.type === 'Identifier' ? languages[tag.name] : undefined;
      const texts = minify ? quasi.quasis.map((/** @type {any} */ {start, end}) => ({start, end, text: code.slice(start, end)})) : [];
      // White space means something in these.
      if (!minify || texts.some((/** @type {any} */ {text}) => /<(pre|textarea)\b/.test(text))) return;
      edits.push(...texts.map((/** @type {any} */ each) => ({...each, text: minify(each.text)})));
    });
    let result = code;
    for (const {start, end, text} of edits.sort((a, b) => b.start - a.start)) result = result.slice(0, start) + text + result.slice(end);
    return {code: result, map: null};
  },
};
