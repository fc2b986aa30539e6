import {forbidden} from './hostile-watch.js';
import '../../src/define/index.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {english} from '../mocks/documents.js';

// A page that trusts nobody: a petition, and what was forbidden to it.
Object.assign(window, {forbidden});
const petition = document.createElement('sphere-petition');
petition.adapter = memoryAdapter({petition: english, count: 41});
document.body.append(petition);
