import type {ProposalStore} from './events/proposal-store.js';
import type {RsvpStore} from './events/rsvp-store.js';
import type {Log} from './http/log.js';
import type {SignatureStore} from './signatures/store.js';
import type {Clock} from './tally/clock.js';
import type {Published} from './tally/published.js';
import type {TallyHealth} from './tally/tally-service.js';

/** What the routes work with. */
export interface Context {
  readonly published: Published;
  readonly signatures: SignatureStore;
  readonly rsvps: RsvpStore;
  readonly proposals: ProposalStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly health: () => TallyHealth;
  /** The origin under which a request reached this server. */
  readonly origin: (request: Request) => string;
  /** The folder of the built widgets. */
  readonly widgets: string;
  /** The folder of the widgets of this version and earlier ones. */
  readonly releases?: string | undefined;
  /** A folder of files that is served beside everything else. */
  readonly site: string | undefined;
}
