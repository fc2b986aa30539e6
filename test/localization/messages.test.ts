import {expect} from 'chai';
import {inLanguage, msg, str} from '../../src/localization/messages.js';
import {defineLocale, loadLanguage, type Template} from '../../src/localization/packs.js';

const template = (strings: TemplateStringsArray, ...values: number[]): Template => ({strTag: true, strings, values});

const hello = () => msg('Hello', {id: 'test.hello'});
const exchange = (first: string, second: string) => msg(str`${first} for ${second}`, {id: 'test.exchange'});
const plain = (name: string) => msg(str`Hello ${name}`, {id: 'test.plain'});

describe('a message', () => {
  before(async () => {
    defineLocale('de', () => ({templates: {'test.hello': 'Hallo', 'test.exchange': template`${1} gegen ${0}`, 'test.plain': 'Hallo zusammen'}}));
    defineLocale('it', () => ({templates: {'test.hello': template`Ciao ${0}`}}));
    await Promise.all([loadLanguage('de'), loadLanguage('it')]);
  });

  it('is English outside of every language', () => {
    expect([hello(), exchange('this', 'that')]).to.deep.equal(['Hello', 'this for that']);
  });

  it('is in the language that it is said in, and in no other afterwards', () => {
    expect([inLanguage('de', hello), hello()]).to.deep.equal(['Hallo', 'Hello']);
  });

  it('is in the inner language where one is inside another', () => {
    expect(inLanguage('de', () => [hello(), inLanguage('en', hello), hello()])).to.deep.equal(['Hallo', 'Hello', 'Hallo']);
  });

  it('is in its own language again after another was broken off', () => {
    const fail = () => { throw new RangeError('no'); };
    const words = inLanguage('de', () => {
      expect(() => inLanguage('it', fail)).to.throw(RangeError);
      return hello();
    });
    expect([words, hello()]).to.deep.equal(['Hallo', 'Hello']);
  });

  it('puts its values where the language wants them, as text', () => {
    expect(inLanguage('de', () => exchange('<b>dies</b>', 'das'))).to.equal('das gegen <b>dies</b>');
  });

  it('may leave its values out in a translation', () => {
    expect(inLanguage('de', () => plain('Ada'))).to.equal('Hallo zusammen');
  });

  it('is English where a language does not say it, or says it with values that there are none of', () => {
    expect([inLanguage('it', () => plain('Ada')), inLanguage('tlh', hello), inLanguage('it', hello)]).to.deep.equal(['Hello Ada', 'Hello', 'Hello']);
  });
});
