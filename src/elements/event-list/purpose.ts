import type {CallOptions} from '../../contract/adapter.js';
import type {Field, Petition} from '../../contract/petition.js';
import type {Signature} from '../../contract/signature.js';
import type {FieldView} from '../petition-form/field-view.js';
import type {Outcome} from './gathering-words.js';

/** What whoever fills in a form has answered. */
export type Answers = Pick<Signature, 'fields' | 'consents' | 'language'>;

/** What came of sending it. */
export interface Sent {
  /** In the reader's language of the moment. */
  readonly outcome: () => Outcome;
  /** What the page is told. */
  readonly event: Event;
}

/** What a form is for: to join an event, or to organise one. */
export interface Purpose {
  readonly title: string;
  readonly button: string;
  /** Whether the back end takes it twice with one key and counts it once. */
  readonly repeatable: boolean;
  /** The petition as if these were its questions. */
  asked(form: HTMLFormElement | null): Petition;
  /** How a field is shown that no petition asks. */
  view?(field: Field): Partial<Pick<FieldView, 'control' | 'language'>> | undefined;
  /** The path of a time that has passed, or is none. */
  pastTime?(answers: Answers): string | undefined;
  /** The document without its key. */
  content(answers: Answers, form: HTMLFormElement): object;
  /** Where the form asks for what the back end calls by this path. */
  pathOf?(path: string): string;
  send(document: object & {readonly idempotencyKey: string}, options: CallOptions): Promise<Sent>;
}
