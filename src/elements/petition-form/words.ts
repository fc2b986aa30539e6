import type {FieldProblem} from '../../contract/check-signature.js';
import type {Field} from '../../contract/petition.js';
import {msg} from '../../localization/messages.js';

/** What is wrong, by path: `fields.email`, `consents.newsletter`. */
export type Problems = ReadonlyMap<string, FieldProblem>;

/** What a field is called: the petition's own word, else ours for the four that are known everywhere. */
export const fieldLabel = (field: Field): string => {
  if (field.label !== undefined) return field.label;
  switch (field.name) {
    case 'givenName': return msg('First name', {id: 'form.label.givenName'});
    case 'familyName': return msg('Last name', {id: 'form.label.familyName'});
    case 'email': return msg('E-mail address', {id: 'form.label.email'});
    case 'country': return msg('Country', {id: 'form.label.country'});
    default: return field.name;
  }
};

/** The autofill token of a field (HTML standard, "Autofill"; WCAG 1.3.5). */
export const autocompleteOf = (field: Field): string => {
  if (field.autocomplete !== undefined) return field.autocomplete;
  const known: Readonly<Record<string, string>> = {givenName: 'given-name', familyName: 'family-name', email: 'email', country: 'country'};
  return known[field.name] ?? 'off';
};
