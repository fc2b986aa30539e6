import type {ReactiveElement} from '@lit/reactive-element';
import {prefill} from './prefill.js';

// eslint-disable-next-line no-control-regex -- an answer is one line
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

/** What was given to each form: once, for whoever signs next on the same screen begins anew. */
const given = new WeakMap<ReactiveElement, readonly string[]>();

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part).replace(CONTROLS, ' ').trim();
  } catch {
    return '';
  }
};

/** An answer that is still to be given, and can be. Never a consent, which only its reader ticks: a box is never without a value. */
const takes = (control: Element, name: string, value: string): control is HTMLInputElement | HTMLSelectElement =>
  (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) && control.name === name && control.value === '' &&
  (control instanceof HTMLInputElement || [...control.options].some((option) => option.value === value));

/** Gives a form what the address said, once it stands. What its reader wrote stays. */
export const givePrefill = async (element: ReactiveElement): Promise<void> => {
  await element.updateComplete;
  const form = element.renderRoot.querySelector('form');
  if (!form || given.get(element) === prefill.parts) return;
  if (!given.has(element)) element.addEventListener('sphere-signed', () => { prefill.parts = []; });
  given.set(element, prefill.parts);
  for (const part of prefill.parts) {
    const [name = '', ...value] = part.slice('sphere_'.length).split('=');
    const answer = decode(value.join('='));
    for (const control of form.elements) if (takes(control, name, answer)) control.value = answer;
  }
};
