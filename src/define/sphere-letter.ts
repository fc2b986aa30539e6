import {SphereLetter} from '../elements/letter/letter.js';

SphereLetter.define();
