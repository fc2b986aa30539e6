import {expect} from 'chai';
import {fc} from '../support/property.js';
import {frameMessage} from '../../src/contract/frame-message.js';

const receivedAt = '2030-01-01T00:00:00Z';

describe('what a frame says', () => {
  for (const message of [
    {type: 'sphere:size', height: 640}, {type: 'sphere:size', height: 0}, {type: 'sphere:exit'},
    {type: 'sphere:state', state: 'ready'}, {type: 'sphere:state', state: 'idle'}, {type: 'sphere:state', state: 'sending'},
    {type: 'sphere:state', state: 'signed', status: 'counted', receivedAt}, {type: 'sphere:state', state: 'signed', status: 'confirm', receivedAt},
  ]) it(`is understood: ${JSON.stringify(message)}`, () => { expect(frameMessage(message)).to.deep.equal(message); });

  for (const message of [
    undefined, null, 1, 'sphere:exit', [], {}, {type: 'sphere:theme', theme: 'dark'}, {type: 'height', height: 5}, {type: 'sphere:size'}, {type: 'sphere:size', height: '640'}, {type: 'sphere:size', height: -1},
    {type: 'sphere:size', height: NaN}, {type: 'sphere:state'}, {type: 'sphere:state', state: 'gone'}, {type: 'sphere:state', state: 'signed'}, {type: 'sphere:state', state: 'signed', status: 'counted'},
    {type: 'sphere:state', state: 'signed', status: 'won', receivedAt}, {type: 'sphere:state', state: 'signed', status: 'counted', receivedAt: '<script>'},
  ]) it(`is passed over: ${JSON.stringify(message)}`, () => { expect(frameMessage(message)).to.equal(undefined); });

  it('is never taller than any page of ours, and a whole number', () => {
    expect(frameMessage({type: 'sphere:size', height: Infinity})).to.deep.equal({type: 'sphere:size', height: 20_000});
    expect(frameMessage({type: 'sphere:size', height: 10.2})).to.deep.equal({type: 'sphere:size', height: 11});
  });

  it('brings nothing along that was not asked for', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (more) => {
      for (const message of [{type: 'sphere:exit'}, {type: 'sphere:size', height: 1}, {type: 'sphere:state', state: 'signed', status: 'accepted', receivedAt}]) {
        expect(frameMessage({...more, ...message})).to.deep.equal(message);
      }
    }));
  });
});
