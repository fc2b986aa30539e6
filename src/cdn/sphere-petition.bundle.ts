/**
 * What `<script async src="…/sphere-petition.bundle.js" integrity="…" crossorigin>` runs: everything in one file, so that one hash holds it all.
 * Languages are fetched from beside it, each with its own hash.
 */
import {defineLocale} from './define-locale.js';
import {mountInPlace, mountPlaces} from './mount.js';
import {setPageGlobal} from './page-global.js';
import '../define/index.js';

setPageGlobal(defineLocale);
mountInPlace(document.currentScript);
mountPlaces();
