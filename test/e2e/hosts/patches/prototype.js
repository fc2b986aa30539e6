// Prototype.js 1.6, on a site that nobody has touched for years: arrays know more, and they and strings write JSON of their own.
Object.assign(Array.prototype, {
  each(act) { this.forEach(act); return this; },
  collect: Array.prototype.map,
  select: Array.prototype.filter,
  detect: Array.prototype.find,
  include(item) { return this.includes(item); },
  first() { return this[0]; },
  last() { return this[this.length - 1]; },
  toJSON() { return `[${this.map((item) => Object.toJSON(item)).join(', ')}]`; },
});
Object.toJSON = (value) => JSON.stringify(value);
Object.assign(String.prototype, {toJSON() { return `"${this}"`; }, strip() { return this.trim(); }, blank() { return this.trim() === ''; }});
Object.assign(Function.prototype, {defer() { return setTimeout(this, 0); }, curry() { return this; }});
window.$ = (id) => document.getElementById(id);
window.$$ = (selector) => [...document.querySelectorAll(selector)];
