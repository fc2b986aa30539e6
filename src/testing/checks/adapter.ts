import {can} from '../../contract/adapter.js';
import {Capability} from '../../contract/capability.js';
import {Identifier, WebAddress} from '../../contract/primitives.js';
import type {Check} from '../check.js';
import {conforming, demand} from '../expect.js';

const always = () => undefined;

/** What holds for every adapter, whatever it can do. */
export const adapterChecks: readonly Check[] = [
  {
    name: 'has a name that attributes and documents can use',
    excuse: always,
    run: async ({adapter}) => { conforming(Identifier, adapter.name, 'The name of the adapter', 'it is letters, digits, - and _, 64 at most, and begins with a letter or digit'); },
  },
  {
    name: 'announces capabilities as methods',
    excuse: always,
    run: async ({adapter}) => {
      const announced = Capability.options.filter((capability) => capability in adapter && adapter[capability] !== undefined);
      demand(announced.length > 0, `The adapter announces no capability at all: give it one of the methods ${Capability.options.join(', ')}.`);
      for (const capability of announced) demand(can(adapter, capability), `The adapter's ${capability} is not a method: make it a function, or leave it out.`);
    },
  },
  {
    name: 'promises to repeat only what it can do',
    excuse: always,
    run: async ({adapter}) => {
      for (const capability of adapter.repeatable ?? []) demand(can(adapter, capability), `The adapter's "repeatable" names ${capability}, which it does not announce: leave it out.`);
    },
  },
  {
    name: 'says by what people come onto a mailing list',
    excuse: always,
    run: async ({adapter: {subscribes, ...methods}}) => {
      if (subscribes === undefined || typeof subscribes === 'boolean') return;
      demand(Array.isArray(subscribes), 'The adapter\'s "subscribes" is neither true nor false nor a list of capabilities: without it the form asks nobody for leave.');
      for (const capability of subscribes) demand(can(methods, capability), `The adapter's "subscribes" names ${String(capability)}, which it does not announce: name the methods that put people on the list.`);
    },
  },
  {
    name: 'links to web addresses',
    excuse: always,
    run: async ({adapter}) => {
      for (const [name, address] of Object.entries(adapter.links ?? {})) conforming(WebAddress, address, `The adapter's link "${name}"`, 'it begins with https: or http:');
    },
  },
];
