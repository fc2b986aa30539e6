import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {CampaignError, parseCampaign} from '../src/campaign/check.js';
import {petitionOf} from '../src/campaign/document.js';
import {importCampaigns} from '../src/campaign/import.js';
import {starterCampaign} from '../src/campaign/starter.js';
import {openData} from '../src/database/database.js';
import {importCampaign} from '../src/index.js';
import {campaign, eventful, folder} from './support.js';

const paths = (document: unknown): string[] => {
  try {
    parseCampaign(document);
    return [];
  } catch (error) {
    assert.ok(error instanceof CampaignError);
    return error.issues.map(({path}) => path);
  }
};

/** The campaign with one member, named by its path, set or taken out. */
const changed = (path: string, value?: unknown, document = structuredClone(campaign())): unknown => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let inner: object = document;
  for (const name of names) {
    const next: unknown = Reflect.get(inner, name);
    assert.ok(typeof next === 'object' && next !== null, path);
    inner = next;
  }
  if (value === undefined) Reflect.deleteProperty(inner, last);
  else Reflect.set(inner, last, value);
  return document;
};

/** A typing mistake in what must be there: two things are wrong, and both are told. */
const edited = JSON.parse(JSON.stringify(campaign()).replace('"title":"A safe', '"titel":"A safe')) as unknown;

test('every mistake is found, with its path', () => {
  assert.deepEqual(paths(campaign()), []);
  const cases: readonly (readonly [readonly string[], unknown])[] = [
    [['titel'], campaign({titel: 'x'})],
    [['texts.en.title', 'texts.en.titel'], edited],
    [['fields.0.requried'], campaign({fields: [{name: 'givenName', type: 'text', requried: true}], texts: {en: {title: 'T', consents: {signature: 'a', newsletter: 'b'}}}})],
    [['texts.en.letter.0.txt'], changed('texts.en.letter.0.txt', 'x')],
    [['texts.en.letter.0.text.0.herf'], changed('texts.en.letter.0.text', [{text: 'a', herf: 'https://example.org'}])],
    [['controllers'], campaign({controllers: undefined})],
    [['controllers'], campaign({controllers: []})],
    [['controllers.1.id'], campaign({controllers: [{id: 'a', name: 'A'}, {id: 'a', name: 'B'}]})],
    [['texts.fr'], campaign({defaultLanguage: 'fr'})],
    [['texts.en.consents.signature'], changed('texts.en.consents.signature')],
    [['texts.en.consents.other'], changed('texts.en.consents.other', 'x')],
    [['texts.en.fields.motive.label'], changed('texts.en.fields.motive.label')],
    [['texts.pt-BR.fields.constructor.label'], changed('texts.pt-BR.fields.constructor')],
    [['texts.en.fields.age'], changed('texts.en.fields.age', {label: 'Age'})],
    [['texts.en.fields.motive.options.none'], changed('texts.en.fields.motive.options.none', 'None')],
    [['fields.3.options', 'texts.en.fields.motive.options.solidarity'], changed('fields.3.options')],
    [['fields.0.options'], changed('fields.0.options', ['a'])],
    [['fields.1.name'], changed('fields.1.name', 'givenName')],
    [['consents.1.required'], changed('consents.1.required', true)],
    [['consents.1.id', 'texts.en.consents.newsletter', 'texts.pt-BR.consents.newsletter'], changed('consents.1.id', 'signature')],
    [['closesAt'], campaign({opensAt: '2030-01-01T00:00:00Z', closesAt: '2029-01-01T00:00:00Z'})],
    [['opensAt'], campaign({opensAt: '1 January'})],
    [['recipients.0.controller'], campaign({recipients: [{controller: 'nobody', keyId: 'k', suite: 's', publicKey: 'AAAA'}]})],
    [['goal', 'goals'], campaign({goal: -1, goals: 1})],
    [['texts.en.letter.0.itmes'], changed('texts.en.letter.0', {type: 'list', items: ['a'], itmes: []})],
    [['connect.sgin'], campaign({connect: {sgin: {adapter: 'a', src: 'https://example.org'}}})],
    [['connect.sign.adaptor'], campaign({connect: {sign: {adapter: 'a', adaptor: 'a', src: 'https://example.org'}}})],
    [['id'], campaign({id: 'a b'})],
    [[''], null],
    [[''], []],
  ];
  for (const [expected, document] of cases) assert.deepEqual(paths(document), expected);
});

test('every mistake in events and in what is asked about them is found, with its path', () => {
  assert.deepEqual(paths(eventful()), []);
  const with_ = (path: string, value?: unknown) => changed(path, value, structuredClone(eventful()));
  const cases: readonly (readonly [readonly string[], unknown])[] = [
    [['events.3.timeZone'], with_('events.3.timeZone')],
    [['events.3.timeZone'], with_('events.3.timeZone', 'Europe/Atlantis')],
    [['events.3.timeZone'], with_('events.3.timeZone', 'GMT+1')],
    [['events.3.endsAt'], with_('events.3.endsAt', '2030-03-16T11:00:00Z')],
    [[], with_('events.3.endsAt', '2030-03-16T12:00:00Z')],
    [['events.3.startsAt'], with_('events.3.startsAt', '2030-03-16T12:00')],
    [['events.3.startsAt'], with_('events.3.startsAt')],
    [['events.3.place.country'], with_('events.3.place.country', 'QX')],
    [['events.3.place.town'], with_('events.3.place.town', 'London')],
    [['events.3.status'], with_('events.3.status', 'canceled')],
    [['events.3.url'], with_('events.3.url', 'javascript:alert(1)')],
    [['events.3.joinabel'], with_('events.3.joinabel', true)],
    [['events.4.id'], with_('events.4.id', 'london')],
    [['events.3.id'], with_('events.3.id', 'a b')],
    [['events.0.joinable', 'events.1.joinable', 'events.3.joinable', 'events.5.joinable', 'texts.en.rsvp', 'texts.pt-BR.rsvp'].sort(), with_('rsvp')],
    [['rsvp.consents.0.requierd'], with_('rsvp.consents.0.requierd', true)],
    [['rsvp.consents.0.required'], with_('rsvp.consents.0.purpose', 'newsletter')],
    [['rsvp.fields.1.name'], with_('rsvp.fields.1.name', 'givenName')],
    [['rsvp.fields.2.options'], with_('rsvp.fields.2.type', 'select')],
    [['texts.en.rsvp.consents.meet'], with_('texts.en.rsvp.consents.meet')],
    [['texts.pt-BR.proposal.fields.phone.label'], with_('texts.pt-BR.proposal.fields.phone')],
    [['texts.en.proposal.consents.other'], with_('texts.en.proposal.consents.other', 'x')],
    [['texts.en.proposal.fields.fax'], with_('texts.en.proposal.fields.fax', {label: 'Fax'})],
    [['texts.pt-BR.proposal.consents.host', 'texts.pt-BR.proposal.fields.phone.label'], with_('texts.pt-BR.proposal')],
    [['texts.en.share.url'], with_('texts.en.share', {text: 'Sign', url: 'ftp://example.org'})],
    [['texts.en.share.txt'], with_('texts.en.share', {txt: 'Sign'})],
  ];
  for (const [expected, document] of cases) {
    const found = paths(document);
    assert.deepEqual(expected.length > 2 ? found.sort() : found, expected);
  }
});

test('a translation says which language it was made from, and each language has its own words to share and to ask', () => {
  const {texts} = eventful() as {texts: Record<string, object>};
  const share = {text: 'Assine 🏳️‍🌈', url: 'https://example.org/assine'};
  const checked = parseCampaign(eventful({texts: {...texts, 'pt-BR': {...texts['pt-BR'], share}}}));
  const [own, translation] = [petitionOf(checked, 'en'), petitionOf(checked, 'pt-BR')];
  assert.deepEqual([own.original, translation.original], [undefined, 'en']);
  assert.deepEqual([own.share, translation.share], [undefined, share]);
  assert.deepEqual(own.rsvp?.consents, [{id: 'meet', purpose: 'other', version: '1', required: true, text: 'The organiser may write to me.'}]);
  assert.deepEqual(own.proposal?.fields.at(-1), {name: 'phone', type: 'text', required: false, label: 'Telephone', hint: 'We call before we publish.'});
  assert.equal('rsvp' in petitionOf(parseCampaign(campaign()), 'en'), false);
  const plain = petitionOf(parseCampaign(eventful({rsvp: {}, texts: Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, {...words, rsvp: undefined}]))})), 'en');
  assert.deepEqual(plain.rsvp?.fields.map(({name, required}) => [name, required]), [['givenName', true], ['email', true]]);
});

test('the document that a new campaign begins with is good', () => {
  const petition = petitionOf(parseCampaign(starterCampaign('safe-exit')), 'en');
  assert.equal(petition.test, true);
  assert.equal(petition.consents.filter(({required}) => required).length, 1);
});

test('the demo campaign is the source page, word for word', () => {
  const document: unknown = JSON.parse(readFileSync(new URL('../../demo/campaign.json', import.meta.url), 'utf8'));
  const petition = petitionOf(parseCampaign(document), 'fr');
  assert.equal(petition.letter.length, 5);
  assert.equal(petition.addressees.map(({name}) => name).join(' ; ').toLowerCase(), 'aux ministères des affaires étrangères des états membres de l\'ue ; au haut commissaire des nations unies aux droits de l\'homme, türk ; aux commissaires européens : von der leyen, dalli, urpilainen ; aux opérations européennes de protection civile et d\'aide humanitaire, lenarčič');
  assert.equal(petition.goal, 0);
  assert.deepEqual(petition.fields.map(({name, required}) => [name, required]), [['givenName', true], ['familyName', true], ['email', true], ['country', true]]);
  assert.deepEqual(petition.consents.map(({id, required}) => [id, required]), [['signature', true], ['newsletter', false]]);
});

test('an import keeps every wording that anybody may have agreed to', async (context) => {
  const file = `${folder(context)}/campaigns.sqlite`;
  assert.equal(await importCampaign(file, campaign()), 'created');
  assert.equal(await importCampaign(file, campaign()), 'unchanged');
  const rewritten = (version: string, words: string) => campaign({
    consents: [{id: 'signature', purpose: 'signature', version, required: true}],
    texts: {en: {title: 'T', consents: {signature: words}, fields: {motive: {label: 'M'}, constructor: {label: 'B'}}}},
  });
  await assert.rejects(importCampaign(file, rewritten('1', 'I agree to everything.')), ({issues}: CampaignError) =>
    issues[0]?.path === 'texts.en.consents.signature' && issues[0].reason.includes('a new wording needs a new version'));
  assert.equal(await importCampaign(file, rewritten('2', 'I agree to everything.')), 'changed');
  assert.equal(await importCampaign(file, rewritten('1', 'I agree.')), 'changed', 'back to the old wording');

  const {database, close} = await openData(file);
  const kept = await database.selectFrom('consent_text').select(['version', 'text', 'sha256']).where('consent', '=', 'signature').where('language', '=', 'en').orderBy('version').execute();
  assert.deepEqual(kept, [['1', 'I agree.'], ['2', 'I agree to everything.']].map(([version, words = '']) =>
    ({version, text: JSON.stringify(words), sha256: createHash('sha256').update(words).digest('hex')})));

  // A wording about events is kept under its form's name, and is as fixed as any other.
  const {texts: {en}} = eventful() as {texts: {en: object}};
  const about = (words: string) => eventful({id: 'gathering', texts: {en: {...en, rsvp: {consents: {meet: words}, fields: {diet: {label: 'Diet'}}}}}});
  await importCampaigns(database, [parseCampaign(about('The organiser may call me.'))]);
  await assert.rejects(importCampaigns(database, [parseCampaign(about('Anybody may call me.'))]), ({issues}: CampaignError) => issues[0]?.path === 'texts.en.rsvp.consents.meet');
  const {text} = await database.selectFrom('consent_text').select('text').where('consent', '=', 'rsvp.meet').executeTakeFirstOrThrow();
  assert.equal(text, '"The organiser may call me."');

  // One bad campaign among several: none is imported.
  const other = parseCampaign(campaign({id: 'other'}));
  await assert.rejects(importCampaigns(database, [other, parseCampaign(rewritten('1', 'I agree, again.'))]), {name: 'CampaignError'});
  assert.deepEqual((await database.selectFrom('campaign').select('petition').orderBy('petition', 'desc').execute()).map(({petition}) => petition), ['trial', 'gathering']);
  await close();
});
