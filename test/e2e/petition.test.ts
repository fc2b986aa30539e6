import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import type BetterSqlite from 'libsql';
import {CANARY, fill, openPage, seeNumber, setStage} from './support.js';

const stage = setStage();
const Database = createRequire(import.meta.url)('libsql') as typeof BetterSqlite;

/** The content of every signature on disk. */
const payloads = (): string[] => {
  const database = new Database(stage.data(), {readonly: true});
  try {
    return database.prepare('select payload from signature order by sequence').all().map((row) => String((row as {payload: unknown}).payload));
  } finally {
    database.close();
  }
};

test('a reader signs the demo with the keyboard alone: the counter moves, the signature is on disk, and both outlive the server', async () => {
  const {page, context} = await openPage(stage, '/');
  const counter = page.locator('sphere-petition sphere-counter data');
  await seeNumber(page.locator('sphere-petition sphere-counter'));
  assert.equal(await counter.getAttribute('value'), '0');

  // Sends the focus to the form's first field, as a reader's Tab does, whatever stands before it.
  await page.locator('#signer').focus();
  const focused = () => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('name') ?? element?.getAttribute('part') ?? '';
  });
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 30 && (await focused()) !== name; presses++) await page.keyboard.press('Tab');
    assert.equal(await focused(), name);
  };
  for (const name of ['givenName', 'familyName', 'email'] as const) {
    await tabTo(name);
    await page.keyboard.type(CANARY[name]);
  }
  await tabTo('country');
  await page.keyboard.type('Franc');
  await tabTo('consent:signature');
  await page.keyboard.press('Space');
  await tabTo('button');
  await page.keyboard.press('Enter');

  await page.getByText('Merci. Vous avez signé.').waitFor();
  assert.equal(await counter.getAttribute('value'), '1');
  const [payload = '', ...others] = payloads();
  assert.equal(others.length, 0);
  assert.deepEqual((JSON.parse(payload) as {fields: unknown}).fields, CANARY);

  await stage.restart();
  await page.reload();
  // The browser comes back to where the reader was.
  await seeNumber(page.locator('sphere-petition sphere-counter'));
  assert.equal(await counter.getAttribute('value'), '1');
  await context.close();
});

test('what was missing is named, and the button pressed again signs', async () => {
  const {page, context} = await openPage(stage, '/');
  const form = page.locator('sphere-petition-form');
  await form.locator('button[type=submit]').click();
  await form.getByText('Veuillez vérifier ce qui manque').waitFor();
  await form.getByRole('link', {name: 'Veuillez remplir ce champ : Prénom'}).click();
  assert.equal(await form.locator('[name=givenName]').evaluate((input) => input.matches(':focus')), true);
  const before = payloads().length;
  await fill(page);
  await form.locator('button[type=submit]').click();
  await page.getByText('Merci. Vous avez signé.').waitFor();
  assert.equal(payloads().length, before + 1);
  await context.close();
});

test('signing leaves no trace: nobody else is asked, no address or message names the signer, and nothing is stored', async () => {
  const {page, context, requests, messages} = await openPage(stage, '/');
  await fill(page);
  await page.locator('sphere-petition-form button[type=submit]').click();
  await page.getByText('Merci. Vous avez signé.').waitFor();

  const personal = new RegExp(Object.values(CANARY).filter((value) => value.length > 2).join('|'), 'i');
  assert.deepEqual(requests.filter((url) => !url.startsWith(stage.url())), []);
  assert.deepEqual(requests.filter((url) => personal.test(decodeURIComponent(url))), []);
  assert.deepEqual(messages, []);
  assert.deepEqual(await context.cookies(), []);
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(stored, [0, 0, 0, 0]);
  assert.doesNotMatch(await page.evaluate(() => document.documentElement.getHTML({serializableShadowRoots: true, shadowRoots: [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])})), personal);
  await context.close();
});

test('the address of a petition is a page that a person can open, and that can be read without scripts', async () => {
  const {page, context} = await openPage(stage, '/petitions/safe-exit', {javaScriptEnabled: false});
  await page.getByText('Compte tenu de la récente régression radicale').waitFor();
  await context.close();
  const scripted = await openPage(stage, '/petitions/safe-exit');
  await scripted.page.locator('sphere-petition-form button[type=submit]').waitFor();
  assert.deepEqual(scripted.messages, []);
  await scripted.context.close();
});

test('the demo shows what its author wrote where scripts do not run', async () => {
  const {page, context} = await openPage(stage, '/', {javaScriptEnabled: false});
  assert.equal(await page.getByRole('link', {name: 'Lire et signer la pétition'}).isVisible(), true);
  await context.close();
});

test('a blogger’s page loads the counter and its number, and nothing else of ours', async () => {
  const {page, context, requests} = await openPage(stage, '/counter.html');
  await seeNumber(page.locator('aside sphere-counter'));
  await seeNumber(page.locator('article sphere-counter'));
  const ours = requests.map((url) => new URL(url).pathname).filter((path) => /^\/(v1|petitions)\//.test(path));
  assert.deepEqual(ours, ['/v1/counter.js', '/petitions/safe-exit/tally.json']);
  await context.close();
});

test('the demo reads from right to left in ar-XB, and nothing sticks out', async () => {
  for (const width of [320, 768, 1280]) {
    const {page, context} = await openPage(stage, '/?lang=ar-XB', {viewport: {width, height: 900}});
    await page.locator('sphere-petition-form div[dir=rtl]').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, `at ${width} px`);
    await context.close();
  }
});

test('a part of the script that cannot be fetched is told, and fetched again when the button is pressed', async () => {
  const {page, context} = await openPage(stage);
  let blocked = true;
  await page.route('**/v1/chunks/late-*', (route) => (blocked ? route.abort() : route.continue()));
  await page.goto(`${stage.url()}/`);
  const form = page.locator('sphere-petition-form');
  await form.getByText('La pétition est injoignable.').waitFor();
  await form.locator('[name=givenName]').fill(CANARY.givenName);
  blocked = false;
  await form.locator('button[type=submit]').click();
  await form.getByText('Veuillez vérifier ce qui manque').waitFor();
  assert.equal(await form.locator('[name=givenName]').inputValue(), CANARY.givenName);
  await context.close();
});
