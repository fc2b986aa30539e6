import type {FrameMessage} from '../../contract/frame-message.js';
import {askForPetition} from '../../controllers/petition-context.js';
import type {SigningState} from '../../stores/signing-state.js';

/** What may be told of a state: how far it has come, never what was typed or what went wrong. */
const messageOf = (signing: SigningState): FrameMessage => {
  const {status} = signing;
  if (status === 'signed') {
    const {receipt} = signing;
    return {type: 'sphere:state', state: status, status: receipt.status, receivedAt: receipt.receivedAt};
  }
  return {type: 'sphere:state', state: status === 'sending' ? status : 'idle'};
};

/** Tells how far signing has come, whenever that changes. */
export const watchSigning = (tell: (message: FrameMessage) => void): void => {
  let last = JSON.stringify(messageOf({status: 'idle'}));
  void customElements.whenDefined('sphere-petition').then(() => {
    // The petition answers whoever stands inside it.
    const inside = document.querySelector('sphere-petition > *');
    if (!inside) return;
    askForPetition(inside, (store) => {
      store?.signing.subscribe(() => {
        const message = messageOf(store.signing.value);
        // Another try is no news.
        if (JSON.stringify(message) === last) return;
        last = JSON.stringify(message);
        tell(message);
      });
    });
  });
};
