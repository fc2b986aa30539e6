import {Signature} from 'sphere-petition/contract';
import type {Context} from '../context.js';
import type {Handler} from '../http/router.js';
import {signatureRefusal} from '../signatures/check.js';
import type {AcceptedSignature} from '../signatures/store.js';
import {type Act, receiving} from '../writing/door.js';

/** What signing is, by whichever door it comes. The public count, too, is the same whoever signed before (see `SignatureStore`). */
export const signing = (context: Context): Act<Signature, AcceptedSignature> => ({
  what: 'a signature',
  schema: Signature,
  capability: 'sign',
  refusalOf: ({consents, petition}, signature, now) => signatureRefusal(petition, consents, signature, now),
  itemOf: ({campaign}, signature) => ({petition: campaign.id, signature}),
  store: context.signatures,
});

/** `POST SRC/signatures`. */
export const signatures = (context: Context, most?: number): Handler => receiving(context, signing(context), most);
