import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CANARY, until} from '../support.js';
import {setFraming, signIn} from './framing.js';

const {stage, open} = setFraming();

/** Scripts that look over the reader's shoulder, and whatever they can lay hands on, in `log`. */
const SPY = `<script>
  var log = [], heard = [], said = [];
  addEventListener('message', ({data}) => heard.push(data));
  document.addEventListener('sphere-signed', ({status}) => said.push(status));
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'change', 'paste', 'focusin', 'click', 'submit', 'compositionend']) {
    addEventListener(type, (event) => log.push(event.composedPath().map((node) => (node.value ?? '') + (node.textContent ?? '').slice(0, 3000)).join() + (event.key ?? '') + (event.data ?? '')), true);
  }
  const roots = [], {attachShadow} = Element.prototype;
  Element.prototype.attachShadow = function (init) { const root = attachShadow.call(this, {...init, mode: 'open'}); roots.push(root); return root; };
  for (const name of ['fetch']) { const own = window[name]; window[name] = (...given) => { log.push(JSON.stringify(given)); return own(...given); }; }
  const send = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function (body) { log.push(String(body)); return send.call(this, body); };
  setInterval(() => {
    for (const root of roots) for (const field of root.querySelectorAll('input, select, textarea')) log.push(field.value);
    for (const root of [document, ...roots]) for (const frame of root.querySelectorAll('iframe')) {
      try { log.push(frame.contentDocument?.body.textContent ?? ''); } catch (error) { log.push(String(error)); }
      try { log.push(String(frame.contentWindow.document.body.textContent)); } catch (error) { log.push(String(error)); }
    }
  }, 20);
</script>`;

const snippet = (attributes: string, inside = '') => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A page</title>${SPY}
  <script type="module" src="${stage.url()}/v1/sphere-petition.js"></script><sphere-petition src="${stage.url()}/petitions/safe-exit" ${attributes}>${inside}</sphere-petition>`;
const typed = new RegExp(Object.values(CANARY).filter((value) => value.length > 2).join('|'), 'i');
const NUMBER = {count: 41, asOf: '2020-01-01T00:00:00Z'};

for (const [arranged, inside] of [['by itself', ''], ['as its author arranged it', '<sphere-counter></sphere-counter><sphere-petition-form></sphere-petition-form>']] as const) {
  test(`nothing that is typed into an isolated form reaches its page, and its page hears that somebody signed (${arranged})`, async () => {
    const {page, context, requests, messages} = await open(snippet('isolation="frame" journey="share"', inside));
    // A number that never moves by itself: what it shows in the end is the page's own signature.
    await page.route('**/tally.json', (route) => route.fulfill({json: NUMBER, headers: {'access-control-allow-origin': '*'}}));
    await page.reload();
    const frame = page.frameLocator('iframe');
    await page.locator('sphere-counter data[value="41"]').waitFor();
    await signIn(page, frame);
    await page.locator('sphere-counter data[value="42"]').waitFor();
    await page.waitForFunction('said.length > 0');
    const {log, heard, said, forms} = await page.evaluate<{log: string[]; heard: Record<string, unknown>[]; said: string[]; forms: number}>('({log, heard, said, forms: roots.filter((root) => root.querySelector("form, input, select")).length})');
    assert.deepEqual(said, ['counted']);
    assert.equal(forms, 0);
    assert.ok(log.length > 20, 'the spy is awake');
    assert.deepEqual(log.filter((text) => typed.test(text)), []);
    assert.deepEqual(requests.filter((url) => typed.test(decodeURIComponent(url))), []);
    // Each message whole: nothing else crosses.
    assert.ok(!typed.test(JSON.stringify(heard)));
    const signed = heard.find(({state}) => state === 'signed');
    assert.deepEqual({...signed, receivedAt: ''}, {type: 'sphere:state', state: 'signed', status: 'counted', receivedAt: ''});
    assert.match(String(signed?.['receivedAt']), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    for (const message of heard.filter((each) => each !== signed)) {
      assert.ok(['{"type":"sphere:state","state":"ready"}', '{"type":"sphere:state","state":"sending"}'].includes(JSON.stringify(message)) || /^\{"type":"sphere:size","height":\d+\}$/.test(JSON.stringify(message)), JSON.stringify(message));
    }
    assert.deepEqual(heard.filter(({state}) => state !== undefined).map(({state}) => state), ['ready', 'sending', 'signed']);
    assert.deepEqual(messages, []);
    await context.close();
  });
}

test('the same spy reads all of it where the form stands in the page: the test can fail', async () => {
  const {page, context} = await open(snippet(''));
  const form = page.locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  await form.locator('[name=email]').fill(CANARY.email);
  await page.waitForFunction((email) => (globalThis as unknown as {log: string[]}).log.some((text) => text.includes(email)), CANARY.email);
  await context.close();
});

test('the frame is a sandbox that tells nobody where it stands, is as tall as its page, and looks like the page around it', async () => {
  const {page, context} = await open(snippet('isolation="frame"').replace('<title>', '<style>:root { color-scheme: dark; font: 20px/1.5 monospace } sphere-petition { --sphere-accent: #ffd400; --sphere-radius: 0px; color: rgb(200, 210, 220) }</style><title>'));
  const frame = page.locator('iframe');
  assert.equal(await frame.getAttribute('sandbox'), 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  assert.equal(await frame.getAttribute('referrerpolicy'), 'no-referrer');
  assert.equal(await frame.getAttribute('title'), 'Sign the petition');
  const inner = page.frameLocator('iframe');
  const button = inner.locator('button[type=submit]');
  await button.waitFor();
  await until(page, async () => (await frame.evaluate((node) => node.clientHeight)) === await inner.locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height)), 'the frame is as tall as its page');
  const look = () => button.evaluate((node) => {
    const {backgroundColor, borderRadius, fontFamily} = getComputedStyle(node);
    const {color, colorScheme, backgroundColor: ground, fontSize} = getComputedStyle(document.documentElement);
    return [backgroundColor, borderRadius, fontFamily, color, colorScheme, ground, fontSize].join(' ');
  });
  await until(page, async () => await look() === 'rgb(255, 212, 0) 0px monospace rgb(200, 210, 220) dark rgba(0, 0, 0, 0) 20px', `it looks alike, and not ${await look()}`);
  // And follows, without being loaded again.
  await inner.locator('[name=email]').fill(CANARY.email);
  await page.evaluate(() => { document.documentElement.style.colorScheme = 'light'; });
  await until(page, async () => (await look()).includes('light'), 'it follows');
  assert.equal(await inner.locator('[name=email]').inputValue(), CANARY.email);
  await context.close();
});

test('a frame that nobody sees yet has its height all the same', async () => {
  const {page, context} = await open(snippet('isolation="frame"').replace('<script type', '<div style="height: 9000px"></div><script type'));
  const frame = page.locator('iframe');
  await until(page, async () => await frame.count() > 0 && Number(await frame.getAttribute('height')) > 300, 'it has its height');
  assert.equal(await page.evaluate('scrollY'), 0);
  await context.close();
});

test('once the reader is done the page goes where it said, and only there', async () => {
  const {page, context, requests} = await open(snippet('isolation="frame" journey="share" redirect="https://next.example/thanks"'));
  await page.route('https://next.example/**', (route) => route.fulfill({contentType: 'text/html', body: 'You are here'}));
  await signIn(page, page.frameLocator('iframe'));
  assert.equal(await page.evaluate('heard.some(({type}) => type === "sphere:exit")'), false);
  await page.frameLocator('iframe').getByRole('button', {name: 'Skip'}).click();
  await page.waitForURL('https://next.example/thanks');
  assert.ok(!requests.some((url) => typed.test(decodeURIComponent(url))));
  await context.close();
});

test('strangers who speak like the frame are not believed', async () => {
  const {page, context} = await open(snippet('isolation="frame" redirect="https://next.example/"') + '<iframe id="stranger" srcdoc="a"></iframe>');
  await page.frameLocator('sphere-petition iframe').locator('button[type=submit]').waitFor();
  const frame = page.locator('sphere-petition iframe');
  const [url, height] = [page.url(), await frame.getAttribute('height')];
  await page.evaluate(() => {
    const {contentWindow} = document.querySelector<HTMLIFrameElement>('#stranger') ?? {};
    const lies = [{type: 'sphere:size', height: 5}, {type: 'sphere:exit'}, {type: 'sphere:state', state: 'signed', status: 'counted', receivedAt: '2030-01-01T00:00:00Z'}];
    for (const lie of lies) {
      postMessage(lie, '*');
      // As if from the stranger: only a window of its own can be the source.
      (contentWindow as unknown as {eval: (code: string) => void}).eval(`parent.postMessage(${JSON.stringify(lie)}, '*')`);
    }
  });
  await page.waitForFunction('heard.filter(({status}) => status).length === 2');
  assert.deepEqual(await page.evaluate('said'), []);
  assert.equal(await frame.getAttribute('height'), height);
  assert.equal(page.url(), url);
  await context.close();
});

test('answers that the address begins are taken out of it, and go nowhere', async () => {
  const {page, context, requests} = await open(snippet('isolation="frame"'), `#part&sphere_email=${encodeURIComponent(CANARY.email)}`);
  const field = page.frameLocator('iframe').locator('[name=email]');
  await field.waitFor();
  assert.equal(new URL(page.url()).hash, '#part');
  assert.equal(await field.inputValue(), '');
  // Playwright tells fragments too, which a browser sends nowhere; the frame's address has none.
  assert.deepEqual(requests.slice(1).filter((url) => typed.test(decodeURIComponent(url))), []);
  await context.close();
});

test('a frame that cannot be loaded leaves a sentence, another try and a link, and never the form', async () => {
  const {page, context, messages} = await open(snippet('isolation="frame"').replace('<title>', `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'"><title>`));
  const form = page.locator('sphere-petition-form');
  await form.getByText('does not answer right now').waitFor();
  assert.equal(await form.getByRole('link', {name: 'Sign it on its own page'}).getAttribute('href'), `${stage.url()}/petitions/safe-exit`);
  assert.equal(await form.locator('form, input').count(), 0);
  assert.ok(messages.some((text) => text.includes('frame-src')), messages.join());
  await form.getByRole('button', {name: 'Try again'}).click();
  await form.locator('iframe').waitFor({state: 'attached'});
  await context.close();
});

test('a petition that names no page for frames, or one that is no web page, is linked to and not shown as a form', async () => {
  for (const embed of [undefined, 'javascript:alert(1)', 'data:text/html,x', 'https://']) {
    const {page, context, messages} = await open('<!doctype html>');
    await page.route('**/petition.json*', async (route) => {
      const document = await (await route.fetch()).json() as object;
      await route.fulfill({json: {...document, embed}, headers: {'access-control-allow-origin': '*'}});
    });
    await page.setContent(snippet('isolation="frame"'));
    await page.getByRole('link', {name: 'Sign it on its own page'}).waitFor();
    assert.equal(await page.locator('sphere-petition-form').locator('form, input, iframe').count(), 0);
    assert.ok(messages.some((text) => text.includes('names no page for frames')), messages.join());
    await context.close();
  }
});

test('any other word for isolation is taken for the safe one, and told', async () => {
  const {page, context, messages} = await open(snippet('', '<sphere-petition-form isolation="sandbox"></sphere-petition-form>'));
  await page.frameLocator('iframe').locator('button[type=submit]').waitFor();
  assert.equal(await page.locator('sphere-petition-form').locator('form').count(), 0);
  assert.deepEqual(messages, ['<sphere-petition-form isolation="sandbox">: there is no such isolation, so it is taken for "frame", the only one.']);
  await context.close();
});
