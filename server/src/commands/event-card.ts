import {plainText} from 'sphere-petition/contract';
import type {ListedEvent} from '../events/listing.js';
import type {Contact} from '../events/proposal.js';
import {printable, venue, venueTime} from './event-table.js';

const row = (name: string, value: string | undefined): string => (value === undefined || value === '' ? '' : `${name}: ${printable(value)}\n`);

/** One event with all that is known of it, and how its organiser can be reached. */
export const eventCard = ({id, state, event, rsvps, waiting}: ListedEvent, contact: Contact | undefined): string => [
  row('id', id),
  row('state', state),
  row('title', event?.title),
  row('starts', event && venueTime(event.startsAt, event.timeZone)),
  row('ends', event?.endsAt && venueTime(event.endsAt, event.timeZone)),
  row('where', event && venue(event)),
  row('venue', event?.place?.name),
  row('address', event?.place?.address),
  row('page', event?.url),
  row('language', event?.language),
  row('RSVPs taken', event && (event.joinable ? 'yes' : 'no')),
  row('RSVPs', `${rsvps}, of them ${waiting} waiting`),
  ...(event?.description ?? []).map((block) => row('description', block.type === 'list' ? block.items.map(plainText).join(' · ') : plainText(block.text))),
  ...Object.entries(contact?.fields ?? {}).map(([name, answer]) => row(`organiser's ${name}`, answer)),
  ...(contact?.consents ?? []).map((consent) => row('organiser agreed to', `${consent.id}, version ${consent.version}`)),
].join('');
