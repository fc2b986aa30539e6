import {expect} from 'chai';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {answer, sent} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';
import {fixture} from '../support/fixture.js';
import {errorsSaid} from './listening.js';
import {backEnd, find, place, room, says} from './support.js';

const at = (name: string, count: number) => {
  const src = `https://source.example/${name}`;
  answer(...sphereHandlers(src, backEnd({count})));
  return src;
};

describe('where an element’s petition is kept', () => {
  before(() => { SpherePetition.define(); });

  it('is what its src says, even inside a petition', async () => {
    const around = await fixture(`<sphere-petition src="${at('outer', 1)}"><sphere-counter src="${at('inner', 5)}"></sphere-counter></sphere-petition>`);
    await says(around.querySelector('sphere-counter') ?? around, '5 signatures');
  });

  it('may be relative to the page', async () => {
    answer(...sphereHandlers(new URL('/here/it/is', location.href).href, backEnd({count: 5})));
    await says(await fixture('<sphere-counter src="/here/it/is"></sphere-counter>'), '5 signatures');
  });

  it('changes with src', async () => {
    const counter = await fixture(`<sphere-counter src="${at('before', 5)}"></sphere-counter>`);
    await says(counter, '5 signatures');
    counter.setAttribute('src', at('after', 7));
    await says(counter, '7 signatures');
  });

  it('is that of the petition around it again once its own src is taken away', async () => {
    const petition = await fixture(`<sphere-petition src="${at('around', 41)}"><sphere-counter src="${at('own', 5)}"></sphere-counter></sphere-petition>`);
    const counter = await find(petition, 'sphere-counter');
    await says(counter, '5 signatures');
    counter.removeAttribute('src');
    await says(counter, '41 signatures');
    expect(sent.some(({url}) => url.includes('null'))).to.equal(false);
  });

  it('is found from the address again once the adapter’s name is taken away', async () => {
    const counter = await fixture(`<sphere-counter src="${at('plain', 5)}" adapter="memory"></sphere-counter>`);
    await says(counter, 'cannot be read');
    counter.removeAttribute('adapter');
    await says(counter, '5 signatures');
  });

  it('is in the page with adapter="memory", whose src is the petition’s document', async () => {
    answer(...sphereHandlers('https://source.example/folder', backEnd()));
    const petition = await fixture('<sphere-petition src="https://source.example/folder/petition.json" adapter="memory" setting-count="7"></sphere-petition>');
    await says(petition, 'A safe way out');
    await says(petition, '7 signatures');
    expect(sent.every(({url}) => url.endsWith('/petition.json'))).to.equal(true);
  });

  it('is not known any more to a part that is taken out of its petition, which says so', async () => {
    const petition = await place('sphere-petition', backEnd({count: 41}), document.body, '<sphere-counter></sphere-counter>');
    const counter = await find(petition, 'sphere-counter');
    await says(counter, '41 signatures');
    (await room()).append(counter);
    await says(counter, 'cannot be read');
    expect(errorsSaid().length).to.equal(1);
    petition.append(counter);
    await says(counter, '41 signatures');
  });
});
