import {expect} from 'chai';
import {fc} from '../support/property.js';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {fit} from '../../src/contract/fit.js';
import {linkTo, mastodonLink, withSource, type BackendAdapter, type LinkChannel, type Passage} from '../../src/contract/index.js';
import {mastodonServer} from '../../src/elements/share/mastodon-server.js';
import {SphereShare} from '../../src/elements/share/share.js';
import {consoleSaid} from './listening.js';
import {aTurn, all, backEnd, find, place} from './support.js';
import {leadsTo, useDevices} from './sharing.js';

const links = {petition: 'https://back-end.example/petitions/p'};
const FAMILY = '👨‍👩‍👧‍👦';
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;
const CHANNELS: readonly LinkChannel[] = ['whatsapp', 'telegram', 'bluesky', 'facebook', 'email'];
const passage = (text: string): Passage => ({title: text.slice(0, 200), text, address: (channel) => withSource('https://example.org/p', channel)});
const written = (channel: LinkChannel, text: string): string => {
  const {searchParams} = new URL(linkTo(channel, passage(text)));
  return searchParams.get(channel === 'email' ? 'body' : 'text') ?? '';
};

/** What the element passes on to Facebook, which takes an address alone. */
const addressOf = async (petition: Partial<PetitionDocument>, change: Partial<BackendAdapter> = {links}, url?: string) => {
  useDevices();
  const share = Object.assign(await place('sphere-share', backEnd({petition, ...change})), url === undefined ? {} : {url});
  await find(share, '[part=button]');
  await share.updateComplete;
  return leadsTo(share, 'Facebook').searchParams.get('u');
};

describe('the address that is shared', () => {
  before(() => { SphereShare.define(); });

  const share = {url: 'https://example.org/theirs'};
  it('is the one that the page’s author names, else the petition’s word, else the adapter’s, else the page without what may name its reader', async () => {
    expect(await addressOf({share}, {links}, 'https://example.org/mine')).to.equal('https://example.org/mine?sphere_source=facebook');
    expect(await addressOf({share})).to.equal('https://example.org/theirs?sphere_source=facebook');
    expect(await addressOf({})).to.equal('https://back-end.example/petitions/p?sphere_source=facebook');
    expect(location.search).to.not.equal('');
    expect(await addressOf({}, {links: {}})).to.equal(`${location.origin}${location.pathname}?sphere_source=facebook`);
  });

  it('may be named as seen from the page', async () => {
    expect(await addressOf({}, {links}, '/petition')).to.equal(`${location.origin}/petition?sphere_source=facebook`);
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'mailto:ada@example.org', 'file:///etc/passwd', 'https://', 'ftp://example.org/']) {
    it(`is never ${url}`, async () => {
      expect(await addressOf({}, {links}, url)).to.equal('https://back-end.example/petitions/p?sphere_source=facebook');
      expect(consoleSaid.map(({method, message}) => `${method} ${message}`)).to.deep.equal([`warn <sphere-share url="${url}">: only http: and https: addresses are passed on, so this one is ignored.`]);
      expect(await addressOf({}, {links: {petition: url}})).to.equal(`${location.origin}${location.pathname}?sphere_source=facebook`);
    });
  }

  for (const [address, shared] of [
    ['https://example.org/', 'https://example.org/?sphere_source=copy'],
    ['https://example.org/?', 'https://example.org/?sphere_source=copy'],
    ['https://example.org/p#letter', 'https://example.org/p?sphere_source=copy#letter'],
    ['https://example.org/p?a=1&b=x%20y+z&flag&e=', 'https://example.org/p?a=1&b=x%20y+z&flag&e=&sphere_source=copy'],
    ['https://example.org/p?sphere_source=old&a=1&sphere_source=older&sphere%5Fsource=oldest#x', 'https://example.org/p?a=1&sphere_source=copy#x'],
    ['https://example.org/p?sphere_sources=kept', 'https://example.org/p?sphere_sources=kept&sphere_source=copy'],
    ['https://exämple.org/ü?q=ü', 'https://xn--exmple-cua.org/%C3%BC?q=%C3%BC&sphere_source=copy'],
  ] as const) {
    it(`says by which way, and keeps the rest of ${address}`, () => {
      expect(withSource(address, 'copy')).to.equal(shared);
    });
  }
});

describe('the words that are shared', () => {
  it('arrive everywhere as they were written, of whatever length and in whatever script', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 400}), (text) => {
      for (const channel of ['whatsapp', 'email', 'telegram'] as const) {
        const lines = text.replace(/\r\n?/g, '\n');
        expect(written(channel, text).replaceAll('\r\n', '\n').startsWith(lines)).to.equal(true);
      }
    }));
  });

  it('never fail on half a character', () => {
    for (const channel of CHANNELS) expect(linkTo(channel, passage('\ud83d and \udc68'))).to.not.contain('%ED');
    expect(written('whatsapp', 'a\ud83d')).to.contain('a\ufffd');
    expect(() => mastodonLink('mastodon.example', passage('\ud83d'))).to.not.throw();
  });

  it('arrive whole when they are 2 000 characters with emoji', () => {
    const text = `${'Ж'.repeat(1000)}${FAMILY.repeat(40)}${'x'.repeat(500)} 100 % & #1 = "?"`;
    expect(written('whatsapp', text)).to.equal(`${text}\nhttps://example.org/p?sphere_source=whatsapp`);
    expect(written('telegram', text)).to.equal(text);
    expect(written('email', text)).to.equal(`${text}\r\n\r\nhttps://example.org/p?sphere_source=email`);
    expect(new URL(mastodonLink('mastodon.example', passage(text))).searchParams.get('text')).to.equal(`${text}\nhttps://example.org/p?sphere_source=mastodon`);
  });

  it('go to an e-mail with the line ends that it wants, a subject of one line, and to nobody', () => {
    const link = linkTo('email', {title: 'One\nline & more', text: 'First\nSecond\r\nThird\rFourth', address: () => 'https://example.org/'});
    expect(link).to.match(/^mailto:\?subject=One%20line%20%26%20more&body=First%0D%0ASecond%0D%0AThird%0D%0AFourth%0D%0A%0D%0Ahttps%3A%2F%2Fexample\.org%2F$/);
  });

  it('cannot add a recipient or a header to an e-mail', () => {
    const {searchParams} = new URL(linkTo('email', passage('x&bcc=a@example.org\r\nBcc: b@example.org')));
    expect([...searchParams.keys()]).to.deep.equal(['subject', 'body']);
  });

  it('are the petition’s title where it has no words for sharing', async () => {
    useDevices();
    SphereShare.define();
    const share = await place('sphere-share', backEnd({links}));
    await find(share, '[part=button]');
    expect(leadsTo(share, 'Telegram').searchParams.get('text')).to.equal('A safe way out');
    expect(leadsTo(share, 'E-mail').searchParams.get('subject')).to.equal('A safe way out');
  });

  describe('on Bluesky', () => {
    const address = 'https://example.org/p?sphere_source=bluesky';

    it('are whole where there is room', () => {
      expect(written('bluesky', 'Read this')).to.equal(`Read this\n${address}`);
      const exact = 'x'.repeat(300 - address.length - 1);
      expect(written('bluesky', exact)).to.equal(`${exact}\n${address}`);
    });

    it('are cut at 300 characters as people count them, never inside one, and never in the address', () => {
      for (const text of ['x'.repeat(2000), FAMILY.repeat(180), 'é'.normalize('NFD').repeat(600), 'word '.repeat(400), '🏳️‍🌈'.repeat(300)]) {
        const post = written('bluesky', text);
        const [words = ''] = post.split('\n');
        expect(graphemes(post)).to.be.at.most(300);
        expect(new TextEncoder().encode(post).length).to.be.at.most(3000);
        expect(post.endsWith(`…\n${address}`)).to.equal(true);
        expect(text.startsWith(words.slice(0, -1))).to.equal(true);
        expect([...new Intl.Segmenter().segment(text)].map(({segment}) => segment).slice(0, graphemes(words) - 1).join('').trimEnd()).to.equal(words.slice(0, -1));
      }
    });

    it('use the room that there is', () => {
      expect(graphemes(written('bluesky', 'x'.repeat(2000)))).to.equal(300);
    });

    it('give way to an address that fills it', () => {
      const long = `https://example.org/${'p'.repeat(400)}`;
      expect(fit('Read this', long, {graphemes: 300, bytes: 3000})).to.equal(long);
    });
  });
});

describe('a Mastodon server', () => {
  for (const [typed, server] of [
    ['mastodon.social', 'mastodon.social'], [' Mastodon.Social ', 'mastodon.social'], ['https://mastodon.social/', 'mastodon.social'], ['https://mastodon.social/@ada/1?x#y', 'mastodon.social'],
    ['@ada@mastodon.social', 'mastodon.social'], ['ada@mastodon.social', 'mastodon.social'], ['tröt.example', 'xn--trt-tna.example'], ['a.b.c.example', 'a.b.c.example'],
  ] as const) {
    it(`is found in "${typed}"`, () => { expect(mastodonServer(typed)).to.equal(server); });
  }

  for (const typed of [
    '', ' ', 'mastodon', 'localhost', '127.0.0.1', '1', '[::1]', 'mastodon.social:8443', 'javascript:alert(1)', 'http://mastodon.social', '//mastodon.social', 'mastodon.social?x', 'mastodon.social#x',
    'mastodon.social\\@evil.example', 'a b.example', '-a.example', `${'a'.repeat(64)}.example`, `${'a.'.repeat(127)}example`, '@ada', 'ada@', '.example', 'example.', 'data:text/html,x.example',
  ]) {
    it(`is not "${typed.slice(0, 40)}"`, () => { expect(mastodonServer(typed)).to.equal(undefined); });
  }

  it('is a host and nothing more, whatever is typed', () => {
    fc.assert(fc.property(fc.string({maxLength: 60}), (typed) => {
      const server = mastodonServer(typed);
      if (server !== undefined) expect(new URL(mastodonLink(server, passage('x'))).hostname).to.equal(server);
    }));
  });
});

describe('sharing', () => {
  it('asks nobody for anything: no picture, no script, no frame', async () => {
    useDevices();
    const share = await place('sphere-share', backEnd({links}));
    await find(share, '[part=button]');
    await aTurn();
    expect(all(share, 'img, script, iframe, link, object, embed, source, use')).to.deep.equal([]);
  });
});
