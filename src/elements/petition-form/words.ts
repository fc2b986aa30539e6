import type {FieldProblem} from '../../contract/check-signature.js';
import type {Field} from '../../contract/petition.js';
import {msg, str} from '../../localization/messages.js';

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

/** Beside what may be left blank. */
export const optionalLabel = (): string => msg('(optional)', {id: 'form.optional'});

/** The empty entry of a list. */
export const chooseLabel = (): string => msg('Please choose', {id: 'form.choose', desc: 'The empty entry of a list'});

/** The words on the button. */
export const signLabel = (): string => msg('Sign the petition', {id: 'form.sign'});

/** Over the form of a petition to try things on. */
export const testNotice = (): string => msg('This petition is a test: signatures count for nothing.', {id: 'form.test'});

/** Who receives the signature. */
export const signatureGoesTo = (name: string): string =>
  msg(str`Your signature goes to ${name}, who is responsible for your data.`, {id: 'form.controller', desc: 'The placeholder is the name of an organisation'});

/** The words of the link to what somebody does with the data. */
export const privacyLabel = (): string => msg('Privacy notice', {id: 'form.privacy'});
