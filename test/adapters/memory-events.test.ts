import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {able} from '../mocks/able.js';
import {english, events, online} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

describe('memory: events', () => {
  const adapter = able(memoryAdapter({petition: english, events}), 'listEvents', 'getEvent');
  const ids = async (query: Parameters<typeof adapter.listEvents>[0]) => (await adapter.listEvents(query)).events.map(({id}) => id);

  it('are none of its capabilities unless it is given some', () => { expect(memoryAdapter({petition: english})).to.not.have.any.keys('listEvents', 'getEvent'); });
  it('come soonest first, without those that are over', async () => { expect(await ids({})).to.deep.equal(['online', 'lyon', 'porto']); });
  it('are narrowed by country', async () => { expect(await ids({country: 'FR'})).to.deep.equal(['lyon']); });
  it('are narrowed by attendance', async () => {
    expect(await ids({attendance: 'online'})).to.deep.equal(['online', 'porto']);
    expect(await ids({attendance: 'in-person'})).to.deep.equal(['lyon', 'porto']);
  });
  it('are narrowed by language', async () => { expect(await ids({language: 'en'})).to.deep.equal(['online', 'lyon']); });
  it('are narrowed by time', async () => {
    expect(await ids({from: '2020-01-01T00:00:00Z', to: '2199-03-02T00:00:00Z'})).to.deep.equal(['over', 'online']);
    expect(await ids({from: '2199-03-02T20:00:00+01:00'})).to.deep.equal(['lyon', 'porto']);
    expect(await ids({to: '2199-03-01T18:00:00+01:00'})).to.deep.equal([]);
  });

  it('come latest first where those are wanted that are over', async () => { expect(await ids({past: true})).to.deep.equal(['over']); });
  it('are counted in each country, whichever country is asked for', async () => {
    const counts = {FR: 1, PT: 1};
    expect((await adapter.listEvents({})).countries).to.deep.equal(counts);
    expect((await adapter.listEvents({country: 'FR', limit: 1})).countries).to.deep.equal(counts);
    expect((await adapter.listEvents({past: true})).countries).to.deep.equal({});
  });

  it('come in pages', async () => {
    const first = await adapter.listEvents({limit: 2});
    expect([first.events.length, first.total]).to.deep.equal([2, 3]);
    const last = await adapter.listEvents({limit: 2, ...(first.cursor !== undefined && {cursor: first.cursor})});
    expect(last.events.map(({id}) => id)).to.deep.equal(['porto']);
    expect(last).to.not.have.property('cursor');
    expect((await adapter.listEvents({limit: 0})).events).to.have.length(1);
    expect((await failure(adapter.listEvents({cursor: 'x'}))).issues[0]?.path).to.equal('cursor');
  });

  it('come a hundred at most', async () => {
    const many = memoryAdapter({petition: english, events: Array.from({length: 101}, (_, index) => ({...online, id: `online-${index}`}))});
    expect((await able(many, 'listEvents').listEvents({limit: 1000})).events).to.have.length(100);
  });

  it('are found by their id, or not', async () => {
    expect((await adapter.getEvent('over')).title).to.equal('March');
    expect((await failure(adapter.getEvent('nowhere'))).code).to.equal('not-found');
  });

  it('tells what is wrong with an event when events are asked for', async () => {
    const wrong = able(memoryAdapter({petition: english, events: [{...online, startsAt: 'soon'}]}), 'listEvents');
    const error: unknown = await wrong.listEvents({}).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'configuration');
    expect(error).to.have.property('message').that.includes('0.startsAt');
  });
});
