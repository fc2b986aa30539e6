/**
 * What the form needs once it has been read: countries to choose from, what is wrong, how to sign, what comes after. It is
 * fetched when the form stands, so that nobody waits for it before there is something to read.
 */
export {refusedProblems} from './answers.js';
export {renderApart} from './apart.js';
export {attend} from './attend.js';
export {countriesIn} from './countries.js';
export {renderObstacle} from './obstacle-view.js';
export {consentProblem, problemSentence} from './problem-words.js';
export {statusSentence, stopLabel, subscribesWording} from './sending-words.js';
export {sign, startAnew, stop} from './sign.js';
export {renderSummary} from './summary-view.js';
export {renderThanks} from './thanks-view.js';
export {Receipt} from '../../registry/signing-schemas.js';
