import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {describe, test} from 'node:test';
import {unzipSync} from 'fflate';
import {archive} from '../../scripts/build/cdn-files.js';

const cdn = new URL('../../cdn/', import.meta.url);
const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {version: string};
const zip = `sphere-petition-${version}.zip`;

/** Every file of the widgets, by its path: neither the archives, nor the server's configurator, nor languages that nobody speaks. */
const files = readdirSync(cdn, {recursive: true, encoding: 'utf8'})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(new URL(path, cdn)).isFile() && !/^(pseudo|configure\/)|\.zip$/.test(path))
  .sort();
const text = (path: string): string => readFileSync(new URL(path, cdn), 'utf8');

describe('what script tags load', () => {
  test('is there by the names that pages use', () => {
    for (const name of ['sphere-petition.js', 'sphere-petition.iife.js', 'sphere-petition.bundle.js', 'sphere-petition.css', 'counter.js', 'event-list.js', 'integrity.json', 'LICENSES.txt', zip]) {
      assert.ok(existsSync(new URL(name, cdn)), name);
    }
  });

  test('has its hash in integrity.json, and nothing else has', () => {
    const hashes = JSON.parse(text('integrity.json')) as Record<string, string>;
    assert.deepEqual(Object.keys(hashes).sort(), files.filter((path) => path !== 'integrity.json'));
    for (const [path, hash] of Object.entries(hashes)) assert.equal(hash, `sha384-${createHash('sha384').update(readFileSync(new URL(path, cdn))).digest('base64')}`, path);
  });

  test('is one file where it is pinned by one hash: nothing in it is imported, and each language it fetches has its hash', () => {
    const bundle = text('sphere-petition.bundle.js');
    assert.doesNotMatch(bundle, /\bimport\b *[("'{*]/);
    const languages = files.filter((path) => path.startsWith('languages/'));
    assert.equal(languages.length, 8);
    const hashes = JSON.parse(text('integrity.json')) as Record<string, string>;
    for (const path of languages) assert.ok(bundle.includes(`"${path}","${hashes[path] ?? ''}"`), path);
  });

  test('comes in one request after the script tag’s own: the loader imports nothing at once', () => {
    assert.doesNotMatch(text('sphere-petition.js'), /\bimport *["'{*]|\bfrom *["']/);
  });
});

describe('the archive', () => {
  const entries = unzipSync(readFileSync(new URL(zip, cdn)));
  const folder = `sphere-petition-${version}/`;

  test('holds every file as it is, and how to host them', () => {
    assert.deepEqual(Object.keys(entries).sort(), [...files, 'README.txt'].map((path) => folder + path).sort());
    for (const path of files) assert.ok(readFileSync(new URL(path, cdn)).equals(entries[folder + path] ?? new Uint8Array()), path);
    assert.match(new TextDecoder().decode(entries[`${folder}README.txt`]), /Access-Control-Allow-Origin: \*/);
  });

  test('is the same whenever and wherever it is made', () => {
    const made = () => createHash('sha256').update(archive(new Map<string, string | Uint8Array>([['b.js', 'b'], ['a.js', new Uint8Array([1])]]), '1.0.0')).digest('hex');
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const far = made();
    process.env['TZ'] = 'America/Los_Angeles';
    assert.equal(made(), far);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
});
