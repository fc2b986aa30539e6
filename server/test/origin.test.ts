import assert from 'node:assert/strict';
import {test} from 'node:test';
import {originOf} from '../src/http/origin.js';

const asked = (headers: Record<string, string> = {}) => new Request('http://127.0.0.1:8080/petitions/trial', {headers});
const forwarded = {'x-forwarded-proto': 'https', 'x-forwarded-host': 'petition.example.org'};

test('addresses for other pages begin with what the request was sent to', () => {
  assert.equal(originOf(asked({host: 'localhost:8080'}), {}), 'http://localhost:8080');
  assert.equal(originOf(asked({host: '[::1]:8080'}), {}), 'http://[::1]:8080');
});

test('what a proxy says counts only where proxies are trusted', () => {
  assert.equal(originOf(asked({host: 'inner:8080', ...forwarded}), {}), 'http://inner:8080');
  assert.equal(originOf(asked({host: 'inner:8080', ...forwarded}), {trustProxy: true}), 'https://petition.example.org');
  assert.equal(originOf(asked({host: 'inner', 'x-forwarded-proto': 'https, http'}), {trustProxy: true}), 'https://inner');
});

test('the public address of the options stands above all', () => {
  assert.equal(originOf(asked({host: 'evil.example', ...forwarded}), {publicUrl: 'https://sign.example.org', trustProxy: true}), 'https://sign.example.org');
});

test('a host that is none is passed over, so that nobody writes into other people’s pages', () => {
  for (const host of ['evil.example/path', 'a"b', 'user@host', 'x y', '']) assert.equal(originOf(asked({host}), {}), 'http://127.0.0.1:8080', host);
  assert.equal(originOf(asked({host: 'inner', 'x-forwarded-proto': 'javascript', 'x-forwarded-host': '"><script>'}), {trustProxy: true}), 'http://inner');
});
