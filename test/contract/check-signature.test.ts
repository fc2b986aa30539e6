import {expect} from 'chai';
import {checkSignature, parse, Petition, type FieldProblem} from '../../src/contract/index.js';

const petition = parse(Petition, {
  id: 'p', title: 'P', language: 'en',
  fields: [
    {name: 'givenName', type: 'text', required: true, maxLength: 5},
    {name: 'comment', type: 'text'},
    {name: 'email', type: 'email', required: true},
    {name: 'country', type: 'country'},
    {name: 'city', type: 'select', options: [{value: 'lyon', label: 'Lyon'}]},
    {name: 'constructor', type: 'text'},
  ],
  consents: [{id: 'signature', purpose: 'signature', text: 'I sign.', version: '2', required: true}, {id: 'newsletter', purpose: 'newsletter', text: 'Write.', version: '1'}],
}, 'The petition');

const signature = {fields: {givenName: 'Ada', email: 'ada@example.org'}, consents: [{id: 'signature', version: '2'}]};
const issuesWith = (fields: Record<string, string>) => checkSignature(petition, {...signature, fields: {...signature.fields, ...fields}});

describe('checkSignature', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(checkSignature(petition, signature)).to.deep.equal([]);
    expect(issuesWith({comment: ' ', country: 'FR', city: 'lyon', constructor: 'x'})).to.deep.equal([]);
  });

  const wrong: [field: string, answer: string, reason: FieldProblem][] = [
    ['givenName', '', 'required'], ['givenName', ' \u00a0', 'required'], ['givenName', 'Adaline', 'too-long'],
    ['comment', 'x'.repeat(201), 'too-long'],
    ['email', 'ada', 'email'], ['email', 'ada@localhost', 'email'], ['email', 'ada@', 'email'], ['email', ' ada@example.org', 'email'], ['email', 'ada@example..org', 'email'], ['email', 'ada@-example.org', 'email'],
    ['email', 'ada lovelace@example.org', 'email'], ['email', 'ada@example.org\n', 'email'], ['email', `${'x'.repeat(243)}@example.org`, 'too-long'],
    ['country', 'fr', 'country'], ['country', 'FRA', 'country'], ['city', 'Lyon', 'option'], ['surprise', 'x', 'unknown'], ['toString', 'x', 'unknown'],
  ];
  for (const [field, answer, reason] of wrong) {
    it(`says ${reason} of ${JSON.stringify(answer).slice(0, 30)} in ${field}`, () => {
      expect(issuesWith({[field]: answer})).to.deep.equal([{path: `fields.${field}`, reason}]);
    });
  }

  for (const email of ['a@b.co', "o'neil+tag@mail.example.org", `${'x'.repeat(242)}@example.org`, 'ada@xn--bcher-kva.example']) {
    it(`takes ${email.slice(0, 30)} for an e-mail address`, () => { expect(issuesWith({email})).to.deep.equal([]); });
  }

  it('names what is missing in the order of the form, then what nobody asked', () => {
    expect(checkSignature(petition, {fields: {surprise: 'x'}, consents: [{id: 'sale', version: '1'}]})).to.deep.equal([
      {path: 'fields.givenName', reason: 'required'},
      {path: 'fields.email', reason: 'required'},
      {path: 'consents.signature', reason: 'required'},
      {path: 'fields.surprise', reason: 'unknown'},
      {path: 'consents.sale', reason: 'unknown'},
    ]);
  });

  it('asks whoever knows old wordings about the version of a consent', () => {
    const old = {...signature, consents: [{id: 'signature', version: '1'}]};
    expect(checkSignature(petition, old)).to.deep.equal([]);
    expect(checkSignature(petition, old, ({version}) => version === '2')).to.deep.equal([{path: 'consents.signature', reason: 'unknown'}]);
    expect(checkSignature(petition, signature, ({version}) => version === '2')).to.deep.equal([]);
  });

  it('takes no longer e-mail address than there are, whatever the field allows', () => {
    const generous = {fields: [{name: 'email', type: 'email' as const, required: false, maxLength: 1000}], consents: []};
    expect(checkSignature(generous, {fields: {email: `${'x'.repeat(243)}@example.org`}, consents: []})).to.deep.equal([{path: 'fields.email', reason: 'too-long'}]);
  });

  it('refuses every answer to a select without options', () => {
    const broken = {fields: [{name: 'city', type: 'select' as const, required: false}], consents: []};
    expect(checkSignature(broken, {fields: {city: 'lyon'}, consents: []})).to.deep.equal([{path: 'fields.city', reason: 'option'}]);
  });
});
