import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/actionkit.js';
import {checkSettings} from '../../src/registry/settings.js';
import {ACTIONS, created} from '../mocks/actionkit-handlers.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {answer, sent} from '../mocks/network.js';

const SRC = `${ACTIONS}?page=stop-the-thing`;
const {fields} = signature();

describe('actionkit, the words and what it is told', () => {
  /** What is sent of the answers. */
  const said = async (more: Readonly<Record<string, string>>): Promise<unknown> => {
    answer(http.post(ACTIONS, () => HttpResponse.json(created)));
    await able(create(new URL(SRC), {readable: true}), 'sign').sign(signature({fields: {...fields, ...more}}));
    return sent[0]?.clone().json();
  };

  // As ActionKit's own list has them (github.com/MoveOnOrg/actionkit-templates, contexts/lib.py [V-use]): where a browser says otherwise.
  for (const [code, name] of [
    ['TR', 'Turkey'], ['CI', 'Ivory Coast'], ['PS', 'Palestinian Territory'], ['CD', 'Democratic Republic of the Congo'], ['BA', 'Bosnia and Herzegovina'], ['HK', 'Hong Kong'], ['MM', 'Myanmar'], ['LC', 'Saint Lucia'],
    ['ST', 'Sao Tome and Principe'], ['CW', 'Curacao'], ['PM', 'Saint Pierre and Miquelon'], ['DE', 'Germany'], ['XY', 'XY'], ['Utopia', 'Utopia'], ['tr', 'tr'],
  ] as const) {
    it(`calls ${code} ${name}`, async () => {
      expect(await said({country: code})).to.have.property('country', name);
    });
  }

  it('takes no question for what every object has', async () => {
    expect(await said({country: 'US', constructor: 'x', valueOf: 'y'})).to.include({action_constructor: 'x', action_valueOf: 'y'});
  });

  describe('refuses', () => {
    for (const name of ['password', 'api-key', 'apikey', 'username', 'authorization', 'token', 'secret', 'Bearer']) {
      it(`a secret called ${name}, with the reason`, async () => {
        const error = await failure(checkSettings('actionkit', settings, {[name]: 'abc123'}, (setting) => `the attribute setting-${setting}`));
        expect(error.message).to.contain(`the attribute setting-${name}`).and.to.contain('opens every supporter').and.to.not.contain('abc123');
        expect(() => create(new URL(SRC), {[name]: 'abc123'})).to.throw('opens every supporter');
      });
    }

    for (const address of [SRC.replace('//', '//abc123@'), SRC.replace('//', '//:abc123@'), `${SRC}&api_key=abc123`, `${SRC}&user=abc123`, `${SRC}#token=abc123`]) {
      it(`the secret in ${address}`, () => {
        expect(() => create(new URL(address), {})).to.throw('opens every supporter').with.property('message').that.does.not.contain('abc123');
      });
    }

    it('a misspelt setting, and one that is wrong', async () => {
      expect((await failure(checkSettings('actionkit', settings, {readible: true, readable: 'perhaps', page: '/p'}, (setting) => `connect.sign.settings.${setting}`))).message)
        .to.equal('The adapter "actionkit" cannot use connect.sign.settings.readible (unknown setting), connect.sign.settings.readable (expected true or false), connect.sign.settings.page (expected an address that begins with https: or http:).');
    });

    for (const address of [ACTIONS, `${ACTIONS}?page=`, 'https://act.ngo.example/sign/stop-the-thing/', 'https://act.ngo.example/rest/v1/user/?page=x', 'https://act.ngo.example/rest/v1/action/x?page=x']) {
      it(`${address}, and says what to write`, () => { expect(() => create(new URL(address), {})).to.throw('/rest/v1/action/?page=NAME'); });
    }
  });
});
