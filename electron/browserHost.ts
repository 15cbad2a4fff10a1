import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openerOf } from './loopback/opener.ts';
import { askRunningHost, leaveNote, removeNote } from './loopback/runningHost.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback/server.ts';
import { dataFolder } from './services/dataFolder.ts';
import { createServices } from './services/services.ts';

/**
 * The browser host: the same page and the same services as the desktop app, for a browser on this machine.
 *
 * `node electron/browserHost.ts [--port N] [--no-open]`
 */
const ROOT = join(import.meta.dirname, '..');
const PAGE_FOLDER = join(ROOT, 'out/renderer');
/** Stays the same from run to run, because browsers remember the camera permission by address. */
const USUAL_PORT = 7653;
const OTHER_PORTS = 9;
/** Ctrl-C, an end that was asked for, a terminal that was closed, and Ctrl-Break on Windows. */
const ENDINGS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    stop(`--port is ${values.port}; it must be a whole number from 0 to 65535.`);
  }
  const folder = dataFolder(process.platform, process.env);
  const running = await askRunningHost(folder);
  if (running) {
    console.log(`Soleus is already running. Open it here:\n\n  ${running}\n`);
    if (!values['no-open']) openInBrowser(running);
    return;
  }

  const services = createServices({
    dataFolder: folder,
    host: 'browser',
    version: appVersion(),
    now: () => Date.now(),
  });
  process.on('uncaughtExceptionMonitor', (error) => services.log.error('process', error));
  const launchSecret = randomBytes(24).toString('base64url');
  const start = (at: number): Promise<LoopbackServer> =>
    startLoopbackServer({ api: services.api, pageFolder: PAGE_FOLDER, port: at, launchSecret });
  const server = await (port === undefined ? startOnFreePort(start) : startOn(port, start));
  try {
    leaveNote(folder, { port: server.port, launchSecret });
  } catch {
    // The page says what is wrong with the folder; without the note a second launch just gets another port.
  }

  const end = async (): Promise<void> => {
    removeNote(folder);
    await server.close();
    services.close();
    process.exit(0);
  };
  for (const signal of ENDINGS) process.once(signal, end);

  services.breaks.start();
  services.backups.start();
  const address = server.newAddress();
  console.log(`Soleus is ready. Open it here (this address works once):\n\n  ${address}\n\nCtrl-C ends it.`);
  if (!values['no-open']) openInBrowser(address);
}

async function startOn(port: number, start: (port: number) => Promise<LoopbackServer>): Promise<LoopbackServer> {
  try {
    return await start(port);
  } catch (error) {
    return isTaken(error)
      ? stop(`Port ${port} is taken by another program. Choose another one with --port.`)
      : stop(String(error));
  }
}

async function startOnFreePort(start: (port: number) => Promise<LoopbackServer>): Promise<LoopbackServer> {
  for (let port = USUAL_PORT; port <= USUAL_PORT + OTHER_PORTS; port++) {
    try {
      const server = await start(port);
      if (port !== USUAL_PORT) {
        console.log(
          `Port ${USUAL_PORT} is taken by another program, so this is port ${port}: the browser may ask for the camera again.`,
        );
      }
      return server;
    } catch (error) {
      if (!isTaken(error)) stop(String(error));
    }
  }
  return stop(`The ports ${USUAL_PORT} to ${USUAL_PORT + OTHER_PORTS} are taken. Choose one with --port.`);
}

function isTaken(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'EADDRINUSE';
}

function openInBrowser(address: string): void {
  const opener = openerOf(address, process.platform, process.env);
  if (!opener) return;
  const [program, args] = opener;
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

function appVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

await main();
