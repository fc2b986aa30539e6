// A page that has added to what every array, function and text has, where `for … in` meets it; to what every object has, where it does not.
Object.defineProperty(Object.prototype, 'extend', {value() { return this; }, configurable: true, writable: true});
for (const {prototype} of [Array, Function, String]) {
  prototype.extend = function extend() { return this; };
  prototype.theirs = true;
}
