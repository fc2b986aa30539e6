import type {ReactiveElement} from '@lit/reactive-element';
import {BackendError} from '../../contract/error.js';
import {report} from '../../controllers/report.js';
import type {Journey} from './journey.js';
import {settingOf} from './setting.js';

/** The journey that a form, or the petition around it, asks for; fetched only then. */
export const journeyOf = async (element: ReactiveElement): Promise<Journey | undefined> => {
  const [journey, redirect] = [settingOf(element, 'journey'), settingOf(element, 'redirect')];
  if (!journey && !redirect) return undefined;
  try {
    const {Journey} = await import('./journey.js');
    return new Journey(element, journey ?? '', redirect ?? '');
  } catch (error) {
    report(element, BackendError.from(error, 'Loading what comes after signing'));
    return undefined;
  }
};
