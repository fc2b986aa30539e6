/**
 * What is needed only where somebody made a mistake, names an adapter, or has an unusual petition. One module, fetched as one file: each name of a file that may
 * have to be fetched weighs on every page.
 */
export {notAnAddress} from './complaints.js';
export {compose} from './compose.js';
export {findAdapter, platformFor} from './find.js';
export {salvage} from './salvage.js';
export {checkSettings} from './settings.js';
// For the adapters, which are fetched by way of this module and nobody else.
export {platformSettings} from '../contract/setting.js';
export {shapeError} from '../contract/shape-error.js';
