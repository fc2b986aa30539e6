import {can, type BackendAdapter} from '../../contract/adapter.js';
import {Capability} from '../../contract/capability.js';
import {Identifier, WebAddress} from '../../contract/primitives.js';
import {readsOf} from '../calls.js';
import type {Check} from '../check.js';
import {conforming, demand, refusal, rejection} from '../expect.js';

const always = () => undefined;

const noReads = ({adapter}: {readonly adapter: BackendAdapter}) => (readsOf(adapter).length === 0 ? 'announces nothing that reads' : undefined);

/** What holds for every adapter, whatever it can do. */
export const adapterChecks: readonly Check[] = [
  {
    name: 'has a name that attributes and documents can use',
    excuse: always,
    run: async ({adapter}) => { conforming(Identifier, adapter.name, 'The name of the adapter'); },
  },
  {
    name: 'announces capabilities as methods',
    excuse: always,
    run: async ({adapter}) => {
      const announced = Capability.options.filter((capability) => capability in adapter && adapter[capability] !== undefined);
      demand(announced.length > 0, 'The adapter announces no capability at all.');
      for (const capability of announced) demand(can(adapter, capability), `The adapter's ${capability} is not a method.`);
    },
  },
  {
    name: 'promises to repeat only what it can do',
    excuse: always,
    run: async ({adapter}) => {
      for (const capability of adapter.repeatable ?? []) demand(can(adapter, capability), `The adapter's "repeatable" names ${capability}, which it does not announce.`);
    },
  },
  {
    name: 'links to web addresses',
    excuse: always,
    run: async ({adapter}) => {
      for (const [name, address] of Object.entries(adapter.links ?? {})) conforming(WebAddress, address, `The adapter's link "${name}"`);
    },
  },
  {
    name: 'gives a read up when its caller does',
    excuse: noReads,
    run: async ({adapter}) => {
      for (const {name, call} of readsOf(adapter)) await refusal(() => call({signal: AbortSignal.abort()}), `${name} with a signal that was aborted before`, ['aborted']);
    },
  },
  {
    name: 'rejects a read with nothing but BackendErrors',
    excuse: noReads,
    run: async ({adapter}) => {
      for (const {name, call} of readsOf(adapter)) {
        await rejection(() => call(), name);
        const controller = new AbortController();
        const pending = rejection(() => call({signal: controller.signal}), `${name}, given up on its way,`);
        controller.abort(new TypeError('A reason of the caller\'s own.'));
        await pending;
      }
    },
  },
];
