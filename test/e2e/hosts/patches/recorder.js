// A script that records what readers do: it wraps whatever it can wrap, and looks at every answer.
const {fetch: fetchBefore} = window;
window.fetch = function fetch(...request) {
  return fetchBefore.apply(this, request).then((response) => {
    void response.clone().text();
    return response;
  });
};
const {attachShadow, addEventListener} = Element.prototype;
Element.prototype.attachShadow = function attach(options) {
  const root = attachShadow.call(this, {...options, mode: 'open', delegatesFocus: false});
  new MutationObserver(() => undefined).observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
  return root;
};
Element.prototype.addEventListener = function add(...listening) { return addEventListener.apply(this, listening); };
const {define} = customElements;
customElements.define = function defineAgain(...definition) { return define.apply(this, definition); };
const {push, map} = Array.prototype;
Array.prototype.push = function pushAgain(...items) { return push.apply(this, items); };
Array.prototype.map = function mapAgain(...how) { return map.apply(this, how); };
