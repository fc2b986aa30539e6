// @ts-check
// WebKitGTK through WebKitWebDriver, under Xvfb where there is no screen: started and stopped by the launcher itself.
// It overrides methods of @web/test-runner-webdriver's launcher, one of them internal: that package's version is pinned.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import net from 'node:net';
import {env} from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {webdriverLauncher} from '@web/test-runner-webdriver';

const freePort = async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
};

/** @param {number} port */
const untilReady = async (port) => {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error('WebKitWebDriver did not start within 10 seconds.');
};

/** @param {import('node:child_process').ChildProcess[]} processes */
const startScreen = async (processes) => {
  // Xvfb picks a free display by itself and writes its number to file descriptor 3.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  processes.push(screen);
  const [display] = await once(/** @type {import('node:stream').Readable} */ (screen.stdio[3]), 'data');
  return `:${String(display).trim()}`;
};

/** @param {string} binary MiniBrowser's path. */
export const webkitLauncher = (binary) => {
  const options = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: /** @type {const} */ ('error'),
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {binary, args: ['--automation']},
    },
  };
  /** @type {any} */ // Its driver manager is internal.
  const launcher = webdriverLauncher(options);
  const {initialize, createDriverManager, stop} = launcher;
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];

  // One page at a time: above 1 the launcher runs tests in iframes, where real keys and mouse clicks are refused.
  launcher.concurrency = 1;
  launcher.initialize = async function (/** @type {object} */ config) {
    await initialize.call(this, {...config, concurrency: 1});
    this.name = 'WebKitGTK';
  };
  launcher.createDriverManager = async function () {
    const display = env['DISPLAY'] || (await startScreen(processes));
    // Software rendering: a test machine has no graphics card.
    const quiet = {WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', LANG: 'C.UTF-8'};
    options.port = await freePort();
    processes.push(spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${options.port}`], {env: {...env, ...quiet, DISPLAY: display}, stdio: 'ignore'}));
    await untilReady(options.port);
    return createDriverManager.call(this);
  };
  launcher.stop = async function () {
    await stop.call(this);
    for (const each of processes.splice(0).reverse()) {
      const gone = once(each, 'exit');
      if (each.kill()) await gone;
    }
  };
  return launcher;
};
