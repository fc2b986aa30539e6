/**
 * What `<script async src="…/sphere-petition.iife.js">` runs: the module beside it, which the page may also load itself, and a widget in each place that
 * asks for one. For pages where only a classic script, or only a `<div>`, survives.
 */
import {mountInPlace, mountPlaces} from './mount.js';
import {ownAddress} from './own-script.js';
import {setPageGlobal} from './page-global.js';

const address = ownAddress('sphere-petition.iife.js');

/** By its address, so that the page has one instance of it. Else only the author's links are shown, and the browser has said why. */
const modul = address === undefined ? undefined : (import(new URL('sphere-petition.js', address).href) as Promise<typeof import('./sphere-petition.js')>);

setPageGlobal((language, load) => { void modul?.then(({defineLocale}) => { defineLocale(language, load); }); });
modul?.catch(() => undefined);
mountInPlace(document.currentScript);
mountPlaces();
