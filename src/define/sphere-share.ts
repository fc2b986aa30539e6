import {SphereShare} from '../elements/share/share.js';

SphereShare.define();
