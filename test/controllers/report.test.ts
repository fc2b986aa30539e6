import {expect} from 'chai';
import {BackendError, parse, Signature} from '../../src/contract/index.js';
import {report} from '../../src/controllers/report.js';
import {signature} from '../mocks/documents.js';

describe('a report to the developer of a page', () => {
  const genuine = console.error;
  let lines: string[];

  beforeEach(() => {
    lines = [];
    console.error = (...parts: unknown[]) => { lines.push(parts.map(String).join(' ')); };
  });

  afterEach(() => {
    console.error = genuine;
  });

  const counter = (src?: string) => {
    const element = document.createElement('sphere-counter');
    if (src !== undefined) element.setAttribute('src', src);
    return element;
  };

  it('names the element, its address as it is written, the code and what happened', () => {
    report(counter('/p'), new BackendError('not-found', 'https://petitions.example/p answered with status 404.'));
    expect(lines).to.deep.equal(['<sphere-counter src="/p"> not-found: https://petitions.example/p answered with status 404.']);
  });

  it('names no address where the element has none', () => {
    report(counter(), new BackendError('configuration', 'It stands nowhere.'));
    expect(lines).to.deep.equal(['<sphere-counter> configuration: It stands nowhere.']);
  });

  it('names every member that is wrong, a line each', () => {
    report(counter('/p'), new BackendError('invalid-response', 'It is wrong.', {issues: [{path: 'letter.0.text', reason: 'missing'}, {path: '', reason: 'expected object'}]}));
    expect(lines).to.deep.equal(['<sphere-counter src="/p"> invalid-response: It is wrong.\n  letter.0.text: missing\n  (whole document): expected object']);
  });

  it('is made once for each error, however many elements meet it', () => {
    const [error, other] = [new BackendError('offline', 'gone'), new BackendError('offline', 'gone')];
    report(counter('/p'), error);
    report(counter('/q'), error);
    report(counter('/p'), error);
    expect(lines).to.have.length(1);
    report(counter('/p'), other);
    expect(lines).to.have.length(2);
  });

  it('holds nothing of what was typed', () => {
    const typed = {...signature(), fields: {givenName: 'Ada\u0000Exemple'}, surname: 'Exemple', language: 'Ada Exemple'};
    let thrown: unknown;
    try {
      parse(Signature, typed, 'The signature', 'invalid');
    } catch (error) {
      thrown = new BackendError('invalid', BackendError.is(error) ? error.message : '', {issues: BackendError.is(error) ? error.issues : [], cause: new Error('Ada Exemple')});
    }
    if (!BackendError.is(thrown)) throw new Error('The signature is right.');
    report(counter('/p'), thrown);
    expect(lines.join()).to.contain('fields.givenName').and.to.contain('language').and.not.to.match(/Ada|Exemple/);
  });
});
