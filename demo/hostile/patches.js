// What old libraries and new trackers leave behind. Not a module: it runs before anything of ours.
Object.defineProperty(Object.prototype, 'extend', {value() { return this; }, configurable: true, writable: true});
Array.prototype.last = function last() { return this[this.length - 1]; };
String.prototype.strip = function strip() { return this.trim(); };
Function.prototype.defer = function defer() { return setTimeout(this, 0); };
Element.prototype.remove = function remove() { return this.parentNode ? this.parentNode.removeChild(this) : undefined; };

const {fetch: fetchBefore} = window;
window.fetch = function fetch(...request) { return fetchBefore.apply(this, request); };
const {define} = customElements;
customElements.define = function defineAgain(...definition) { return define.apply(this, definition); };
const {attachShadow} = Element.prototype;
Element.prototype.attachShadow = function attach(options) { return attachShadow.call(this, {...options, delegatesFocus: false}); };
