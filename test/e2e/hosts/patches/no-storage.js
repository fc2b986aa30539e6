// Every way to keep something fails, as for a reader who has told the browser so.
const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) Object.defineProperty(window, name, {get: refuse});
Object.defineProperty(Document.prototype, 'cookie', {get: refuse, set: refuse});
