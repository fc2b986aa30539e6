/** What answers to signing are checked with; fetched with the first of them. */
export {Challenge, Receipt} from '../contract/signature.js';
