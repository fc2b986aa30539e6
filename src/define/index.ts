import './sphere-petition.js';
import './sphere-petition-form.js';
import './sphere-counter.js';
import './sphere-letter.js';
import './sphere-event-list.js';
import './sphere-updates.js';
import './sphere-share.js';
