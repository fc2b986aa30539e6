/** @jsxImportSource solid-js */
// Not run: that it compiles is the test, and that what is wrong does not.
import {memoryAdapter} from 'sphere-petition/adapters/memory';
import type {SignedEvent} from 'sphere-petition';
import 'sphere-petition/solid';

const adapter = memoryAdapter({petition: {id: 'trial', title: 'A trial', language: 'en'}});
const signed = (event: SignedEvent) => event.status satisfies 'counted' | 'confirm' | 'accepted';

export const right = () => (
  <main>
    <sphere-petition src="https://example.org/petitions/trial" adapter={adapter} headingLevel={3} on:sphere-signed={signed} lang="fr" class="wide">
      <a href="https://example.org/petitions/trial">Sign</a>
      <span slot="button">I sign</span>
    </sphere-petition>
    <sphere-petition adapter="memory" setting-latency="300" heading-level="3" min-count={100} on:sphere-signed={(event) => { event.status satisfies 'counted' | 'confirm' | 'accepted'; }} />
    <sphere-counter src={undefined} appearance="inline" minCount={1000} id="number" hidden>12 345</sphere-counter>
    <sphere-letter unfolded aria-label="The letter" />
    <sphere-petition prop:adapter={adapter} attr:heading-level={3} prop:src="https://example.org/petitions/trial" />
  </main>
);

export const wrong = () => [
  // @ts-expect-error: there is no such element
  <sphere-petitions />,
  // @ts-expect-error: an adapter has a name
  <sphere-petition adapter={{getTally: adapter.getTally}} />,
  // @ts-expect-error: a level is a number
  <sphere-petition headingLevel="three" />,
  // @ts-expect-error: and so it is in an attribute
  <sphere-petition heading-level="three" />,
  // @ts-expect-error: a bar or inline
  <sphere-counter appearance="circle" />,
  // @ts-expect-error: that is another element's
  <sphere-counter unfolded />,
  // @ts-expect-error: what is inside is nobody's business
  <sphere-letter open />,
  // @ts-expect-error: the event says nothing of who signed
  <sphere-petition-form on:sphere-signed={(event) => event.signer} />,
  // @ts-expect-error: an adapter has a name
  <sphere-petition prop:adapter={{}} />,
];
