import {expect} from 'chai';
import {SphereShare} from '../../src/elements/share/share.js';
import {expectAccessible} from '../support/axe.js';
import {focused} from './signing.js';
import {useDevices, useSandbox} from './sharing.js';
import {all, backEnd, find, place, says} from './support.js';
import {eventually} from '../support/eventually.js';

const share = () => place('sphere-share', backEnd({links: {petition: 'https://back-end.example/petitions/p'}}));

describe('<sphere-share> in a sandbox that lets no window open', () => {
  before(() => { SphereShare.define(); });
  beforeEach(() => { useSandbox(); });

  it('shows the address to select and a button that copies it, and no link that would do nothing', async () => {
    const {copied} = useDevices();
    const element = await share();
    const address = await find(element, '.address');
    expect(address.textContent).to.equal('https://back-end.example/petitions/p?sphere_source=copy');
    expect(all(element, 'a, [part=more], [part=way]')).to.deep.equal([]);
    const style = getComputedStyle(address);
    expect(style.getPropertyValue('user-select') || style.getPropertyValue('-webkit-user-select')).to.equal('all');
    (await find(element, '[part=button]')).click();
    await says(element, 'Link copied.');
    expect(copied.length).to.equal(1);
    await expectAccessible(element);
  });

  it('leads through its own host where the page says so, by every way that is a link, and asks for no server', async () => {
    useDevices();
    const element = await share();
    element.via = '/go/';
    const way = await find<HTMLAnchorElement>(element, 'a[part=way]');
    expect([way.href, way.target]).to.deep.equal([`${location.origin}/go/whatsapp/safe-exit?lang=en`, '_blank']);
    expect(all(element, '[part=way]').map(({textContent}) => textContent.trim())).to.deep.equal(['WhatsApp', 'Telegram', 'Signal', 'Bluesky', 'Facebook', 'E-mail']);
    expect(all(element, '.address')).to.deep.equal([]);
    (await find(element, '[part=more]')).click();
    await element.updateComplete;
    await expectAccessible(element);
  });

  it('selects it for the reader where the sandbox has no clipboard', async () => {
    useDevices({writes: false});
    const element = await share();
    (await find(element, '[part=button]')).click();
    await says(element, 'Your browser does not let this page copy.');
    await eventually(() => focused()?.localName === 'textarea', 'The field has not the focus.');
    await expectAccessible(element);
  });
});
