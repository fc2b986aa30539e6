import {Signature} from 'sphere-petition/contract';
import type {Context} from '../context.js';
import type {Handler} from '../http/router.js';
import {signatureRefusal} from '../signatures/check.js';
import {receiving} from '../writing/door.js';

/** `POST SRC/signatures`. The public count, too, is the same whoever signed before (see `SignatureStore`). */
export const signatures = (context: Context, most?: number): Handler =>
  receiving(context, {
    what: 'a signature',
    schema: Signature,
    capability: 'sign',
    refusalOf: ({consents, petition}, signature, now) => signatureRefusal(petition, consents, signature, now),
    itemOf: ({campaign}, signature) => ({petition: campaign.id, signature}),
    store: context.signatures,
  }, most);
