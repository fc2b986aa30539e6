import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import type {EventQuery} from '../../src/contract/index.js';
import {answer, sent} from '../mocks/network.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import {define, listFrom, listOf, many, names, openJoin, vigil, wave} from './gathering.js';
import {consoleSaid} from './listening.js';
import {focused} from './signing.js';
import {all, backEnd, find, says} from './support.js';

const look = async (list: Element, text: string) => {
  const field = await find<HTMLInputElement>(list, '#search');
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
};
const choose = async (list: Element, country: string) => {
  const choice = await find<HTMLSelectElement>(list, '#country');
  choice.value = country;
  choice.dispatchEvent(new Event('change', {bubbles: true}));
};
const choices = (list: Element) => all<HTMLOptionElement>(list, '#country option').map(({textContent}) => textContent.trim());
const status = (list: Element) => all(list, '[role=status]')[0]?.textContent.trim();

/** Lists these, and writes down what it is asked. */
const recorded = async (events: Parameters<typeof listOf>[0]) => {
  const queries: EventQuery[] = [];
  const adapter = backEnd({events});
  const list = await listFrom({...adapter, listEvents: (query: EventQuery) => { queries.push(query); return adapter.listEvents?.(query) ?? Promise.reject(new Error()); }});
  return {list, queries};
};

describe('looking for events', () => {
  before(define);

  it('needs no filter for a few in one country, and has one for more, or for two countries', async () => {
    const few = await listOf(many(3).map((event) => ({...event, place: {country: 'FR'}})));
    await says(few, 'Gathering 3');
    expect(all(few, '[part=filter]')).to.deep.equal([]);
    await find(await listOf(many(6).map((event) => ({...event, place: {country: 'FR'}}))), '[part=filter]');
    await find(await listOf(many(2)), '[part=filter]');
  });

  it('offers the countries that there are, by their names, with the number of events', async () => {
    const list = await listOf([...many(7), ...wave], {lang: 'fr'});
    await find(list, '#country');
    expect(choices(list).slice(1)).to.deep.equal(['Allemagne (2)', 'France (3)', 'Portugal (2)']);
    (await find(list, '.fold')).click();
    await eventually(() => choices(list).includes('Brésil (1)'), 'The countries of past events are not offered.');
  });

  it('narrows to a country and says how many there are', async () => {
    const {list, queries} = await recorded(many(9));
    await find(list, '#country');
    expect(status(list)).to.equal('');
    await choose(list, 'DE');
    await eventually(() => names(list).length === 3, 'It is not narrowed.');
    expect(names(list)).to.deep.equal(['Gathering 2', 'Gathering 5', 'Gathering 8']);
    expect(status(list)).to.equal('3 events shown');
    expect(queries).to.have.length(1);
    await choose(list, '');
    await eventually(() => names(list).length === 9, 'It is not widened.');
    expect(status(list)).to.equal('9 events shown');
  });

  it('asks for a country where not all events are known, and shows meanwhile what is', async () => {
    const {list, queries} = await recorded(many(130));
    await find(list, '#country');
    expect(choices(list)).to.include('Germany (43)');
    await choose(list, 'DE');
    await eventually(() => queries.length === 2, 'The country is not asked for.');
    expect(queries[1]).to.deep.equal({limit: 100, country: 'DE'});
    await eventually(() => names(list)[1] === 'Gathering 5' && names(list).length === 20, 'It is not narrowed.');
  });

  it('begins with the country that the page names, however it is spelled, and lets readers leave it', async () => {
    const list = await listOf(many(6), {}, {country: ' de'});
    await eventually(() => names(list).length === 2, 'It is not narrowed.');
    expect((await find<HTMLSelectElement>(list, '#country')).value).to.equal('DE');
    await choose(list, '');
    await eventually(() => names(list).length === 6, 'It is not widened.');
    await find(await listOf(many(2), {}, {country: 'Germany'}), '#event-e1');
  });

  it('finds words in titles, towns and countries, and says that there are none', async () => {
    const list = await listOf([...many(6), {...vigil, id: 'sp', place: {locality: 'São Paulo', country: 'BR'}}]);
    await look(list, 'sao paulo');
    await eventually(() => names(list).length === 1, 'It is not found.');
    expect([names(list), status(list)]).to.deep.equal([['Vigil'], '1 event shown']);
    await look(list, 'germany');
    await eventually(() => names(list).length === 2, 'The country is not found.');
    await look(list, 'nowhere');
    await eventually(() => status(list) === 'No upcoming event matches.', 'It does not say so.');
    (await find(list, '.upcoming button')).click();
    await eventually(() => names(list).length === 7, 'All are not back.');
    const field = await find<HTMLInputElement>(list, '#search');
    expect([focused(), field.value]).to.deep.equal([field, '']);
  });

  it('looks through further pages until twenty are found, and no further', async () => {
    const {list, queries} = await recorded(many(350));
    await find(list, '#search');
    await look(list, 'Gathering 1');
    await eventually(() => names(list).length === 20, 'They are not found.');
    expect(queries).to.have.length(1);
    await look(list, 'Gathering 34');
    await eventually(() => names(list).length === 14, 'They are not found.');
    expect(queries.map(({cursor}) => cursor)).to.deep.equal([undefined, '100', '200', '300']);
    expect(names(list)[0]).to.equal('Gathering 34');
  });

  it('tells nobody what is looked for', async () => {
    const src = 'https://back-end.example/petitions/looking';
    const adapter = backEnd({events: many(150)});
    answer(
      http.get(`${src}/events.json`, async ({request}) => HttpResponse.json(await adapter.listEvents?.(Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [name, name === 'limit' ? Number(value) : value]))))),
      http.get(`${src}/petition.json`, async () => HttpResponse.json(await adapter.getPetition?.({}))),
    );
    const told: string[] = [];
    const hear = (event: Event) => { told.push(JSON.stringify(event)); };
    for (const name of ['sphere-joined', 'sphere-proposed', 'sphere-signed']) document.addEventListener(name, hear);
    const list = await fixture(`<sphere-event-list src="${src}" lang="en"></sphere-event-list>`);
    await look(list, 'Zwitschervogel');
    await eventually(() => status(list) === 'No upcoming event matches.', 'It does not say so.');
    const requests = await Promise.all(sent.map(async (request) => `${request.url} ${JSON.stringify([...request.headers])} ${await request.text()}`));
    expect(requests.length).to.be.greaterThan(1);
    expect([...requests, ...consoleSaid.map(({message}) => message), ...told, location.href, document.cookie].join('\n').toLowerCase()).to.not.contain('zwitscher');
  });

  it('keeps an event about which somebody is typing, with all that was typed', async () => {
    const list = await listOf(many(8));
    const form = await openJoin(list);
    const field = await find<HTMLInputElement>(form, '[name=givenName]');
    field.value = 'Ada';
    await look(list, 'Gathering 7');
    await eventually(() => names(list).length === 2, 'It is not narrowed.');
    expect(names(list)).to.deep.equal(['Gathering 1', 'Gathering 7']);
    await look(list, '');
    await eventually(() => names(list).length === 8, 'It is not widened.');
    expect((await find<HTMLInputElement>(list, '[name=givenName]')).value).to.equal('Ada');
  });
});
