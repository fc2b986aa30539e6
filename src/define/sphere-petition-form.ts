import {SpherePetitionForm} from '../elements/petition-form/petition-form.js';

SpherePetitionForm.define();
