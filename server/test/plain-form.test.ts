import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {sql} from 'kysely';
import {openData} from '../src/database/database.js';
import {importCampaign} from '../src/index.js';
import type {LogEntry} from '../src/http/log.js';
import {formOf, type Part, readHtml} from './html.js';
import {campaign, signature, trial, type Trial} from './support.js';

const ADA = {givenName: 'Ada', email: 'ada@example.org', country: 'FR', 'consent:signature': '1'};

const open = async ({src}: Pick<Trial, 'src'>, query = ''): Promise<Part> => readHtml(await (await fetch(src + query)).text());

/** Sends the page's form where it says. */
const send = (src: string, page: Part, answers: Readonly<Record<string, string | undefined>>): Promise<Response> =>
  fetch(new URL(page.one('form').get('action') ?? '', src), {method: 'POST', body: formOf(page, answers), redirect: 'manual'});

const kept = async ({data}: Pick<Trial, 'data'>): Promise<unknown[]> => {
  const {database, close} = await openData(data);
  const rows = await database.selectFrom('signature').select('payload').orderBy('sequence').execute();
  await close();
  return rows.map(({payload}): unknown => JSON.parse(payload));
};

const signs = (response: Response): void => {
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('cache-control'), 'no-store');
};

test('the plain form signs, and leads to a page that says nothing of who signed and sends nothing again', async (context) => {
  const petition = await trial(context);
  const response = await send(petition.src, await open(petition, '?sphere_source=newsletter-3'), ADA);
  signs(response);
  assert.equal(response.headers.get('location'), '/petitions/trial/signed?lang=en');
  assert.deepEqual(await kept(petition), [{fields: {givenName: 'Ada', email: 'ada@example.org', country: 'FR'}, consents: [{id: 'signature', version: '1'}], language: 'en', source: 'newsletter-3'}]);
  await petition.tally(1);

  const thanks = await fetch(new URL(response.headers.get('location') ?? '', petition.src));
  const page = readHtml(await thanks.text());
  assert.equal(thanks.status, 200);
  assert.equal(page.one('h1').text, 'Thank you. You have signed.');
  assert.equal(page.one('bdi').text, petition.src);
  assert.equal(page.all('form').length, 0);
  assert.ok(page.all('a').every((link) => link.get('href')?.startsWith('/petitions/trial?lang=en')));
});

test('what is wrong is listed, leads to its question, and is said beside it; all that was typed is still there', async (context) => {
  const petition = await trial(context);
  const answers = {givenName: '  "Ada" & <b>Lovelace</b>\t', email: 'ada@', country: '', motive: 'solidarity', 'consent:newsletter': '1'};
  const response = await send(petition.src, await open(petition), answers);
  assert.equal(response.status, 422);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const page = readHtml(await response.text());

  const summary = page.one('div', {id: 'outcome'});
  assert.equal(summary.get('tabindex'), '-1');
  assert.equal(page.one('p', {id: summary.get('aria-labelledby') ?? ''}).text, 'Please check what is missing');
  assert.deepEqual(summary.all('a').map(({text}) => text), [
    'Please write an e-mail address such as name@example.org', 'Please fill in: Country', 'Please tick this box if you agree: without your consent your signature may not be received.',
  ]);
  for (const link of summary.all('a')) {
    const control = page.one('*', {id: link.get('href')?.slice(1) ?? ''});
    assert.equal(control.get('aria-invalid'), 'true');
    assert.equal(page.one('p', {id: control.get('aria-describedby') ?? ''}).text, link.text);
  }
  assert.equal(page.all('*', {'aria-invalid': 'true'}).length, 3);
  assert.ok(page.one('title').text.startsWith('Please check what is missing – '));

  assert.equal(page.one('input', {name: 'givenName'}).get('value'), '"Ada" & <b>Lovelace</b>');
  assert.equal(page.one('input', {name: 'email'}).get('value'), 'ada@');
  assert.equal(page.one('select', {name: 'motive'}).all('option', {value: 'solidarity'})[0]?.get('selected'), '');
  assert.equal(page.one('input', {name: 'consent:newsletter'}).get('checked'), '');
  assert.equal(page.one('input', {name: 'consent:signature'}).get('checked'), undefined);
  assert.equal(page.all('script').length + page.all('sphere-petition').length, 0, 'the widget would begin anew');
  assert.deepEqual(await kept(petition), []);

  signs(await send(petition.src, page, {email: 'ada@example.org', country: 'FR', 'consent:signature': '1'}));
  assert.deepEqual(await kept(petition), [{
    fields: {givenName: '"Ada" & <b>Lovelace</b>', email: 'ada@example.org', country: 'FR', motive: 'solidarity'},
    consents: [{id: 'signature', version: '1'}, {id: 'newsletter', version: '1'}], language: 'en',
  }]);
});

test('an answer that is far too long is told, not cut', async (context) => {
  const petition = await trial(context);
  const response = await send(petition.src, await open(petition), {...ADA, givenName: 'A'.repeat(3000), email: ''});
  assert.equal(response.status, 422);
  const page = readHtml(await response.text());
  assert.deepEqual(page.one('div', {id: 'outcome'}).all('a').map(({text}) => text), ['This is too long: First name', 'Please fill in: E-mail address']);
  assert.equal(page.one('input', {name: 'givenName'}).get('value')?.length, 3000);
});

test('every page has a key of its own; sent twice it counts once, with other answers it is another signature', async (context) => {
  const petition = await trial(context);
  const [page, other] = [await open(petition), await open(petition)];
  const keyOf = (form: Part) => form.one('input', {name: 'sphere:key'}).get('value');
  assert.notEqual(keyOf(page), keyOf(other));
  assert.equal((await fetch(petition.src)).headers.get('cache-control'), 'no-store');

  signs(await send(petition.src, page, ADA));
  signs(await send(petition.src, page, ADA));
  assert.equal((await kept(petition)).length, 1);
  signs(await send(petition.src, page, {...ADA, givenName: 'Grace', email: 'grace@example.org'}));
  signs(await send(petition.src, page, {...ADA, 'sphere:key': 'x'}));
  signs(await send(petition.src, page, {...ADA, 'sphere:key': undefined}));
  assert.equal((await kept(petition)).length, 4);
});

test('whoever signed before gets the answer that everybody gets, by whichever door', async (context) => {
  const petition = await trial(context);
  await petition.sign(signature());
  const answers = [await send(petition.src, await open(petition), ADA), await send(petition.src, await open(petition), {...ADA, email: 'grace@example.org'})];
  const told = answers.map(({status, headers}) => [status, ...[...headers].filter(([name]) => name !== 'date')]);
  assert.deepEqual(told[0], told[1]);
  await petition.tally(3);
});

/** Why there is no form. */
const withoutForm = async (context: TestContext, changes: object): Promise<string> => {
  const petition = await trial(context, {document: campaign(changes)});
  const page = await open(petition);
  assert.equal(page.all('form').length, 0);
  const response = await fetch(petition.src, {method: 'POST', body: new URLSearchParams(ADA)});
  assert.ok(response.status === 403 || response.status === 422, String(response.status));
  assert.equal(readHtml(await response.text()).all('form').length, 0);
  assert.deepEqual(await kept(petition), []);
  return page.one('section', {id: 'sign'}).one('p', {class: 'notice'}).text;
};

test('where the petition cannot be signed here and now, there is no form, and the page says why', async (context) => {
  assert.equal(await withoutForm(context, {closesAt: '2020-02-03T00:00:00Z'}), 'This petition closed on February 3, 2020. Thank you to everyone who signed.');
  assert.equal(await withoutForm(context, {opensAt: '2100-02-03T12:00:00Z'}), 'This petition can be signed from February 3, 2100.');
  const recipients = [{controller: 'foundation', keyId: 'k1', suite: 's', publicKey: 'abcd'}];
  assert.equal(await withoutForm(context, {recipients}), 'This petition cannot be signed on this page.');
  const connect = {sign: {adapter: 'memory', src: 'https://elsewhere.example.org/x'}};
  assert.equal(await withoutForm(context, {recipients, connect}), 'This petition cannot be signed on this page.');
  assert.equal(await withoutForm(context, {connect}), 'To sign on this page, allow its scripts.');
});

test('a retry that arrives after the petition closed has its thanks coming', async (context) => {
  const petition = await trial(context);
  const page = await open(petition);
  signs(await send(petition.src, page, ADA));
  await importCampaign(petition.data, campaign({closesAt: '2020-01-01T00:00:00Z'}));
  while ((await open(petition)).all('form').length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  signs(await send(petition.src, page, ADA));
  assert.equal((await send(petition.src, page, {...ADA, givenName: 'Grace'})).status, 403);
  assert.equal((await kept(petition)).length, 1);
});

test('a test says that it is one, and names who is responsible', async (context) => {
  const petition = await trial(context, {document: campaign({controllers: [{id: 'foundation', name: 'Example & Foundation', privacy: 'https://example.org/privacy', contact: 'data@example.org'}]})});
  const form = (await open(petition)).one('form');
  assert.equal(form.one('p', {class: 'notice'}).text, 'This petition is a test: signatures count for nothing.');
  assert.ok(form.text.includes('Your signature goes to Example & Foundation, who is responsible for your data. Privacy notice data@example.org'));
  assert.equal(form.one('a', {href: 'https://example.org/privacy'}).get('rel'), 'noopener noreferrer');
  assert.ok(form.all('input', {type: 'checkbox'}).every((box) => box.get('checked') === undefined));
});

test('a box is ticked for the wording beside it: after a new one it is to be ticked again', async (context) => {
  const petition = await trial(context);
  const page = await open(petition);
  const {texts} = campaign();
  await importCampaign(petition.data, campaign({consents: [{id: 'signature', purpose: 'signature', version: '2', required: true}, {id: 'newsletter', purpose: 'newsletter', version: '1'}], texts: JSON.parse(JSON.stringify(texts).replace('I agree.', 'I agree to more.')) as object}));
  while ((await open(petition)).one('input', {name: 'consent:signature'}).get('value') !== '2') await new Promise((resolve) => setTimeout(resolve, 20));
  // What somebody agreed to who has the old page holds, as at the other door.
  const response = await send(petition.src, page, {...ADA, givenName: ''});
  const again = readHtml(await response.text());
  assert.equal(again.one('input', {name: 'consent:signature'}).get('checked'), undefined);
  signs(await send(petition.src, page, ADA));
  const unheard = await send(petition.src, page, {...ADA, 'consent:signature': '3', 'consent:newsletter': 'x y'});
  assert.equal(unheard.status, 422);
  assert.ok(readHtml(await unheard.text()).one('div', {id: 'outcome'}).text.includes('The wording beside this box has changed.'));
});

test('what is no form, breaks its limits or fails is answered by the page, with all that could be read', async (context) => {
  const entries: LogEntry[] = [];
  const petition = await trial(context, {log: (entry) => entries.push(entry)});
  const post = async (body: string | URLSearchParams, type?: string) => {
    const response = await fetch(petition.src, {method: 'POST', body, redirect: 'manual', ...(type !== undefined && {headers: {'content-type': type}})});
    return {status: response.status, page: readHtml(await response.text()), pause: response.headers.get('retry-after')};
  };
  const titleOf = ({page}: {page: Part}) => page.one('p', {id: 'summary'}).text;
  for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded; charset=latin1']) assert.equal((await post('givenName=Ada', type)).status, 415, type);
  const large = await post(new URLSearchParams({...ADA, givenName: 'Kanarienvogel'.repeat(2000)}));
  assert.equal(large.status, 413);
  assert.equal(titleOf(large), 'The petition’s server did not accept some of what you typed. Please check it and sign again.');
  assert.equal((await post('%ff&=&consent:=1&consent:signature=%00', 'application/x-www-form-urlencoded')).status, 422);
  const missing = await fetch(`${petition.src}-of-nobody`, {method: 'POST', body: new URLSearchParams(ADA)});
  assert.equal(missing.status, 404);
  assert.equal((await fetch(`${petition.src}-of-nobody/signed`)).status, 404);

  const opened = await openData(petition.data);
  await sql`create trigger broken before insert on signature begin select raise(abort, 'Kanarienvogel'); end`.execute(opened.database);
  const failed = await post(new URLSearchParams({...ADA, givenName: 'Kanarienvogel', 'sphere:key': 'k'.repeat(22)}));
  await sql`drop trigger broken`.execute(opened.database);
  await opened.close();
  assert.equal(failed.status, 503);
  assert.match(failed.pause ?? '', /^[3-9]$/);
  assert.equal(titleOf(failed), 'We cannot tell whether your signature arrived. What you typed is still here. Please sign again: it will not count twice.');
  assert.equal(failed.page.one('input', {name: 'givenName'}).get('value'), 'Kanarienvogel');
  assert.equal(failed.page.one('input', {name: 'sphere:key'}).get('value'), 'k'.repeat(22));
  assert.ok(!JSON.stringify(entries).includes('Kanarienvogel'));
});
