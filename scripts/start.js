// @ts-check
// npm start: installs what is missing, builds what is stale, and serves the demo with the reference back end. `PORT` names a port,
// `DATA` another folder for what is signed.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import {join, relative, resolve} from 'node:path';
import {env, execPath, exit, platform} from 'node:process';
import {fingerprint} from './lib/files.js';
import {install} from './lib/install.js';
import {at, root} from './lib/paths.js';
import {node} from './lib/run.js';

const FOLDER = resolve(root, env['DATA'] ?? 'data');
const DATA = join(FOLDER, 'petition.db');
const LOG = join(FOLDER, 'server.log');
const CAMPAIGN = 'site/campaign.json';
const SITE = 'site/live';
const HOST = '127.0.0.1';
const cli = at('server/dist/cli.js');

/** @param {string} sentence @returns {never} */
const giveUp = (sentence) => {
  console.error(sentence);
  exit(1);
};

/** @param {number} port */
const isFree = async (port) => {
  try {
    const probe = net.createServer().listen(port, HOST);
    await once(probe, 'listening');
    await once(probe.close(), 'close');
    return true;
  } catch {
    return false;
  }
};

/** The port that `PORT` names, else the first free one from 8080 up. */
const choosePort = async () => {
  const named = env['PORT'];
  if (named) return (await isFree(Number(named))) ? Number(named) : giveUp(`PORT names ${named}, which another program uses or which is no port.`);
  for (let port = 8080; port < 8180; port++) if (await isFree(port)) return port;
  return giveUp('No port from 8080 to 8179 is free. Name one: PORT=3000 npm start');
};

/** Puts the petition into the data file, at the first start and whenever the demo's document has changed since. */
const importCampaign = async () => {
  mkdirSync(FOLDER, {recursive: true});
  const stamp = join(FOLDER, 'campaign.stamp');
  const wanted = fingerprint([at(CAMPAIGN)]);
  if (existsSync(DATA) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const {code} = await node([cli, 'campaign', 'import', CAMPAIGN, '--data', DATA]);
  if (code !== 0) giveUp(`The petition could not be put into ${DATA}.`);
  writeFileSync(stamp, wanted);
};

/**
 * What somebody who has opened nothing yet wants to see. Snippets begin at the margin, so that they can be copied whole.
 *
 * @param {string} url
 */
const welcome = (url) => {
  const petition = `${url}/petitions/${JSON.parse(readFileSync(at(CAMPAIGN), 'utf8')).id}`;
  const link = (/** @type {string} */ words) => `<a href="${petition}">${words}</a>`;
  const snippets = {
    'The petition': `<script type="module" src="${url}/v1/sphere-petition.js"></script>\n<sphere-petition src="${petition}">${link('Sign the petition')}</sphere-petition>`,
    'The number of signatures': `<script type="module" src="${url}/v1/counter.js"></script>\n<sphere-counter src="${petition}">0</sphere-counter>`,
    'The events': `<script type="module" src="${url}/v1/event-list.js"></script>\n<sphere-event-list src="${petition}">${link('Events for the petition')}</sphere-event-list>`,
  };
  return `
  Open ${url}/

  Or put one of these into any HTML file on this computer, and open it:

${Object.entries(snippets).map(([name, text]) => `<!-- ${name} -->\n${text}\n`).join('\n')}
  To connect your own back end: docs/adapters.md, and ${url}/conformance.html proves an adapter.
  For another language, another colour, another tool: ${url}/configure
  The petition without a script: ${petition}

  Ctrl-C stops it. Its log is ${relative(root, LOG)}.`;
};

/** @param {number} port */
const serve = async (port) => {
  const args = [cli, 'serve', '--data', DATA, '--site', SITE, '--host', HOST, '--port', String(port)];
  // A process group of its own: Ctrl-C reaches this script alone, which passes it on once, however often npm repeats it.
  const server = spawn(execPath, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: platform !== 'win32'});
  server.stdout.pipe(createWriteStream(LOG, {flags: 'a'}));
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => {
    const before = said;
    said += text;
    const [, url] = /^Listening on (\S+?)\/?\.? /m.exec(said) ?? [];
    if (url && !before.includes('Listening on')) console.log(welcome(url));
    else process.stderr.write(text);
  });

  let stopping = false;
  const stop = () => {
    if (!stopping) server.kill('SIGTERM');
    stopping = true;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  const [code] = await once(server, 'exit');
  exit(stopping ? 0 : (code ?? 1));
};

await install();
const {build} = await import('./build.js');
await build(['live']).catch((error) => giveUp(error.message));
await importCampaign();
await serve(await choosePort());
