import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {SphereShare} from '../../src/elements/share/share.js';
import {eventually} from '../support/eventually.js';
import {opensWithTheFive} from './first-five.js';
import {focused} from './signing.js';
import {leadsTo, unfold, useDevices, way} from './sharing.js';
import {aTurn, all, backEnd, find, place, says, words} from './support.js';

const registeredByImport = customElements.get('sphere-share') !== undefined;
const links = {petition: 'https://back-end.example/petitions/p'};
const shareOf = async (petition: Partial<PetitionDocument> = {}) => {
  const share = await place('sphere-share', backEnd({petition, links}));
  await find(share, '[part=button]');
  return share;
};
const press = async (share: Element) => { (await find(share, '[part=button]')).click(); };
const refusal = (name: string) => () => Promise.reject(new DOMException('For the test.', name));

describe('<sphere-share>', () => {
  opensWithTheFive({tag: 'sphere-share', element: SphereShare, registeredByImport, alive: 'Sharing shows others that you support this petition.', failed: 'The petition could not be reached.'});

  it('says what sharing shows, and that nobody need', async () => {
    useDevices();
    await says(await shareOf(), 'Sharing shows others that you support this petition. You need not share.');
  });

  describe('its one main action', () => {
    it('is the device’s own menu where it has one, with title, text and address', async () => {
      const {shared, heard} = useDevices({share: () => Promise.resolve()});
      const share = await shareOf({share: {text: 'Read this'}});
      expect((await find(share, '[part=button]')).textContent).to.equal('Share');
      await press(share);
      await eventually(() => heard.length > 0, 'Nobody heard of it.');
      expect(shared).to.deep.equal([{title: 'A safe way out', text: 'Read this', url: 'https://back-end.example/petitions/p?sphere_source=native'}]);
      expect(heard).to.deep.equal(['native']);
    });

    it('is no share when the reader closes the menu again', async () => {
      const {copied, heard} = useDevices({share: refusal('AbortError')});
      const share = await shareOf();
      await press(share);
      await aTurn();
      expect([heard, copied, all(share, 'textarea')]).to.deep.equal([[], [], []]);
    });

    it('copies the link where the menu fails', async () => {
      const {copied, heard} = useDevices({share: refusal('NotAllowedError')});
      await press(await shareOf());
      await eventually(() => heard.length > 0, 'Nothing was copied.');
      expect([copied, heard]).to.deep.equal([['https://back-end.example/petitions/p?sphere_source=copy'], ['copy']]);
    });

    it('copies the link where the menu does not take it', async () => {
      const {copied, shared} = useDevices({share: () => Promise.resolve(), accepts: false});
      const share = await shareOf();
      expect((await find(share, '[part=button]')).textContent).to.equal('Copy the link');
      await press(share);
      await says(share, 'Link copied.');
      expect([copied.length, shared.length]).to.deep.equal([1, 0]);
    });

    it('copies the link where there is no menu, and says so to whoever listens', async () => {
      const {copied, heard} = useDevices();
      const share = await shareOf();
      const status = await find(share, '[role=status]');
      expect(status.textContent).to.equal('');
      await press(share);
      await says(share, 'Link copied.');
      // What spoke was there before.
      expect([status.isConnected, status.textContent]).to.deep.equal([true, 'Link copied.']);
      expect([copied, heard]).to.deep.equal([['https://back-end.example/petitions/p?sphere_source=copy'], ['copy']]);
    });

    it('says so each time', async () => {
      useDevices();
      const share = await shareOf();
      await press(share);
      await says(share, 'Link copied.');
      const said: string[] = [];
      const status = await find(share, '[role=status]');
      new MutationObserver(() => { said.push(status.textContent); }).observe(status, {childList: true, characterData: true, subtree: true});
      await press(share);
      await eventually(() => said.at(-1) === 'Link copied.', 'It says nothing the second time.');
      expect(said).to.include('');
    });
  });

  describe('where the clipboard is refused', () => {
    it('shows the link selected in a field that cannot be changed, and says so', async () => {
      const {heard} = useDevices({writes: false});
      const share = await shareOf();
      await press(share);
      await says(share, 'Your browser does not let this page copy.');
      const field = await find<HTMLTextAreaElement>(share, 'textarea');
      await eventually(() => focused() === field, 'The field has not the focus.');
      expect([field.value, field.readOnly, field.selectionStart, field.selectionEnd]).to.deep.equal(['https://back-end.example/petitions/p?sphere_source=copy', true, 0, field.value.length]);
      expect(heard).to.deep.equal([]);
      // By hand it is passed on all the same.
      field.dispatchEvent(new ClipboardEvent('copy', {bubbles: true, composed: true}));
      expect(heard).to.deep.equal(['copy']);
    });

    it('does so too where there is no clipboard at all', async () => {
      useDevices();
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
      const share = await shareOf();
      await press(share);
      await says(share, 'Your browser does not let this page copy.');
    });
  });

  describe('more ways', () => {
    it('are folded until they are asked for, and fold again', async () => {
      useDevices();
      const share = await shareOf();
      const [more, ways] = [await find(share, '[part=more]'), await find(share, '[part=ways]')];
      expect([more.ariaExpanded, more.getAttribute('aria-controls'), ways.checkVisibility()]).to.deep.equal(['false', ways.id, false]);
      more.click();
      await share.updateComplete;
      expect([more.ariaExpanded, ways.checkVisibility()]).to.deep.equal(['true', true]);
      more.click();
      await share.updateComplete;
      expect([more.ariaExpanded, ways.checkVisibility()]).to.deep.equal(['false', false]);
    });

    it('are links of the plain kind, and two buttons; the link is copied from among them where the main button does something else', async () => {
      useDevices({share: () => Promise.resolve()});
      const share = await shareOf();
      expect(all(share, '[part=way]').map(({localName, textContent}) => `${localName} ${textContent}`))
        .to.deep.equal(['a WhatsApp', 'a Telegram', 'button Signal', 'a Bluesky', 'button Mastodon', 'a Facebook', 'a E-mail', 'button Copy the link']);
      for (const link of all<HTMLAnchorElement>(share, 'a')) expect([link.rel, link.protocol === 'mailto:' ? '_blank' : link.target]).to.deep.equal(['noopener noreferrer', '_blank']);
    });

    it('do not copy the link twice over', async () => {
      useDevices();
      expect(all(await shareOf(), '[part=way]').length).to.equal(7);
    });

    it('can be reached and opened by keyboard alone', async () => {
      const {heard} = useDevices();
      const share = await shareOf();
      (await find(share, '[part=button]')).focus();
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      await share.updateComplete;
      await sendKeys({press: 'Tab'});
      expect(focused()).to.equal(way(share, 'WhatsApp'));
      await sendKeys({press: 'Enter'});
      expect(heard).to.deep.equal(['whatsapp']);
    });

    for (const [name, channel] of [['WhatsApp', 'whatsapp'], ['Telegram', 'telegram'], ['Bluesky', 'bluesky'], ['Facebook', 'facebook'], ['E-mail', 'email']] as const) {
      it(`tell the page that it was ${name}, and nothing else`, async () => {
        const {heard} = useDevices();
        const share = await shareOf();
        const event = new Promise<Event>((resolve) => { document.addEventListener('sphere-shared', resolve, {once: true}); });
        way(share, name).click();
        expect(heard).to.deep.equal([channel]);
        expect(Object.keys(await event).filter((key) => key !== 'isTrusted')).to.deep.equal(['channel']);
        expect([(await event).bubbles, (await event).composed]).to.deep.equal([true, true]);
      });
    }

    it('copy the words for Signal, and say where to put them', async () => {
      const {copied, heard} = useDevices();
      const share = await shareOf({share: {text: 'Read this'}});
      way(share, 'Signal').click();
      await says(share, 'Text and link copied. Open Signal');
      expect([copied, heard]).to.deep.equal([['Read this\nhttps://back-end.example/petitions/p?sphere_source=signal'], ['signal']]);
    });
  });

  describe('Mastodon', () => {
    const asked = async () => {
      const devices = useDevices();
      const share = await shareOf({share: {text: 'Read this'}});
      await unfold(share);
      way(share, 'Mastodon').click();
      const field = await find<HTMLInputElement>(share, 'input');
      const type = async (text: string) => {
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await share.updateComplete;
      };
      return {devices, share, field, type};
    };

    it('asks for the server, which has the focus and which no browser remembers', async () => {
      const {share, field} = await asked();
      await eventually(() => focused() === field, 'The field has not the focus.');
      expect([way(share, 'Mastodon').ariaExpanded, field.autocomplete, all(share, 'label').length]).to.deep.equal(['true', 'off', 1]);
    });

    it('leads to that server, by a link or by Enter', async () => {
      const {devices, share, type} = await asked();
      await type('mastodon.example');
      const link = await find<HTMLAnchorElement>(share, '.server a');
      expect([link.origin, link.pathname, link.target, new URLSearchParams(link.search).get('text')])
        .to.deep.equal(['https://mastodon.example', '/share', '_blank', 'Read this\nhttps://back-end.example/petitions/p?sphere_source=mastodon']);
      link.click();
      (await find(share, 'input')).focus();
      await sendKeys({press: 'Enter'});
      expect(devices.heard).to.deep.equal(['mastodon', 'mastodon']);
    });

    it('says what is no server, beside the field, and leads nowhere', async () => {
      const {devices, share, field, type} = await asked();
      await type('javascript:alert(1)');
      expect(all(share, '.server a')).to.deep.equal([]);
      (await find(share, '.server button')).click();
      await says(share, 'Please write the name of a server such as mastodon.social');
      expect([field.getAttribute('aria-invalid'), (await find(share, `#${field.getAttribute('aria-describedby') ?? ''}`)).className]).to.deep.equal(['true', 'problem']);
      expect(focused()).to.equal(field);
      await type('mastodon.example');
      expect([field.getAttribute('aria-invalid'), all(share, '.problem').length, devices.heard.length]).to.deep.equal([null, 0, 0]);
    });

    it('forgets the server with the element', async () => {
      const {share, type} = await asked();
      await type('mastodon.example');
      share.remove();
      expect(words(await shareOf())).to.not.contain('mastodon.example');
    });
  });

  it('takes the petition of the <sphere-petition> around it', async () => {
    SpherePetition.define();
    useDevices();
    const petition = await place('sphere-petition', backEnd({links}), document.body, '<sphere-share></sphere-share>');
    await find(petition, '[part=button]');
    expect(leadsTo(petition, 'Facebook').searchParams.get('u')).to.equal('https://back-end.example/petitions/p?sphere_source=facebook');
  });
});
