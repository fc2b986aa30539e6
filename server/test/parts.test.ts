import assert from 'node:assert/strict';
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {csvRecord} from '../src/export/csv.js';
import {canonicalEmail} from '../src/export/people.js';
import {fileResponse} from '../src/http/files.js';
import {parseJson, repeatedMember} from '../src/http/json.js';
import {fingerprint} from '../src/writing/fingerprint.js';
import {GroupCommit} from '../src/writing/group-commit.js';
import {folder} from './support.js';

test('a member that comes twice is found at any depth, and nothing else is taken for one', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":[0,{"c":1,"d":{},"c":[]}]}}', 'a.b.1.c'],
    ['[[],{"x":[{"y":1},{"y":1,"\\u0079":2}]}]', '1.x.1.y'],
    ['{"a":{"a":{"a":"a"}},"b":["a","a","a"]}', undefined],
    ['{"a":"{\\"b\\":1,\\"b\\":2}","\\"":1,"\\\\":2}', undefined],
    ['{"a,b":1,"a":{"b":1},"b":[1,2],"c":"a"}', undefined],
    ['"a"', undefined],
    ['{}', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(repeatedMember(text), expected, text);
  assert.deepEqual(parseJson(' {"a": [1, "b"]} '), {a: [1, 'b']});
});

test('the same content has the same fingerprint, other content another', () => {
  assert.equal(fingerprint({a: 1, b: {c: [1, 2], d: 'x'}}), fingerprint({b: {d: 'x', c: [1, 2]}, a: 1}));
  assert.notEqual(fingerprint({a: [1, 2]}), fingerprint({a: [2, 1]}));
  assert.notEqual(fingerprint({a: '1'}), fingerprint({a: 1}));
});

test('a group shares one write, keeps its order, and later ones share the next', async () => {
  const groups: number[][] = [];
  let underWay = 0;
  const commit = new GroupCommit<number, number>(async (items) => {
    groups.push([...items]);
    underWay += 1;
    assert.equal(underWay, 1, 'one write at a time');
    await new Promise((resolve) => setTimeout(resolve, 20));
    underWay -= 1;
    return items.map((item) => item * 10);
  });
  const first = [1, 2, 3].map((item) => commit.submit(item));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const second = [4, 5].map((item) => commit.submit(item));
  assert.deepEqual(await Promise.all([...first, ...second]), [10, 20, 30, 40, 50]);
  assert.deepEqual(groups, [[1, 2, 3], [4, 5]]);
});

test('a group that cannot be written fails alone, and no group is too large', async () => {
  const sizes: number[] = [];
  const commit = new GroupCommit<string, string>((items) => {
    sizes.push(items.length);
    return items.includes('bad') ? Promise.reject(new Error('disk full')) : Promise.resolve(items);
  });
  await assert.rejects(Promise.all([commit.submit('a'), commit.submit('bad')]), /disk full/);
  assert.equal(await commit.submit('b'), 'b');
  sizes.length = 0;
  await Promise.all(Array.from({length: 1200}, (_, index) => commit.submit(String(index))));
  assert.deepEqual(sizes, [500, 500, 200]);
});

test('cells that a spreadsheet would run are guarded, and all others come back as they are', () => {
  const cases: Readonly<Record<string, string>> = {
    'Ada': 'Ada',
    'Ada, Countess': '"Ada, Countess"',
    'say "hi"': '"say ""hi"""',
    'a\r\nb': '"a\r\nb"',
    '=1+1': "'=1+1",
    '+33': "'+33",
    '-1': "'-1",
    '@SUM(A1)': "'@SUM(A1)",
    '\tx': "'\tx",
    '\rx': '"\'\rx"',
    '=HYPERLINK("http://x","y")': '"\'=HYPERLINK(""http://x"",""y"")"',
    'Zoë 🏳️‍🌈': 'Zoë 🏳️‍🌈',
    'half \ud83c': 'half \ufffd',
    '': '',
  };
  for (const [value, expected] of Object.entries(cases)) assert.equal(csvRecord([value, 'x']), `${expected},x\r\n`);
});

test('an e-mail address is the same person\'s in any case and spelling of its domain, but dots and labels count', () => {
  assert.equal(canonicalEmail(' Ada@EXAMPLE.org '), 'ada@example.org');
  assert.equal(canonicalEmail('ada@Bücher.example'), canonicalEmail('ada@xn--bcher-kva.example'));
  assert.notEqual(canonicalEmail('a.da@example.org'), canonicalEmail('ada@example.org'));
  assert.notEqual(canonicalEmail('ada+x@example.org'), canonicalEmail('ada@example.org'));
});

test('a folder serves its files and nothing outside it', async (context) => {
  const root = join(folder(context), 'site');
  mkdirSync(join(root, 'sub'), {recursive: true});
  writeFileSync(join(root, '..', 'secret.txt'), 'secret');
  writeFileSync(join(root, '.env'), 'secret');
  writeFileSync(join(root, 'index.html'), 'home');
  writeFileSync(join(root, 'sub', 'index.html'), 'sub');
  writeFileSync(join(root, 'é è.js'), 'script');
  writeFileSync(join(root, 'data.bin'), 'bytes');
  symlinkSync(join(root, '..', 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(join(root, '..'), join(root, 'up'));
  const get = (path: string, etag?: string) => fileResponse(root, path, etag, 'no-cache', {pages: true});
  for (const [path, text, type] of [['/', 'home', 'text/html; charset=utf-8'], ['/sub', 'sub', 'text/html; charset=utf-8'], ['/sub/', 'sub', 'text/html; charset=utf-8'], ['/%C3%A9%20%C3%A8.js', 'script', 'text/javascript; charset=utf-8'], ['/data.bin', 'bytes', 'application/octet-stream']] as const) {
    const response = await get(path);
    assert.equal(await response?.text(), text, path);
    assert.equal(response?.headers.get('content-type'), type);
  }
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/sub/..%2f..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/..\\secret.txt', '/..%5csecret.txt', '/.env', '/link.txt', '/up/secret.txt', '/nothing', '/index.html%00', '/%', '//etc/passwd', '/index.html/x']) {
    assert.equal(await get(path), undefined, path);
  }
  const etag = (await get('/'))?.headers.get('etag') ?? '';
  assert.equal((await get('/', etag))?.status, 304);
  for (const path of ['/', '/index.html', '/sub/', '/sub/%69ndex.html']) assert.equal(await fileResponse(root, path, undefined, 'no-cache'), undefined, 'a page only where pages are served');
});
