import type {ReactiveElement} from '@lit/reactive-element';
import type {BackendAdapter} from '../../contract/adapter.js';
import {subscribesBy} from '../../contract/capability.js';
import type {Petition} from '../../contract/petition.js';
import {report} from '../../controllers/report.js';
import type {PetitionStore} from '../../stores/petition-store.js';
import {signerOf} from '../../stores/signer.js';
import {findProblems, readAnswers} from './answers.js';
import {SignedEvent} from './events.js';
import type {Journey} from './journey.js';
import {journeyOf} from './journey-of.js';
import {sourceOf} from './source.js';
import type {Problems} from './words.js';

/** What is signed, and where it was. */
export interface Signing {
  /** The element, which tells the page. */
  readonly element: ReactiveElement;
  readonly form: HTMLFormElement;
  readonly store: PetitionStore;
  readonly petition: Petition;
  readonly adapter: BackendAdapter;
}

/** Signs, where nothing is wrong with the answers, and gives the way on from there. The store says what became of it. */
export const sign = async ({element, form, store, petition, adapter}: Signing, tell: (problems: Problems) => void): Promise<Journey | undefined> => {
  const content = readAnswers(form, petition, sourceOf(element));
  const problems = findProblems(form, petition, content, subscribesBy(adapter, 'sign'));
  tell(problems);
  const signer = signerOf(store);
  signer.reset();
  if (problems.size > 0) return undefined;
  await signer.sign(adapter, content);
  const state = store.signing.value;
  // What the page or its back end must put right: the reader cannot, and is told less.
  if (state.status === 'failed' && /^(configuration|invalid-response)$/.test(state.error.code)) report(element, state.error);
  if (state.status !== 'signed') return undefined;
  element.dispatchEvent(new SignedEvent(state.receipt.status));
  const journey = await journeyOf(element);
  // Somebody else may be signing by now.
  if (store.signing.value !== state) return undefined;
  journey?.start(store, adapter, state.receipt);
  return journey;
};

/** Stops trying. What has the focus is about to go, and the focus would go with it. */
export const stop = ({renderRoot}: ReactiveElement, store: PetitionStore | undefined): void => {
  if (store) signerOf(store).cancel();
  renderRoot.querySelector<HTMLElement>('.primary')?.focus();
};

/** Lets somebody else sign, from the first question on. */
export const startAnew = (element: ReactiveElement, store: PetitionStore | undefined): void => {
  if (store) signerOf(store).reset();
  void element.updateComplete.then(() => { element.renderRoot.querySelector<HTMLElement>('form :is(input, select)')?.focus(); });
};
