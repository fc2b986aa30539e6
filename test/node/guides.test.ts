import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {importCampaign, startServer, type RunningServer} from 'sphere-petition-server';
import {documents, snippets} from './documents.js';
import {elements, read, root} from './elements.js';

let folder = '';
let server: RunningServer;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sphere-guides-'));
  await importCampaign(join(folder, 'data.sqlite'), JSON.parse(read('site/campaign.json')));
  server = await startServer({data: join(folder, 'data.sqlite'), port: 0});
});
after(async () => {
  await server.close();
  rmSync(folder, {recursive: true, force: true});
});

const {version} = JSON.parse(read('package.json')) as {version: string};

test('every address on the petition’s host that a guide names is answered there', async () => {
  // In the guides to single platforms, HOST is that platform's.
  const named = new Map(documents.filter((file) => !file.startsWith('docs/adapters/')).flatMap((file) => [...read(file).matchAll(/https:\/\/HOST(\/[^\s"'`<>)\]…]+)/g)].map(([, path = '']) => [path.replaceAll('&amp;', '&').replaceAll('VERSION', version), file] as const)));
  // A folder alone stands for what is in it.
  const paths = [...named].filter(([path]) => !path.endsWith('/'));
  assert.ok(paths.length > 10);
  for (const [path, file] of paths) assert.equal((await fetch(server.url + path)).status, 200, `${file} names ${path}`);
});

test('every option of a <div> or a script in its place is an attribute of what it becomes', () => {
  const known = elements();
  const kinds = {petition: 'sphere-petition', counter: 'sphere-counter', events: 'sphere-event-list'};
  let found = 0;
  for (const {file, code} of snippets('html')) {
    for (const [tag, kind = ''] of code.matchAll(/<(?:div|script)[^>]*\sdata-sphere-(petition|counter|events)="[^>]*>/g)) {
      found += 1;
      const element = known.get(kinds[kind as keyof typeof kinds]);
      for (const [, name = ''] of tag.matchAll(/\sdata-(?!sphere-)([a-z-]+)=/g)) {
        assert.ok(['lang', 'theme', 'accent', ...(element?.attributes ?? []).map((attribute) => attribute.name)].includes(name), `${file} gives data-${name} to ${kind}`);
      }
    }
  }
  assert.ok(found >= 4);
});

/** What the server's command says of itself. */
const help = (words: readonly string[]): string => execFileSync(process.execPath, [join(root, 'server/dist/cli.js'), ...words, '--help'], {encoding: 'utf8', stdio: 'pipe'});

test('every command line of the server in a guide names a command that exists, with options that it has', () => {
  const lines = ['sh', 'ini'].flatMap(snippets).flatMap(({file, code}) => code.split('\n').map((line) => ({file, line: line.replace(/#.*/, '')})));
  const commands = lines.flatMap(({file, line}) => {
    const [, words] = /(?:^|[\s/])sphere-petition-server ([a-z][^>|]*)/.exec(line) ?? [];
    return words === undefined ? [] : [{file, words: words.trim().split(/\s+/)}];
  });
  assert.ok(commands.length > 12);
  const known = new Map<string, string>();
  for (const {file, words} of commands) {
    const command = words.slice(0, ['campaign', 'events'].includes(words[0] ?? '') ? 2 : 1);
    const key = command.join(' ');
    if (!known.has(key)) known.set(key, help(command));
    for (const option of words.filter((word) => word.startsWith('--'))) assert.ok(known.get(key)?.includes(option), `${file} gives ${key} an option that it does not have: ${option}`);
  }
});
