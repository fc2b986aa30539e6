/**
 * The parts of `@lit/localize` that we use, in one module that the build bundles into `dist/`: a private copy, because the
 * library can be configured only once a copy, and that once belongs to the page.
 */
export {_installMsgImplementation, msg} from '@lit/localize/init/install.js';
export {joinStringsAndValues, str} from '@lit/localize/internal/str-tag.js';
