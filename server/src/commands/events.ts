import type {Command} from 'commander';
import * as z from 'zod/mini';
import {type Campaign, CampaignQuestions} from '../campaign/campaign.js';
import type {Data} from '../database/database.js';
import {contactOf, type ListedEvent, listedEvents} from '../events/listing.js';
import {acceptEvent, cancelEvent, type Moderated, ModerationError, refuseEvent} from '../events/moderation.js';
import {rsvpSource} from '../export/sources.js';
import {campaignIn, withData} from './data.js';
import {eventCard} from './event-card.js';
import {eventTable} from './event-table.js';
import {CommandFailure, DEFAULT_DATA, EXIT, EXIT_HELP} from './failure.js';
import {type PeopleOptions, writePeople} from './people.js';

interface EventOptions {
  readonly data: string;
  readonly petition?: string;
}

const withCampaign = ({data: path, petition}: EventOptions, work: (data: Data, campaign: Campaign) => Promise<void>): Promise<void> =>
  withData(path, async (data) => work(data, await campaignIn(data, path, petition)));

const list = ({waiting = false, ...options}: EventOptions & {readonly waiting?: boolean}): Promise<void> =>
  withCampaign(options, async ({database}, campaign) => {
    const events = (await listedEvents(database, campaign)).filter(({state}) => !waiting || state === 'waiting');
    if (events.length > 0) process.stdout.write(eventTable(events));
    else process.stderr.write(waiting ? `No proposal waits in the petition "${campaign.id}".\n` : `The petition "${campaign.id}" has no events.\n`);
  });

const listed = async ({database}: Data, campaign: Campaign, id: string): Promise<ListedEvent> => {
  const event = (await listedEvents(database, campaign)).find((other) => other.id === id);
  if (event === undefined) throw new CommandFailure(EXIT.input, `The petition "${campaign.id}" has no event "${id}". "events list" shows those that it has.`);
  return event;
};

const show = (id: string, options: EventOptions): Promise<void> =>
  withCampaign(options, async (data, campaign) => {
    process.stdout.write(eventCard(await listed(data, campaign, id), await contactOf(data.database, campaign.id, id)));
  });

const attendees = (id: string, options: EventOptions & PeopleOptions): Promise<void> =>
  withCampaign(options, async (data, campaign) => {
    await listed(data, campaign, id);
    const questions = campaign.rsvp ?? z.parse(CampaignQuestions, {});
    const {rows, people} = await writePeople(data, (tables) => rsvpSource(tables, campaign.id, id, questions), options);
    process.stderr.write(`${rows} RSVPs of ${people} people: where an e-mail address came more than once, its newest RSVP was written.\n`);
  });

/** A command that moderates one event and says what became of it. */
const moderation = <Options extends EventOptions>(act: (database: Data['database'], campaign: Campaign, id: string, options: Options) => Promise<Moderated>) =>
  (id: string, options: Options): Promise<void> =>
    withCampaign(options, async ({database}, campaign) => {
      try {
        process.stdout.write(`${id}: ${await act(database, campaign, id, options)}\n`);
      } catch (error) {
        throw error instanceof ModerationError ? new CommandFailure(EXIT.input, error.message, {cause: error}) : error;
      }
    });

const ELSEWHERE = 'A server that runs on the data file shows the change by itself.';

/** Adds `events list`, `show`, `accept`, `refuse`, `cancel` and `attendees`. */
export const addEvents = (program: Command): void => {
  const events = program.command('events').description('Moderate events: those that somebody offers to organise, and who comes.');
  const add = (name: string, description: string, help: string): Command =>
    events.command(name).description(description)
      .option('--data <file>', 'the data file', DEFAULT_DATA)
      .option('--petition <id>', 'the petition\'s id; not needed where the data file has one petition')
      .addHelpText('after', `\n${help}\n${EXIT_HELP}`);
  const addOne = (name: string, description: string, help: string): Command => add(name, description, help).argument('<event>', 'the event\'s id, as "events list" shows it');

  add('list', 'Show the events of a petition: its document\'s and those proposed, what waits first, with the number of RSVPs.', `Example:
  sphere-petition-server events list --waiting

Times are those of the place. Nobody's name or address is in this list: "events show" has the organiser's, "events attendees" the others'.`)
    .option('--waiting', 'only proposals that wait to be accepted or refused')
    .action(list);
  addOne('show', 'Show one event with its description, and how its organiser can be reached.', `Example:
  sphere-petition-server events show 4f1c09a2b7de`)
    .action(show);
  addOne('accept', 'Publish a proposal; or take back that an event was cancelled.', `Example:
  sphere-petition-server events accept 4f1c09a2b7de --joinable

Accepting again, with or without --joinable, says anew whether RSVPs are taken. ${ELSEWHERE}`)
    .option('--joinable', 'let people say on the page that they come; the campaign document needs "rsvp"')
    .action(moderation<EventOptions & {readonly joinable?: boolean}>((database, campaign, id, {joinable = false}) => acceptEvent(database, campaign, id, joinable)));
  addOne('refuse', 'Refuse a proposal, also one that was accepted. All that it said is deleted at once, with the organiser\'s contact.', `Example:
  sphere-petition-server events refuse 4f1c09a2b7de

This cannot be taken back. ${ELSEWHERE}`)
    .action(moderation(refuseEvent));
  addOne('cancel', 'Call an event off, also one of the campaign document: it stays visible as cancelled, and takes no more RSVPs.', `Example:
  sphere-petition-server events cancel london

"events accept" takes it back. ${ELSEWHERE}`)
    .action(moderation(cancelEvent));
  addOne('attendees', 'Write the RSVPs of an event as CSV (RFC 4180, UTF-8), one record for each e-mail address.', `Example:
  sphere-petition-server events attendees london --output london.csv

Cells that start with = + - @, a tab or a carriage return get an apostrophe before them, so that no spreadsheet runs them.`)
    .option('--output <file>', 'where to write, readable by its owner alone; else standard output')
    .option('--mark', 'start with a byte order mark, by which some spreadsheets know UTF-8')
    .action(attendees);
};
