import {expect} from 'chai';
import {create} from '../../src/adapters/actionkit.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

/** The server of this page by its other name: to a browser another origin, and one that lets no other site read. */
const elsewhere = new URL(location.href);
elsewhere.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const at = (path: string) => able(create(new URL(`${elsewhere.origin}${path}/rest/v1/action/?page=x`), {}), 'sign');

// No stand-in for the network: what a browser sends without being able to read the answer, only a browser knows.
describe('actionkit, in the browser itself', () => {
  it('is sent to a host that does not know the page, whatever it answers', async () => {
    expect((await at('').sign(signature())).status).to.equal('accepted');
  });

  it('is offline where nobody is', async () => {
    const nobody = able(create(new URL('http://127.0.0.1:1/rest/v1/action/?page=x'), {}), 'sign');
    expect((await failure(nobody.sign(signature()))).code).to.equal('offline');
  });
});
