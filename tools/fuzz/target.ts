import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { serveIpc } from '../../electron/ipc.ts';
import { LIMITS } from '../../electron/loopback/limits.ts';
import { type LoopbackServer, startLoopbackServer } from '../../electron/loopback/server.ts';
import { openDatabase } from '../../electron/services/history/database.ts';
import { LOG_FOLDER } from '../../electron/services/log/log.ts';
import { createServices } from '../../electron/services/services.ts';
import type { Api } from '../../shared/contract/contract.ts';
import { goOutAndIn, outcomeOf, readBack } from './readBack.ts';
import { Broken } from './verdict.ts';

/** What is fuzzed: the real services on a real database, behind both of their doors. */
export interface Target {
  readonly api: Api;
  readonly server: LoopbackServer;
  readonly launchSecret: string;
  /** A marker in a file beside the page, which nobody may ever get. */
  readonly outside: string;
  /** Ids of a session, a set and a rep that are there. */
  readonly knownIds: readonly string[];
  /** As Electron hands on a message from a page. */
  ipc(event: unknown, name: unknown, request: unknown): unknown;
  /** One hash over everything that is kept. */
  kept(): string;
  /** Time goes by on every clock. */
  now(): number;
  pass(ms: number): void;
  /**
   * Ends everything, and looks whether all that was let in can be read and go out and in, and the history is whole.
   *
   * @throws Broken
   */
  end(): Promise<void>;
}

export const BIGGEST_MESSAGE = 1_000_000;
const START_MS = Date.UTC(2026, 10, 20, 12);
const LAUNCH_SECRET = 'launch-secret-of-the-fuzz';
const OUTSIDE = 'what lies beside the page';

export async function startTarget(): Promise<Target> {
  const root = mkdtempSync(join(tmpdir(), 'soleus-fuzz-'));
  const dataFolder = join(root, 'data');
  const pageFolder = join(root, 'page');
  mkdirSync(pageFolder);
  writeFileSync(join(pageFolder, 'index.html'), '<p>hello</p>');
  writeFileSync(join(root, 'secret.js'), OUTSIDE);
  let passedMs = 0;
  const now = (): number => START_MS + passedMs;
  const services = createServices({ dataFolder, host: 'browser', version: '0.0.0-fuzz', now });
  const api = awaiting(services.api);
  const knownIds = await begin(api, now());
  const server = await startLoopbackServer({
    ...{ api, pageFolder, port: 0, launchSecret: LAUNCH_SECRET },
    limits: { ...LIMITS, messageBytes: BIGGEST_MESSAGE, headersWithinMs: 200, requestWithinMs: 400, silentMs: 1000 },
    nowMs: now,
    // Whose a connection is takes the system longer than all the rest, and is the same every time.
    isStranger: () => false,
  });
  let ipc: Target['ipc'] = () => undefined;
  serveIpc(
    {
      handle: (_channel, listener) => {
        ipc = listener as Target['ipc'];
      },
    },
    api,
    now,
  );
  return {
    ...{ api, now, server, launchSecret: LAUNCH_SECRET, outside: OUTSIDE, knownIds, ipc },
    kept: () => hashOf(dataFolder),
    pass: (ms) => {
      passedMs += ms;
    },
    end: async () => {
      try {
        // Something may still be on its way in or out.
        await api['data.cancel'](null);
        await readBack(api, now());
        await goOutAndIn(api, join(root, 'out'), now);
      } finally {
        await server.close();
        services.close();
      }
      try {
        isWhole(join(dataFolder, 'history'));
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    },
  };
}

/** The same, but for what would go on when its call was answered: what writes then would be taken for the next message's doing. */
function awaiting(api: Api): Api {
  return {
    ...api,
    'data.export': async (request) => {
      const begun = await api['data.export'](request);
      await outcomeOf(api);
      return begun;
    },
    'data.endImport': async (request) => {
      const begun = await api['data.endImport'](request);
      await outcomeOf(api);
      return begun;
    },
  };
}

async function begin(api: Api, nowMs: number): Promise<string[]> {
  const [session, set, rep] = [uuidv7(), uuidv7(), uuidv7()];
  await api['history.startSession']({ id: session, startedAtMs: nowMs, source: 'camera' });
  await api['history.startSet']({
    ...{ id: set, sessionId: session, startedAtMs: nowMs, exercise: 'calf-raise-double', side: 'both' },
    ...{ targetReps: 10, targetMs: null, task: null, personHeightCm: 175 },
  });
  await api['history.addRep']({ id: rep, setId: set, n: 1, atMs: nowMs, side: 'both', topMs: 900 });
  // Everything that is made on first use is there before the first comparison.
  await api['settings.change']({ voice: true });
  await api['backups.list'](null);
  return [session, set, rep];
}

function isWhole(folder: string): void {
  const { db, setAside } = openDatabase(folder, 'after');
  const check = db.pragma('integrity_check', { simple: true });
  db.close();
  if (setAside !== null || check !== 'ok') throw new Broken(`The history is damaged: ${check}`);
}

/** Of all but the log, which notes what is refused. */
function hashOf(folder: string): string {
  const hash = createHash('sha1');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (path.startsWith(join(folder, LOG_FOLDER))) continue;
    hash.update(path);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
