import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, describe, test} from 'node:test';
import {openPage, setStage} from '../support.js';
import {setSite} from './site.js';
import {activate, configure, logIn} from './support.js';

/** A host that says of everything what a test makes it say. */
const oembedHost = async (): Promise<{url: string; say(html: unknown): void; close(): void}> => {
  let said: unknown;
  const server = createServer((_, response) => response.writeHead(200, {'Content-Type': 'application/json'}).end(JSON.stringify({version: '1.0', type: 'rich', width: 600, height: 99_999, title: '"><script>alert(1)</script>', html: said})));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`,
    say: (html) => { said = html; },
    close: () => { server.closeAllConnections(); server.close(); },
  };
};

describe('what the plugin lets nobody do', () => {
  const stage = setStage();
  const site = setSite();
  const src = () => `${stage.url()}/petitions/safe-exit`;
  let liar: Awaited<ReturnType<typeof oembedHost>>;
  before(async () => {
    liar = await oembedHost();
    await activate(site());
    await configure(site(), {hosts: [stage.url(), liar.url]});
  });
  after(() => { liar.close(); });

  test('an attribute ends neither itself nor the tag, and no other attribute is passed on', async () => {
    const values = ['x" onmouseover="alert(1)', '"><script>alert(1)</script>', '&quot; onclick=alert(1) x=&quot;', "' onclick='alert(1)"];
    const widgets = ['petition', 'counter', 'events'];
    const tries = values.flatMap((value) => widgets.map((widget) =>
      ['SpherePetition\\markup', widget, {src: src(), lang: value, appearance: 'inline', onclick: 'alert(1)', style: 'top:0', class: 'x', adapter: 'json', 'setting-events': 'https://example.org/', 'setting-"x': 'y', [`setting-${value}`]: 'y'}, value] as const));
    const {page, context} = await openPage(stage);
    for (const [index, text] of (await site().call(...tries)).entries()) {
      await page.setContent(String(text));
      const found = await page.evaluate(() => [...document.body.querySelectorAll('*')].flatMap((element) => [element.localName, ...element.getAttributeNames()]).sort());
      const widget = widgets[index % widgets.length] ?? '';
      const expected = widget === 'counter' ? ['a', 'appearance', 'href', 'lang', 'sphere-counter', 'src'] : ['a', 'data-lang', `data-sphere-${widget}`, 'div', 'href'];
      assert.deepEqual(found, expected, String(text));
    }
    await context.close();
  });

  test('an address that is none, or of a host that nobody named, brings no script and no widget', async () => {
    const none = ['javascript:alert(1)', 'data:text/html,x', '//example.org/petitions/x', 'petitions/x', '', 'http://petition.example.org/petitions/x', `${stage.url()}\\@example.org/petitions/x`, `${stage.url().replace('//', '//user:pass@')}/petitions/x`, `${stage.url()}/petitions/x y`];
    assert.deepEqual(await site().call(...none.map((address) => ['SpherePetition\\markup', 'petition', {src: address}, 'Sign'] as const)), none.map(() => '<p>Sign</p>'));
    const address = await site().post('author', '[sphere_petition src="https://example.org/petitions/x"]Sign[/sphere_petition]');
    const html = await (await fetch(address)).text();
    assert.match(html, /<a href="https:\/\/example\.org\/petitions\/x">Sign<\/a>/);
    assert.doesNotMatch(html, /data-sphere-|src='?"?https:\/\/example\.org|settings of Sphere Petition/, 'and readers are not told why');
  });

  test('who edits is told why there is only a link', async () => {
    const {page, context} = await openPage(stage);
    await logIn(page, site(), 'author');
    await page.goto(await site().post('author', '[sphere_petition src="https://example.org/petitions/x"]'));
    await page.getByText('the settings of Sphere Petition do not name https://example.org.').waitFor();
    await context.close();
  });

  test('a host is what a browser would ask, or none', async () => {
    const hosts = [
      ['https://Petition.Example.org/petitions/x?y#z', 'https://petition.example.org'],
      ['https://petition.example.org:443', 'https://petition.example.org'],
      ['https://petition.example.org:8443/', 'https://petition.example.org:8443'],
      ['http://localhost:8080', 'http://localhost:8080'],
      ['http://petition.example.org', ''],
      ['http://localhost.example.org', ''],
      ['https://example.org\\@petition.example.org', ''],
      ['https://petition.example.org@example.org', ''],
      ['https://petition.example.org\n', 'https://petition.example.org'],
      ['https://petition.example.org/\nhttps://example.org', ''],
      ['https://пример.example', ''],
      ['https:///x', ''],
      ['ftp://petition.example.org', ''],
    ] as const;
    assert.deepEqual(await site().call(...hosts.map(([address]) => ['SpherePetition\\origin', address] as const)), hosts.map(([, origin]) => origin));
  });

  test('settings are cleaned, whatever is sent', async () => {
    const given = ['', null, [], {hosts: [{x: 1}, 'javascript:alert(1)'], folder: ['x'], everywhere: ''}, {hosts: '<script>alert(1)</script>', folder: 'http://example.org/'}];
    const cleaned = await site().call(...given.map((each) => ['SpherePetition\\clean_settings', each] as const));
    assert.deepEqual(cleaned, given.map(() => ({hosts: [], folder: '', everywhere: false})));
  });

  test('only who may post scripts names hosts, and no stranger’s page does it in their name', async () => {
    const settings = `${site().url}/wp-admin/options-general.php?page=sphere-petition`;
    const form = {option_page: 'sphere-petition', action: 'update', 'sphere-petition[hosts]': 'https://example.org'};
    const before = await site().call(['get_option', 'sphere-petition']);
    const tries = async (user: 'admin' | 'author') => {
      const {page, context} = await openPage(stage);
      await logIn(page, site(), user);
      const seen = (await page.request.get(settings)).status();
      const saved = (await page.request.post(`${site().url}/wp-admin/options.php`, {form})).status();
      await context.close();
      return [seen, saved];
    };
    assert.deepEqual(await tries('author'), [403, 403]);
    assert.deepEqual(await tries('admin'), [200, 403], 'without a nonce');
    await site().call(['update_option', 'trial_without_scripts', 1]);
    try {
      assert.deepEqual(await tries('admin'), [403, 403], 'an administrator who may not post scripts');
    } finally {
      await site().call(['delete_option', 'trial_without_scripts']);
    }
    assert.deepEqual(await site().call(['get_option', 'sphere-petition']), before);
    assert.doesNotMatch(JSON.stringify((await site().rest('admin', 'GET', '/wp/v2/settings')).body), /sphere/);
  });

  test('a named host’s embed is one frame of its own, whatever else it says', async () => {
    const embeds = async (html: unknown) => {
      liar.say(html);
      const [result] = await site().call(['wp_oembed_get', `${liar.url}/petitions/x`]);
      return result;
    };
    const frame = `<iframe src="${liar.url}/embed/x?lang=fr&amp;theme=auto" onload="alert(1)"></iframe>`;
    assert.equal(
      await embeds(`<script>alert(1)</script><blockquote>x</blockquote>${frame}<img src=x onerror=alert(1)>`),
      `<iframe class="sphere-petition" src="${liar.url}/embed/x?lang=fr&#038;theme=auto" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" width="100%" height="1000" frameborder="0" loading="lazy" allow="clipboard-write; web-share"></iframe>`,
    );
    for (const html of ['<script>alert(1)</script>', frame.replace(liar.url, 'https://example.org'), frame.replace('/embed/', '/x/'), frame.replace(`${liar.url}/embed/x`, 'javascript:alert(1)'), ['x'], 1]) assert.equal(await embeds(html), false);
  });

  test('another host’s address is not trusted because it contains a named one', async () => {
    const foreign = [`https://example.org/?x=${stage.url()}/petitions/x`, `${stage.url()}.example.org/petitions/x`, `${stage.url()}/other/x`, `${stage.url()}/petitions/x/y`];
    const [trusted, ...providers] = await site().call(...[`${stage.url()}/petitions/safe-exit?lang=fr`, ...foreign].map((address) => ['get_provider_of', address] as const));
    assert.equal(trusted, `${stage.url()}/oembed`);
    assert.deepEqual(providers, foreign.map(() => false));
  });

  test('deleting the plugin leaves nothing behind', async () => {
    const route = '/wp/v2/plugins/sphere-petition/sphere-petition';
    assert.equal((await site().rest('admin', 'POST', route, {status: 'inactive'})).status, 200);
    assert.equal((await site().rest('admin', 'DELETE', route)).status, 200);
    const [left] = await site().call(['get_option', 'sphere-petition']);
    assert.equal(left, false);
  });
});
