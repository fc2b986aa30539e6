import {goalFor} from '../../contract/goal.js';
import type {Tally} from '../../contract/tally.js';
import {formatNumber} from '../../localization/format.js';
import type {Locale} from '../../localization/locale.js';
import {msg, str} from '../../localization/messages.js';
import type {TallyState} from '../../stores/tally-store.js';
import type {CounterContent} from './counter-view.js';
import {signaturesLabel} from './signatures-label.js';

/** What a counter knows. */
export interface CounterKnowledge {
  readonly locale: Locale;
  readonly state: TallyState | undefined;
  /** Whether the petition takes no more signatures. */
  readonly closed: boolean;
  /** Whether the author wrote a number. */
  readonly hasFallback: boolean;
  readonly isShown: (tally: Tally) => boolean;
}

/** What a counter says of what it knows. */
export const counterContent = ({locale, state, closed, hasFallback, isShown}: CounterKnowledge): CounterContent => {
  const unknown = {locale, label: signaturesLabel(undefined, locale)};
  switch (state?.status) {
    case 'known': return isShown(state.tally) ? known(state.tally, closed, locale)
      : {locale, hasFigure: false, note: msg('Be among the first to sign.', {id: 'counter.below', desc: 'Instead of a number that is still small'})};
    // The author's number is better than none, and neither is a bar without a number.
    case 'failed': return {...unknown, hasFigure: hasFallback, note: msg('The number of signatures cannot be read right now.', {id: 'counter.failed'})};
    case 'unsupported': return {...unknown, hasFigure: hasFallback};
    // Room is kept for what comes, so that nothing below has to move.
    default: return {...unknown, hasFigure: true, progress: {value: 0, goal: 1, label: ''}, goal: '\u00a0'};
  }
};

const known = (tally: Tally, closed: boolean, locale: Locale): CounterContent => {
  const number = formatNumber(tally.count, locale);
  // A sign that every language reads: a word would have to be carried in each.
  const text = tally.approximate ? `≈\u202f${number}` : number;
  const content = {locale, hasFigure: true, count: {value: tally.count, text}, label: signaturesLabel(tally.count, locale)};
  if (closed) return {...content, goal: msg('Final count', {id: 'counter.final', desc: 'Below the number of a petition that has closed'})};
  const goal = goalFor(tally.count, tally.goal);
  const ahead = formatNumber(goal, locale);
  const label = goal === tally.goal
    ? msg(str`Goal: ${ahead}`, {id: 'counter.goal', desc: 'A goal that the campaign has set'})
    : msg(str`Next step: ${ahead}`, {id: 'counter.step', desc: 'A round number ahead of the count, where no goal is set'});
  return {...content, progress: {value: tally.count, goal, label}, goal: label};
};
