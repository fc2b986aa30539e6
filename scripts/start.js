// @ts-check
// npm start: installs what is missing, builds what is stale, and serves the demo with the reference back end.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import {env, execPath, exit, platform} from 'node:process';
import {fingerprint} from './lib/files.js';
import {install} from './lib/install.js';
import {at, root} from './lib/paths.js';
import {node} from './lib/run.js';

const DATA = 'data/petition.db';
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
  mkdirSync(at('data'), {recursive: true});
  const stamp = at('data/campaign.stamp');
  const wanted = fingerprint([at(CAMPAIGN)]);
  if (existsSync(at(DATA)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const {code} = await node([cli, 'campaign', 'import', CAMPAIGN, '--data', DATA]);
  if (code !== 0) giveUp(`The petition could not be put into ${DATA}.`);
  writeFileSync(stamp, wanted);
};

/** @param {number} port */
const serve = async (port) => {
  const args = [cli, 'serve', '--data', DATA, '--site', SITE, '--host', HOST, '--port', String(port)];
  // A process group of its own: Ctrl-C reaches this script alone, which passes it on once, however often npm repeats it.
  const server = spawn(execPath, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: platform !== 'win32'});
  server.stdout.pipe(createWriteStream(at('data/server.log'), {flags: 'a'}));
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => {
    const before = said;
    said += text;
    const [, url] = /^Listening on (\S+?)\/?\.? /m.exec(said) ?? [];
    if (url && !before.includes('Listening on')) console.log(`\n  Open ${url}/\n\n  Ctrl-C stops it. Its log is data/server.log.`);
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
