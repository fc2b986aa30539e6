// A page that closes every shadow root, so that nobody looks inside.
const {attachShadow: attach} = Element.prototype;
Element.prototype.attachShadow = function close(options) { return attach.call(this, {...options, mode: 'closed'}); };
