import type {AdapterSettings} from '../../contract/adapter.js';
import type {BackendError} from '../../contract/error.js';
import {checkSettings} from '../../registry/settings.js';
import type {Check, Making} from '../check.js';
import {demand, refusal, rejection} from '../expect.js';
import {answered, dropped, nextTurn} from '../network.js';

/** As a page makes an adapter: the schema first, where there is one, then `create`. */
const make = async ({module, src, settings = {}}: Making) => module.create(src, await checkSettings('tried', module.settings, settings, (setting) => `the setting "${setting}"`));

const UNKNOWN = 'no-such-setting';

/** Values of every kind, of which hardly a setting takes all. */
const VALUES = ['', 'no such thing', '{', -1.5, true];

/** @throws {Error} unless the error says by its code what kind it is of, and names what is wrong. */
const demandConfiguration = (error: BackendError, names: readonly string[], what: string) => {
  const all = names.map((name) => `"${name}"`).join(' or ');
  demand(error.code === 'configuration', `${what} was refused with the code ${error.code}; it must be configuration.`);
  demand(names.some((name) => error.issues.some(({path}) => path === name) || error.message.includes(name)), `${what} was refused, and what to change is not said; let an issue, or the message, name ${all}.`);
};

const checkOfMaking = (name: string, run: (making: Making) => Promise<void>, excuse: (making: Making) => string | undefined = () => undefined): Check => ({
  name,
  excuse: ({making}) => (making ? excuse(making) : 'the suite was not told how pages make it ("made")'),
  run: async ({making}) => { if (making) await run(making); },
});

const schemaless = ({module}: Making) => (module.settings ? undefined : 'its module publishes no "settings": the library refuses them all');

/** What holds for an adapter that is made as pages make it, and for wrong settings and addresses: told once, at creation. */
export const makingChecks: readonly Check[] = [
  checkOfMaking('create asks nobody anything', async (making) => {
    const {error, asked: [first]} = await answered(dropped, {patience: 1000, what: 'create()'}, async () => {
      await make(making);
      await nextTurn();
    });
    demand(error === undefined, `create() refused its own settings with the code ${error?.code ?? ''}: ${error?.message ?? ''}`);
    demand(first === undefined, `create() asked ${first ? new URL(first.address).host : ''}; let the capabilities ask, when they are called.`);
  }),

  checkOfMaking('create names a setting that it does not know', async (making) => {
    const what = 'A setting that the adapter does not know';
    const error = await refusal(() => make({...making, settings: {...making.settings, [UNKNOWN]: 'x'}}), what, ['configuration'], 'a setting that is misspelt is one that is missing');
    demandConfiguration(error, [UNKNOWN], what);
  }, schemaless),

  checkOfMaking('create names a setting that is wrong or missing', async (making) => {
    for (const name of Object.keys(making.settings ?? {})) {
      const {[name]: _, ...rest}: AdapterSettings = making.settings ?? {};
      const spoilt: [string, AdapterSettings][] = [[`The setting "${name}", left out,`, rest], ...VALUES.map((value): [string, AdapterSettings] => [`The setting "${name}", given as ${JSON.stringify(value)},`, {...rest, [name]: value}])];
      for (const [what, settings] of spoilt) {
        const error = await rejection(() => make({...making, settings}), what);
        if (error) demandConfiguration(error, [name, ...Object.keys(rest), 'src'], what);
      }
    }
  }, (making) => schemaless(making) ?? (Object.keys(making.settings ?? {}).length === 0 ? 'was given no settings that could be spoilt' : undefined)),

  {
    ...checkOfMaking('create names an address that leads nowhere', async (making) => {
      for (const address of ['mailto:somebody@example.org', 'about:blank', 'data:,', 'file:///petition']) {
        const what = `An address that begins with ${new URL(address).protocol}`;
        const error = await refusal(() => make({...making, src: new URL(address)}), what, ['configuration'], 'it is wrong for good, and no reader should wait for it');
        demandConfiguration(error, ['src'], what);
      }
    }),
    excuse: ({making, asking}) => (!making ? 'the suite was not told how pages make it ("made")' : asking.size === 0 ? 'asks nothing by fetch()' : undefined),
  },
];
