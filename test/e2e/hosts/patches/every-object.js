// A page that has added to what every object has, where `for … in` meets it: what most libraries do not survive.
Object.prototype.theirs = function theirs() { return this; };
