import {html, type TemplateResult} from 'lit/html.js';
import {countryName} from '../../localization/country-name.js';
import {formatNumber} from '../../localization/format.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';

/** What events are narrowed by, and who is told of a change. */
export interface FilterView {
  readonly locale: Locale;
  /** How many events there are in each country. */
  readonly countries: Readonly<Record<string, number>>;
  /** Empty: wherever. */
  readonly country: string;
  readonly chooseCountry: (event: Event) => void;
  readonly search: (event: Event) => void;
}

/** Counts of several lists in one. */
export const sumOf = (lists: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const list of lists) for (const [country, count] of Object.entries(list)) sum[country] = (sum[country] ?? 0) + count;
  return sum;
};

/** A country to choose, and words to look for: neither leaves the page before a country is chosen. */
export const renderFilter = ({locale, countries, country, chooseCountry, search}: FilterView): TemplateResult => {
  const known = country === '' || country in countries ? countries : {...countries, [country]: 0};
  const choices = Object.entries(known).map(([code, count]) => ({code, count, name: countryName(code, locale)})).sort((one, other) => one.name.localeCompare(other.name, locale.tag));
  return html`<div class="filter" part="filter">
    <p><label for="country">${msg('Country', {id: 'events.country'})}</label>
      <select id="country" part="control" @change=${chooseCountry}>
        <option value="" ?selected=${country === ''}>${msg('All countries', {id: 'events.everywhere'})}</option>
        ${choices.map(({code, count, name}) => html`<option value=${code} ?selected=${code === country}>${name}${count > 0 ? ` (${formatNumber(count, locale)})` : ''}</option>`)}
      </select></p>
    <p><label for="search">${msg('City or word', {id: 'events.search', desc: 'Label of the field that looks for events by what they are called and where they are'})}</label>
      <input id="search" part="control" type="search" autocomplete="off" maxlength="100" @input=${search}></p>
  </div>`;
};
