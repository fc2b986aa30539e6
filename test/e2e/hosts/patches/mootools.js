// MooTools, as Joomla brought it: `Array.from` takes anything that has a length, and maps nothing.
Array.from = (item) => (item == null ? [] : typeof item === 'object' && typeof item.length === 'number' ? Array.prototype.slice.call(item) : [item]);
Object.assign(Array.prototype, {each(act) { this.forEach(act); }, getLast() { return this[this.length - 1]; }, empty() { this.length = 0; return this; }});
Object.assign(Element.prototype, {set() { return this; }, getChildren() { return [...this.children]; }});
