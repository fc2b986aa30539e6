import assert from 'node:assert/strict';
import {createServer, type RequestListener} from 'node:http';
import {after, before, test} from 'node:test';
import {cleanAccent, cleanOption} from '../../configure/src/clean.js';
import {actionNetworkAddress, EMPTY, identifierOf, type Draft} from '../../configure/src/draft.js';
import {findPetition, petitionAddress} from '../../configure/src/find-petition.js';
import {judge} from '../../configure/src/judge.js';
import {planOf, type Known} from '../../configure/src/plan.js';
import {platformOf} from '../../configure/src/platforms.js';
import {DEFAULTS, readSettings, writeSettings, type Settings} from '../../configure/src/settings.js';
import {TOOLS} from '../../configure/src/tools.js';
import {WIDGETS} from '../../src/snippet/choice.js';

const page = new URL('https://petition.example.org/configure');
const known: Known = {src: 'https://petition.example.org/petitions/safe-exit', title: 'A safe way out', language: 'en', count: 12_345};
const SCRIPTS = 'https://petition.example.org/v1/';

test('an address says everything that was chosen, and nothing that goes without saying', () => {
  assert.equal(writeSettings(DEFAULTS, page).href, page.href);
  const settings: Settings = {
    task: 'check', src: known.src, widget: 'events', tool: 'drupal', form: 'mount', lang: 'fr', theme: 'dark', accent: '#00566b', options: {journey: 'share,events', country: 'FR', 'min-count': '5'},
    pinned: true, width: 320, dark: true, arabic: true,
  };
  assert.deepEqual(readSettings(writeSettings(settings, page)), {...settings, accent: '00566b'});
});

test('what an address says wrongly is as if it were not said, and a width is the nearest', () => {
  const read = (query: string) => readSettings(new URL(`?${query}`, page));
  assert.deepEqual(read('show=everything&tool=fax&as=telex&theme=pink'), DEFAULTS);
  assert.deepEqual([read('width=400').width, read('width=5000').width, read('width=-1').width, read('width=x').width], [320, 1280, 768, 768]);
  assert.equal(read('src=petitions/safe-exit').src, 'https://petition.example.org/petitions/safe-exit');
});

test('colours and options become the nearest that is valid, or nothing', () => {
  assert.deepEqual(['00566B', '#abc', ' #00566b ', '#00566b80', 'red', '#12345', ''].map(cleanAccent), ['#00566b', '#aabbcc', '#00566b', '#00566b', undefined, undefined, undefined]);
  assert.equal(cleanOption('journey', 'events, share,dance'), 'share,events');
  assert.deepEqual(['https://a.example/', 'http://a.example/', 'javascript:alert(1)', 'a'].map((text) => cleanOption('redirect', text)), ['https://a.example/', undefined, undefined, undefined]);
  assert.deepEqual(['100', '0', '-5', '1e3', '007'].map((text) => cleanOption('min-count', text)), ['100', undefined, undefined, undefined, '7']);
  assert.deepEqual(['fr', 'FRA', '1'].map((text) => cleanOption('country', text)), ['FR', undefined, undefined]);
  assert.deepEqual([cleanOption('embed', 'on'), cleanOption('isolation', 'wall'), cleanOption('source', 'a b')], [undefined, undefined, undefined]);
});

test('every tool has something to paste for the petition, says what to do with it, and says why where it has nothing', () => {
  for (const {name, ways} of TOOLS) {
    const plan = planOf({...DEFAULTS, tool: name}, known, SCRIPTS, undefined);
    assert.equal(plan.offers.length, ways.length, name);
    for (const {steps, text} of plan.offers) assert.ok(steps.length > 20 && text.includes('safe-exit') , name);
    for (const widget of WIDGETS) {
      const {offer, closed} = planOf({...DEFAULTS, tool: name, widget}, {...known, src: 'https://files.example.org/petition.json'}, SCRIPTS, undefined);
      assert.notEqual(offer === undefined, closed === undefined, `${name} ${widget}`);
    }
  }
});

test('the way that was chosen is taken where it is open, else the first', () => {
  const plan = (change: Partial<Settings>) => planOf({...DEFAULTS, tool: 'wordpress-author', ...change}, known, SCRIPTS, undefined).offer?.form;
  assert.deepEqual([plan({}), plan({form: 'mount'}), plan({widget: 'counter'}), plan({form: 'element'})], ['address', 'mount', 'mount', 'address']);
});

test('the public pages of platforms are known, with what they call their petitions', () => {
  const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['https://actionnetwork.org/petitions/a-safe-way-out?source=x', 'Action Network', undefined],
    ['https://actionnetwork.org/api/v2/petitions/d91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd', 'Action Network', 'd91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd'],
    ['https://www.mobilize.us/ourorg/event/123456/', 'Mobilize', '123456'],
    ['https://www.change.org/p/a-safe-way-out', 'Change.org', 'a-safe-way-out'],
    ['https://petition.parliament.uk/petitions/700143', 'UK Government and Parliament', '700143'],
    ['https://www.openpetition.de/petition/online/a-safe-way-out', 'openPetition', 'a-safe-way-out'],
    ['https://petition.example.org/petitions/safe-exit', undefined, undefined],
    ['https://notchange.org/p/x', undefined, undefined],
    ['nonsense', undefined, undefined],
  ];
  for (const [address, name, identifier] of cases) assert.deepEqual([platformOf(address)?.name, platformOf(address)?.identifier], [name, identifier], address);
});

test('what people copy in the place of a petition’s address leads to it', () => {
  for (const path of ['/petitions/safe-exit', '/petitions/safe-exit/', '/petitions/safe-exit?lang=fr#x', '/petitions/safe-exit/petition.json', '/embed/safe-exit?show=form', '/badge/safe-exit.svg', '/qr/safe-exit.svg', '/petitions/safe-exit/signed']) {
    assert.equal(petitionAddress(`https://petition.example.org${path}`)?.href, known.src, path);
  }
  assert.equal(petitionAddress('https://files.example.org/our/petition.json')?.href, 'https://files.example.org/our/petition.json');
});

const answers: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
  '/good/petition.json': [200, 'application/json', JSON.stringify({id: 'x', title: 'Our petition', language: 'fr', test: true})],
  '/good/tally.json': [200, 'application/json', '{"count": 7, "asOf": "2026-01-01T00:00:00Z"}'],
  '/other/petition.json': [200, 'application/json', '{"ar": {}, "fr": {}}'],
  '/page': [200, 'text/html', '<!doctype html><title>Our blog</title>'],
  '/spa/petition.json': [200, 'text/html', '<!doctype html><html><title>One page for all</title>'],
  '/broken/petition.json': [200, 'application/json', '{"id": '],
  '/down/petition.json': [503, 'text/plain', ''],
};
const listen: RequestListener = ({url = ''}, response) => {
  const [status, type, body] = answers[new URL(url, 'http://host').pathname] ?? [404, 'text/plain', ''];
  response.writeHead(status, {'content-type': type}).end(body);
};
const server = createServer(listen);
let origin = '';
before(() => new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
    resolve();
  });
}));
after(() => { server.close(); server.closeAllConnections(); });
const find = (path: string) => findPetition(path.startsWith('/') ? origin + path : path, new AbortController().signal);

test('an address that is a petition: its title, languages and number', async () => {
  const found = await find('/good/?lang=fr');
  assert.ok(found.status === 'found');
  assert.deepEqual([found.petition.title, found.petition.test, found.count, found.moved], ['Our petition', true, 7, `${origin}/good/`]);
  const document = await find('/good/petition.json');
  assert.ok(document.status === 'found');
  assert.deepEqual([document.count, document.moved], [undefined, undefined]);
});

test('an address that is none: what was found there instead', async () => {
  const says = async (path: string) => {
    const found = await find(path);
    assert.ok(found.status === 'nothing', path);
    return `${found.what} ${found.advice}`;
  };
  assert.match(await says('/other'), /JSON document.*with ar, fr.*no petition: id: missing; title: missing; language: missing/);
  assert.match(await says('/page'), /a web page called “Our blog” at .*no petition\.json beside it/);
  assert.match(await says('/spa'), /a web page called “One page for all”/);
  assert.match(await says('/broken'), /JSON that breaks off/);
  assert.match(await says('/down'), /answers with an error \(503\)/);
  assert.match(await says('/nowhere'), /nothing is there \(404\)/);
  assert.match(await says('http://127.0.0.1:9/petitions/x'), /cannot be reached, or it lets no other page read/);
  assert.match(await says('petition'), /no web address/);
  assert.match(await says('javascript:alert(1)'), /no web address/);
  assert.equal((await find('  ')).status, 'empty');
  assert.equal((await find('https://www.change.org/p/x')).status, 'platform');
});

const draft: Draft = {
  ...EMPTY, title: ' A safe  way out ', letter: 'We call\non you.\n\n\nAct now.', addressees: 'One\n\nTwo', consent: 'I agree.', newsletter: 'News, please.', controller: 'Sphere Foundation', goal: '5000',
  place: 'action_network:D91B4B2E-ae0e-4cd3-9ed7-0cd3de9ae0cd', required: ['email'], asked: ['email', 'country'],
};
const DAY = new Date('2026-11-26T10:00:00Z');

test('a form and a letter become a petition of the contract, whose signatures go to Action Network', () => {
  const {petition, lacks} = judge(draft, DAY);
  assert.deepEqual(lacks, []);
  assert.ok(petition);
  assert.deepEqual([petition.id, petition.title, petition.goal], ['a-safe-way-out', 'A safe way out', 5000]);
  assert.deepEqual(petition.letter, [{type: 'paragraph', text: 'We call on you.'}, {type: 'paragraph', text: 'Act now.'}]);
  assert.deepEqual(petition.addressees, [{name: 'One'}, {name: 'Two'}]);
  assert.deepEqual(petition.fields.map(({name, required}) => [name, required]), [['email', true], ['country', false]]);
  assert.deepEqual(petition.consents.map(({id, required, version}) => [id, required, version]), [['signature', true, '2026-11-26'], ['newsletter', false, '2026-11-26']]);
  assert.deepEqual(petition.connect, {sign: {adapter: 'action-network', src: 'https://actionnetwork.org/api/v2/petitions/d91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd'}});
});

test('what is missing or wrong is said at its question, each once', () => {
  const lacking = (change: Partial<Draft>) => judge({...draft, ...change}, DAY).lacks.map(({at}) => at).sort();
  assert.deepEqual(judge(EMPTY, DAY).lacks.map(({at}) => at).sort(), ['consent', 'controller', 'letter', 'place', 'title']);
  assert.deepEqual(lacking({title: 'x'.repeat(201)}), ['title']);
  assert.deepEqual(lacking({privacy: 'example.org'}), ['privacy']);
  assert.deepEqual(lacking({contact: 'nobody'}), ['contact']);
  assert.deepEqual(lacking({goal: 'many'}), ['goal']);
  assert.deepEqual(lacking({place: 'https://actionnetwork.org/petitions/a-safe-way-out'}), ['place']);
  assert.deepEqual(lacking({platform: 'other', adapter: 'our crm', place: 'here'}), ['adapter', 'place']);
  assert.deepEqual(lacking({platform: 'other', adapter: 'our-crm', place: 'https://crm.example.org/7'}), []);
});

test('an identifier of Action Network is taken in every spelling, and nothing else is', () => {
  const uuid = 'd91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd';
  const base = 'https://actionnetwork.org/api/v2';
  assert.equal(actionNetworkAddress(uuid, 'forms'), `${base}/forms/${uuid}`);
  assert.equal(actionNetworkAddress(`${base}/petitions/${uuid}/signatures`, 'forms'), `${base}/petitions/${uuid}`);
  assert.equal(actionNetworkAddress(`https://evil.example/api/v2/petitions/${uuid}`, 'petitions'), undefined);
  assert.equal(actionNetworkAddress('a-safe-way-out', 'petitions'), undefined);
  assert.deepEqual([identifierOf('Élan – déjà vu!'), identifierOf('العربية'), identifierOf(`${'a'.repeat(63)} b`)], ['elan-deja-vu', 'petition', 'a'.repeat(63)]);
});
