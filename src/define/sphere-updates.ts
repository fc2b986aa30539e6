import {SphereUpdates} from '../elements/updates/updates.js';

SphereUpdates.define();
