// Runs the conformance suite against the address and the adapter that the form names, one check after the other, and lists what came of each.
import {conformanceChecks, defineAdapter, openSource} from './v1/conformance.js';

const SHIPPED = ['memory', 'sphere', 'json', 'action-network', 'actionkit', 'osdi', 'supabase', 'proca', 'ical', 'json-ld'];
document.querySelector('#adapters').append(...SHIPPED.map((name) => Object.assign(document.createElement('option'), {value: name})));

const form = document.querySelector('.suite');
const button = form.querySelector('button');
const [status, list, excuses] = ['[role=status]', 'ol', 'details'].map((part) => document.querySelector(`.results > ${part}`));

const WORDS = {passed: 'passed', failed: 'failed', excused: 'excused'};

/** A line of the list: what became of a check, its name, and why. */
const line = (outcome, name, reason) => {
  const text = (className, content) => Object.assign(document.createElement('span'), {className, textContent: content});
  const item = Object.assign(document.createElement('li'), {className: outcome});
  item.append(text('outcome', WORDS[outcome]), text('name', name), ...(reason === undefined ? [] : [text('reason', reason)]));
  return item;
};

const sentenceOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** What a field of the form says; nothing, where it is empty. */
const said = (name) => form.elements[name].value.trim() || undefined;
/** An address that it says. Relative ones are beside this page. */
const address = (name) => said(name) && new URL(said(name), document.baseURI).href;

const settings = () => {
  try {
    return JSON.parse(said('settings') ?? '{}');
  } catch (cause) {
    throw new Error(`The settings are no JSON, such as {"events": "events.json"}: ${cause.message}.`, {cause});
  }
};

/** The name of the adapter that the form says. */
const adapterName = async () => {
  const file = address('module');
  if (!file) return said('adapter');
  const own = await import(file);
  if (typeof own.create !== 'function') throw new Error(`${file} exports no function "create".`);
  // Whatever it is called here: for the page it is the only one that is the visitor's own.
  defineAdapter('own', {load: () => own});
  return 'own';
};

/** What the form says. Relative addresses are beside this page. */
const asked = async () => ({src: new URL(said('source') ?? '', document.baseURI), adapter: await adapterName(), settings: settings()});

/** The petition, for an adapter that cannot get it. */
const petitionGiven = async () => {
  const document = address('petition');
  if (!document) return undefined;
  const response = await fetch(document);
  if (!response.ok) throw new Error(`${document} answered with ${response.status}.`);
  return response.json();
};
const opened = ({src, ...rest}) => openSource({src: src.href, ...rest});

/** As a page makes it: the settings are looked at on the way, by the adapter's own schema. */
const making = ({adapter, ...given}) => ({
  ...given, module: {create: (src, settings) => opened({src, adapter, settings}), settings: {'~standard': {version: 1, vendor: 'sphere-petition', validate: (value) => ({value})}}},
});

const run = async () => {
  const tally = {passed: 0, failed: 0, excused: 0};
  const add = (outcome, name, reason) => {
    tally[outcome] += 1;
    (outcome === 'excused' ? excuses.querySelector('ol') : list).append(line(outcome, name, reason));
  };
  const given = await asked();
  const adapter = await opened(given);
  const checks = await conformanceChecks({adapter: () => adapter, made: making(given), petition: await petitionGiven()});
  // Those that run stand in sight, and a failure before them all.
  for (const {name, run: check, excused} of checks) {
    if (excused !== undefined) {
      add('excused', name, excused);
      continue;
    }
    status.textContent = `${tally.passed + tally.failed} checks have run; now: ${name}.`;
    await check().then(() => add('passed', name), (thrown) => add('failed', name, sentenceOf(thrown)));
  }
  list.prepend(...list.querySelectorAll('.failed'));
  excuses.querySelector('summary').textContent = `${tally.excused} excused, each with its reason`;
  excuses.hidden = tally.excused === 0;
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.excused} excused.`;
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  for (const old of [list, excuses.querySelector('ol')]) old.replaceChildren();
  excuses.hidden = true;
  status.textContent = 'The suite reads the petition.';
  button.disabled = true;
  run().then((sum) => { status.textContent = sum; }, (thrown) => { status.textContent = `It could not be run. ${sentenceOf(thrown)}`; }).finally(() => { button.disabled = false; });
});
