import {useState} from 'react';
import type {SignedEvent} from 'sphere-petition';
import 'sphere-petition/define';
import 'sphere-petition/react';
import {ourCrm} from './our-crm';

export const App = () => {
  const [status, setStatus] = useState<SignedEvent['status']>();
  const signed = (event: SignedEvent) => { setStatus(event.status); };

  return (
    <main>
      <sphere-petition adapter={ourCrm} onsphere-signed={signed} />
      {status && <p>React heard it: {status}.</p>}
    </main>
  );
};
