import {SphereEventList} from '../elements/event-list/event-list.js';

SphereEventList.define();
