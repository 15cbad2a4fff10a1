import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The browser host as a process of its own, on a data folder of the caller's. */
export interface SoleusHost {
  readonly address: string;
  readonly pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does, or in another way that it hears of. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Whether it was ended: from then on a page has nobody to ask. */
  hasEnded(): boolean;
}

const ROOT = join(import.meta.dirname, '../..');
/** Half a second is usual; machines can be busy. */
const START_WITHIN_MS = 60_000;

export async function startSoleusHost(
  dataFolder: string,
  args: readonly string[] = ['--port', '0'],
): Promise<SoleusHost> {
  const { ready } = launchSoleusHost(dataFolder, args);
  return ready;
}

/** The same for those who do not wait until it is ready. */
export interface LaunchedHost {
  readonly ready: Promise<SoleusHost>;
  kill(): Promise<void>;
}

export function launchSoleusHost(dataFolder: string, args: readonly string[] = ['--port', '0']): LaunchedHost {
  const child = spawn(process.execPath, [join(ROOT, 'electron/browserHost.ts'), '--no-open', ...args], {
    env: { ...process.env, SOLEUS_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let hasEnded = false;
  const endBy = (signal: NodeJS.Signals): Promise<number | null> => {
    hasEnded = true;
    return end(child, signal);
  };
  const kill = async (): Promise<void> => {
    await endBy('SIGKILL');
  };
  const addressed = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The host did not start: ${output}`)), START_WITHIN_MS);
    const listen = (data: Buffer): void => {
      output += data.toString();
      const found = /http:\/\/\S+/.exec(output);
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The host ended with ${code}: ${output}`));
    });
  });
  const ready = addressed.then((address) => ({
    address,
    pid: child.pid ?? 0,
    output: () => output,
    stop: (signal: NodeJS.Signals = 'SIGINT') => endBy(signal),
    kill,
    hasEnded: () => hasEnded,
  }));
  return { ready, kill };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
