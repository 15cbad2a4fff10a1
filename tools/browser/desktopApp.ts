import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { PAGE_ORIGIN } from '../../shared/contract/bridge.ts';

/** The desktop app, driven through Chromium's own protocol: the one door that a packed and hardened app leaves to a test. */
export interface DesktopApp {
  readonly page: Page;
  /** How the program ended; while it runs, a promise. */
  readonly ended: Promise<number | null>;
  /** Ends it if it is still there. */
  kill(): void;
}

const START_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 200;

export async function openDesktop(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<DesktopApp> {
  const port = await freePort();
  const child = spawn(program, [...args, `--remote-debugging-port=${port}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = (): void => void child.kill('SIGKILL');
  try {
    const address = `http://127.0.0.1:${port}`;
    await answering(`${address}/json/version`, ended);
    // Electron has one context and lets nobody change how it downloads.
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error('The app has no context.');
    const isOurs = (page: Page): boolean => page.url().startsWith(PAGE_ORIGIN);
    const page =
      context.pages().find(isOurs) ??
      (await context.waitForEvent('page', { predicate: isOurs, timeout: START_WITHIN_MS }));
    // Keys reach the page also where its window is not in front.
    await (await context.newCDPSession(page)).send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return { page, ended, kill };
  } catch (error) {
    kill();
    throw error;
  }
}

/** Waits until the program answers; throws when it ends instead, or takes too long. */
async function answering(url: string, ended: Promise<number | null>): Promise<void> {
  let exit: { code: number | null } | null = null;
  void ended.then((code) => {
    exit = { code };
  });
  const untilMs = performance.now() + START_WITHIN_MS;
  while (performance.now() < untilMs) {
    if (exit) throw new Error(`The app ended with ${JSON.stringify(exit)} instead of starting.`);
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error('The app did not start in time.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
