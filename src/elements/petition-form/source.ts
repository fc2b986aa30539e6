import {Identifier} from '../../contract/primitives.js';
import {settingOf} from './setting.js';

/** What brought the signer here: what the page's author says, else the address of the page. Anything else than a short name is nobody's business. */
export const sourceOf = (form: Element): string | undefined =>
  Identifier.safeParse(settingOf(form, 'source') ?? new URLSearchParams(location.search).get('sphere_source')).data;
