import {SpherePetition} from '../elements/petition/petition.js';

SpherePetition.define();
