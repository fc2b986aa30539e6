import {checkSignature, openness, type ConsentGiven, type Issue, type Petition, type Signature} from 'sphere-petition/contract';

/** Why a signature is not taken. */
export type Refusal =
  | {readonly code: 'closed'; readonly detail: string}
  | {readonly code: 'invalid'; readonly issues: readonly Issue[]};

/** The versions of each consent that a page may still show: today's wording and every one before. */
export type KnownConsents = ReadonlyMap<string, ReadonlySet<string>>;

/** Tab and line ends, which the contract allows in longer texts; every answer here is one line. */
const LINE_ENDS = /[\t\n\r\u2028\u2029]/;

const regions = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'});

/** Codes that Unicode names although they are no country: unions, the United Nations, outlying Oceania, pseudo-regions, unknown. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && regions.of(code) !== undefined;

/** What a back end has to ask beyond what a form can go wrong in. */
const furtherIssues = (petition: Petition, {fields, consents, solution}: Signature): Issue[] => {
  const countries = new Set(petition.fields.filter(({type}) => type === 'country').map(({name}) => name));
  const given = consents.map(({id}) => id);
  return [
    ...Object.entries(fields).flatMap(([name, answer]) => {
      const path = `fields.${name}`;
      if (LINE_ENDS.test(answer)) return [{path, reason: 'expected one line'}];
      if (!answer.isWellFormed()) return [{path, reason: 'not valid Unicode'}];
      return countries.has(name) && answer.trim() !== '' && !isCountry(answer) ? [{path, reason: 'country'}] : [];
    }),
    ...given.flatMap((id, index) => (given.indexOf(id) < index ? [{path: `consents.${id}`, reason: 'given twice'}] : [])),
    ...(solution === undefined ? [] : [{path: 'solution', reason: 'unknown'}]),
  ];
};

/**
 * Checks a signature against the petition that it is for; its shape has passed the contract's schema.
 *
 * @param now Milliseconds since 1970.
 */
export const refusalOf = (petition: Petition, known: KnownConsents, signature: Signature, now: number): Refusal | undefined => {
  const state = openness(petition, now);
  if (state !== 'open') return {code: 'closed', detail: state === 'early' ? 'This petition cannot be signed yet.' : 'This petition takes no more signatures.'};
  const knowsWording = ({id, version}: ConsentGiven): boolean => known.get(id)?.has(version) === true;
  // A page that was opened before a campaign dropped a consent still shows its box.
  const asked = signature.consents.filter((consent) => petition.consents.some(({id}) => id === consent.id) || !knowsWording(consent));
  const issues: Issue[] = checkSignature(petition, {...signature, consents: asked}, knowsWording);
  const told = new Set(issues.map(({path}) => path));
  issues.push(...furtherIssues(petition, signature).filter(({path}) => !told.has(path)));
  return issues.length === 0 ? undefined : {code: 'invalid', issues};
};
