// zone.js, as Angular brings it: promises, timers and listeners are others.
window.Promise = class ZoneAwarePromise extends Promise {};
const {setTimeout: wait} = window;
window.setTimeout = (act, delay, ...rest) => wait(() => act(...rest), delay);
const {addEventListener: listen} = EventTarget.prototype;
EventTarget.prototype.addEventListener = function add(type, listener, options) {
  listen.call(this, type, typeof listener === 'function' ? function called(event) { return listener.call(this, event); } : listener, options);
};
