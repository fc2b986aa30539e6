import {SphereCounter} from '../elements/counter/counter.js';

SphereCounter.define();
