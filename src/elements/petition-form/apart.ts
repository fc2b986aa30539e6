import type {ReactiveElement} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import {BackendError} from '../../contract/error.js';
import {report} from '../../controllers/report.js';
import type {Framed, Isolation} from './isolation/isolation.js';
import {renderObstacle} from './obstacle-view.js';

/** The isolation of each form that wants one; nothing where its code cannot be had. */
const isolations = new WeakMap<ReactiveElement, Isolation | null>();

/**
 * A form that is to stand apart from its page, in a frame: the code for it is fetched only then. Whatever goes wrong, the form is not shown in the page itself: a link to
 * the petition is.
 */
export const renderApart = (form: ReactiveElement, isolation: string, framed: Framed): TemplateResult | typeof nothing => {
  const known = isolations.get(form);
  if (known === undefined) {
    void import('./isolation/isolation.js').then(
      ({Isolation}) => isolations.set(form, new Isolation(form, isolation)),
      (error: unknown) => { isolations.set(form, null); report(form, BackendError.from(error, 'Loading what sets the form apart')); },
    ).then(() => { form.requestUpdate(); });
    return nothing;
  }
  const {petition, adapter, locale} = framed;
  const shown = known?.render(framed);
  return html`${shown}${shown && !known?.hasFailed ? nothing : renderObstacle('unsupported', petition, adapter, locale)}`;
};
