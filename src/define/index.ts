import './sphere-petition.js';
import './sphere-petition-form.js';
import './sphere-counter.js';
import './sphere-letter.js';
