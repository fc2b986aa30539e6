import type {Pinned} from '../../dist/snippet/choice.js';
import type {Finding} from './find-petition.js';
import type {Settings} from './settings.js';

/** What every view shows, and how it changes it. */
export interface App {
  readonly settings: Settings;
  readonly finding: Finding;
  /** The scripts of this version for good; absent where this host keeps none. */
  readonly pinned: Pinned | undefined;
  readonly change: (changed: Partial<Settings>) => void;
  /** Shows what a view keeps for itself. */
  readonly redraw: () => void;
}
