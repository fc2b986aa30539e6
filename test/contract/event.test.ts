import {EventPage, EventProposal, PetitionEvent, ProposalReceipt, Rsvp, RsvpReceipt} from '../../src/contract/index.js';
import {describeSchema} from './schema-cases.js';

const event = {
  id: 'lyon', title: 'Vigil', description: [{type: 'paragraph', text: 'Come.'}], startsAt: '2026-12-01T18:00:00+01:00', endsAt: '2026-12-01T20:00:00+01:00', timeZone: 'Europe/Paris', status: 'full', attendance: 'both',
  place: {name: 'Town hall', address: '1 Place de la Comédie', locality: 'Lyon', country: 'FR', latitude: 45.76, longitude: 4.83, approximate: true},
  url: 'https://example.org/lyon', calendar: 'https://example.org/lyon.ics', organizer: {name: 'Sphere', url: 'https://example.org/'}, joinable: true, language: 'fr', sample: true,
};
const moment: [string, unknown][] = [['startsAt', undefined], ['startsAt', '2026-12-01T18:00:00'], ['endsAt', 'late'], ['timeZone', 'Europe/Paris; DROP'], ['timeZone', '+01:00'], ['attendance', 'hybrid'], ['attendance', undefined]];

describeSchema('PetitionEvent', PetitionEvent, event, {
  fine: [['timeZone', 'UTC'], ['timeZone', 'America/Argentina/Buenos_Aires'], ['timeZone', 'Etc/GMT+1'], ['place', undefined], ['place.latitude', -90], ['status', undefined]],
  bad: [
    ...moment, ['id', undefined], ['title', undefined], ['title', 'x'.repeat(201)], ['description', 'Come.'], ['description.0.type', 'html'], ['status', 'maybe'],
    ['place.name', 'x'.repeat(201)], ['place.address', 'x'.repeat(301)], ['place.locality', 7], ['place.country', 'fr'], ['place.latitude', 90.1], ['place.longitude', -180.1], ['place.approximate', 'no'],
    ['url', 'ftp://example.org'], ['organizer.name', undefined], ['organizer.url', 'x'], ['joinable', 1], ['language', ''], ['sample', 'no'],
  ],
});

describeSchema('EventPage', EventPage, {events: [event], cursor: '20', total: 21}, {
  fine: [['events', []], ['cursor', undefined]],
  bad: [['events', undefined], ['events.0.title', 7], ['cursor', 'x'.repeat(501)], ['total', -1]],
});

const someone = {idempotencyKey: '6f1e9b0c2d3a4f5e8a7b6c5d4e3f2a1b', fields: {email: 'ada@example.org'}, consents: [{id: 'contact', version: '1'}], language: 'fr'};
const person: [string, unknown][] = [['idempotencyKey', 'short'], ['fields.email', '\u0000'], ['fields', undefined], ['consents.0.id', undefined], ['language', undefined], ['surprise', 1]];

describeSchema('Rsvp', Rsvp, {...someone, eventId: 'lyon'}, {bad: [...person, ['eventId', undefined]]});
describeSchema('RsvpReceipt', RsvpReceipt, {status: 'waiting', receivedAt: '2026-11-22T09:00:00Z'}, {bad: [['status', 'counted'], ['receivedAt', undefined]]});

describeSchema('EventProposal', EventProposal, {...someone, title: 'Vigil', description: 'Come.\nAll.', startsAt: event.startsAt, endsAt: event.endsAt, timeZone: 'Europe/Paris', attendance: 'in-person', place: {locality: 'Lyon'}}, {
  bad: [...person, ...moment, ['title', 'two\nlines'], ['description', 'x'.repeat(5001)], ['place.country', 'France']],
});
describeSchema('ProposalReceipt', ProposalReceipt, {status: 'review', receivedAt: '2026-11-22T09:00:00Z'}, {bad: [['status', 'registered'], ['receivedAt', 'now']]});
