import {randomBytes} from 'node:crypto';
import {Agent, request} from 'node:http';

/** An answer, as far as a bench looks at it. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A campaign to sign. */
export const CAMPAIGN = {
  id: 'bench',
  defaultLanguage: 'en',
  test: true,
  consents: [{id: 'signature', purpose: 'signature', version: '1', required: true}],
  controllers: [{id: 'nobody', name: 'Nobody'}],
  texts: {en: {title: 'A bench', consents: {signature: 'I agree.'}}},
};

/** A signature of somebody new, as the bytes that are sent. */
export const newSignature = (index: number): {readonly key: string; readonly body: string} => {
  const key = randomBytes(16).toString('hex');
  const fields = {givenName: 'Ada', familyName: `Exemple ${index}`, email: `ada.${index}@example.org`, country: 'FR'};
  return {key, body: JSON.stringify({idempotencyKey: key, language: 'en', fields, consents: [{id: 'signature', version: '1'}]})};
};

/** Connections that stay open, as many as there are clients. */
export const connections = (clients: number): Agent => new Agent({keepAlive: true, maxSockets: clients});

/** Sends a signature once. Rejects where no whole answer comes within ten seconds. */
export const send = (agent: Agent, url: string, body: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}/petitions/bench/signatures`, {
      agent, method: 'POST', timeout: 10_000, headers: {'content-type': 'text/plain', 'content-length': Buffer.byteLength(body)},
    }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => {
        resolve({status: response.statusCode ?? 0, body: text});
      });
      response.once('error', reject);
      response.once('aborted', () => {
        reject(new Error('The answer broke off.'));
      });
    });
    sent.once('timeout', () => sent.destroy(new Error('No answer in time.')));
    sent.once('error', reject);
    sent.end(body);
  });
