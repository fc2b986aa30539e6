import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import ICAL from 'ical.js';
import type {Download, Locator, Page} from 'playwright-core';
import {element, pageOf, script, setHost, type Visit} from './host.js';

const host = setHost();

/** Noon in four cities on the day of the wave; New York has changed its clocks by then, London has not. */
const wave = [
  ['london', 'London', 'GB', 'Europe/London', '+00:00'], ['new-york', 'New York', 'US', 'America/New_York', '-04:00'],
  ['sao-paulo', 'São Paulo', 'BR', 'America/Sao_Paulo', '-03:00'], ['bengaluru', 'Bengaluru', 'IN', 'Asia/Kolkata', '+05:30'],
].map(([id, locality, country, timeZone, offset]) => ({id, title: `Noon in ${locality}`, startsAt: `2024-03-16T12:00:00${offset}`, endsAt: `2024-03-16T14:00:00${offset}`, timeZone, attendance: 'in-person', place: {locality, country}}));
const call = {id: 'call', title: 'A call', startsAt: '2024-03-16T20:00:00+00:00', timeZone: 'Europe/London', attendance: 'online'};
const off = {id: 'off', title: 'Called off', startsAt: '2024-03-16T21:00:00+00:00', timeZone: 'Europe/London', attendance: 'in-person', status: 'cancelled', joinable: true, place: {locality: 'Leeds', country: 'GB'}};
const long = {
  id: 'long', title: 'Всем, кто в пути: 🏳️‍🌈 вечер солидарности в Вильнюсе — приходите, берите друзей; будет музыка, чай и тёплые слова', startsAt: '2024-03-16T22:00:00+00:00', timeZone: 'Europe/Vilnius',
  attendance: 'in-person', language: 'ru', description: [{type: 'paragraph', text: 'Встречаемся у ратуши, у часов; вход свободный, регистрация не нужна. '.repeat(4).trim()}], place: {name: 'Vilniaus rotušė, Didžioji g. 31', locality: 'Vilnius', country: 'LT'},
};

const files = {
  '/petition/petition.json': {id: 'wave', title: 'A safe way out', language: 'en', letter: [], offers: ['getPetition', 'listEvents']},
  '/petition/events.json': {events: [...wave, call, off, long]},
};
/** The list as a reader somewhere sees it, at some moment. */
const listAt = async (time: string, options: Visit = {}): Promise<{page: Page; list: Locator}> => {
  const {page} = await host.visit(pageOf(`${script(host, 'event-list')}<sphere-event-list src="/petition/"><a href="/petition/">Events</a></sphere-event-list>`, 'lang="en"'), {
    files, prepare: (tab) => tab.clock.setFixedTime(time), ...options,
  });
  const list = page.locator('sphere-event-list');
  await list.getByRole('button', {name: 'Past events'}).waitFor();
  return {page, list};
};
const event = (list: Locator, name: string) => list.locator('[part=event]', {hasText: name});

for (const [timezoneId, own] of [['Europe/London', undefined], ['America/New_York', '4:00'], ['America/Sao_Paulo', '5:00'], ['Asia/Kolkata', '1:30']] as const) {
  test(`the event list on 16 March 2024, read in ${timezoneId}: each event by the clock of its place, an online one by the reader’s too`, async () => {
    const {list} = await listAt('2024-03-16T06:00:00Z', {timezoneId});
    for (const {title, startsAt} of wave) {
      const time = event(list, title).locator('time');
      assert.match(await time.innerText(), /Saturday, March 16, 2024.*12:00/);
      assert.equal(await time.getAttribute('datetime'), startsAt);
    }
    // Bengaluru is first, for noon comes there first.
    assert.deepEqual((await list.locator('.name').allInnerTexts()).slice(0, 4), ['Noon in Bengaluru', 'Noon in London', 'Noon in São Paulo', 'Noon in New York']);
    const yours = event(list, 'A call').getByText('Your time');
    if (own === undefined) assert.equal(await yours.count(), 0);
    else assert.match((await yours.innerText()).replaceAll('\u202f', ' '), new RegExp(`${own} (AM|PM)`));
  });
}

test('cancelled events: struck through and said, with nothing to join and nothing for a calendar', async () => {
  const {list} = await listAt('2024-03-16T06:00:00Z');
  const cancelled = event(list, 'Called off');
  await event(list, 'A call').getByRole('button', {name: 'Details'}).waitFor();
  assert.equal(await cancelled.locator('s').innerText(), 'Called off');
  await cancelled.getByText('Cancelled', {exact: true}).waitFor();
  assert.equal(await cancelled.getByRole('button').or(cancelled.getByRole('link')).count(), 0);
});

test('past events: out of the way the next day, and there for whoever asks, the latest first', async () => {
  const {list} = await listAt('2024-03-17T12:00:00Z');
  await list.getByText('No upcoming event').waitFor();
  assert.equal(await list.locator('[part=event]').count(), 0);
  await list.getByRole('button', {name: 'Past events'}).click();
  await list.getByText('Noon in London').waitFor();
  assert.deepEqual((await list.locator('.name').allInnerTexts()).slice(-4), ['Noon in New York', 'Noon in São Paulo', 'Noon in London', 'Noon in Bengaluru']);
  assert.equal(await list.getByRole('button', {name: 'Join'}).count(), 0);
});

test('.ics folding with non-ASCII: what the page saves, another program reads to the letter', async () => {
  const {page, list} = await listAt('2024-03-16T06:00:00Z');
  await event(list, 'Вильнюсе').getByRole('button', {name: 'Details'}).click();
  const [download] = await Promise.all([page.waitForEvent('download'), event(list, 'Вильнюсе').getByRole('button', {name: 'Add to calendar'}).click()]);
  assert.equal(download.suggestedFilename(), 'long.ics');
  const bytes = await readFile(await download.path());
  const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(text.includes('\r\n '));
  const found = new ICAL.Event(ICAL.Component.fromString(text).getFirstSubcomponent('vevent') ?? undefined);
  assert.deepEqual([found.summary, found.location, found.startDate.toICALString()], [long.title, 'Vilniaus rotušė, Didžioji g. 31, Vilnius, Lithuania', '20240316T220000Z']);
  assert.ok(found.description.startsWith(long.description[0]?.text ?? '-'));
});

test('.ics from the page and from the server are one event', async () => {
  const {page} = await host.visit(pageOf(script(host, 'event-list') + element(host, 'sphere-event-list'), 'lang="fr"'));
  const list = page.locator('sphere-event-list');
  const first = list.locator('[part=event]').first();
  await first.getByRole('button', {name: 'Détails'}).click();
  const [download] = await Promise.all([page.waitForEvent('download'), first.getByRole('button', {name: 'Ajouter à l’agenda'}).click()]);
  const address = `${host.stage.url()}/petitions/safe-exit/events/${download.suggestedFilename()}?lang=fr`;
  const [saved, served] = [await readFile(await download.path(), 'utf8'), await (await fetch(address)).text()].map((text) => text.replace(/DTSTAMP:.*/, ''));
  assert.equal(saved, served);
});

test('.ics in a sandbox, which saves no file: the details lead to a page of the server’s, which does', async () => {
  const inner = pageOf(script(host, 'event-list') + element(host, 'sphere-event-list')).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const {page} = await host.visit(pageOf(`<iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" width="900" height="1400" srcdoc="${inner}"></iframe>`));
  const first = page.frameLocator('iframe').locator('[part=event]').first();
  await first.getByRole('button', {name: 'Détails'}).click();
  const link = first.getByRole('link', {name: 'Ajouter à l’agenda'});
  // Nobody is told of a window that is opened without its opener: it is met at the door.
  const downloading = new Promise<Download>((resolve) => { page.context().on('page', (popup) => popup.on('download', resolve)); });
  await link.click();
  const download = await downloading;
  assert.match(await readFile(await download.path(), 'utf8'), /^BEGIN:VCALENDAR\r\n/);
});
