/** Two languages that nobody speaks, for looking at layouts; see demo/languages.js. */
export {pseudo} from '../localization/generated/pseudo.js';
