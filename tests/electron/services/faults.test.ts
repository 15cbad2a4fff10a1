import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DATABASE_FILE } from '../../../electron/services/history/swap.ts';
import { createServices, type Services } from '../../../electron/services/services.ts';
import { text } from '../../../renderer/messages/en.ts';
import { CallError } from '../../../shared/contract/contract.ts';
import { randomFrom } from '../../../tools/clips/random.ts';
import { aRep, aSession, aSet } from '../../support/records.ts';
import { canMount, smallDisk } from '../../support/smallDisk.ts';
import { tempFolder } from '../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

const NOON = Date.UTC(2026, 10, 20, 12);
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

interface App extends Services {
  readonly dataFolder: string;
  readonly history: string;
  readonly file: string;
}

function start(dataFolder = tempFolder(), now = () => NOON): App {
  const services = createServices({ dataFolder, host: 'browser', version: '1.2.3', now });
  onTestFinished(() => services.close());
  const history = join(dataFolder, 'history');
  return { ...services, dataFolder, history, file: join(history, DATABASE_FILE) };
}

/** A set that is on: saves the rep with this number, the same one each time, as the page does that tries again. */
async function inASet({ api }: App): Promise<(n: number) => Promise<null>> {
  const session = aSession({ startedAtMs: NOON - 60_000 });
  const set = aSet(session.id, { startedAtMs: NOON - 50_000 });
  await api['history.startSession'](session);
  await api['history.startSet'](set);
  const made = new Map<number, ReturnType<typeof aRep>>();
  return (n) => {
    const rep = made.get(n) ?? aRep(set.id, n);
    made.set(n, rep);
    return api['history.addRep'](rep);
  };
}

async function announce(rep: (n: number) => Promise<null>, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) await rep(n);
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** What a new start finds. */
async function repsAfterRestart(app: App): Promise<number[]> {
  app.close();
  const again = start(app.dataFolder);
  const session = await again.api['history.unfinished'](null);
  again.close();
  return session?.sets[0]?.reps.map(({ n }) => n) ?? [];
}

/** What a failed call is called. It has a sentence on the screen. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => new Error('It went well.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallError)) throw error;
  expect(text.callError[error.code].advice).toMatch(/\w/);
  return error.code;
}

describe('in mid-set', () => {
  // Windows holds on to a file that is open.
  test.skipIf(isWindows).each<[string, (app: App) => void]>([
    ['the file is removed', ({ file }) => rmSync(file)],
    ['the journal is removed', ({ file }) => rmSync(`${file}-wal`)],
    ['everything is removed', ({ history }) => rmSync(history, { recursive: true })],
    ['the folder is moved away', ({ history }) => renameSync(history, `${history}-elsewhere-${Math.random()}`)],
    [
      'another file takes its place',
      ({ file }) => {
        writeFileSync(`${file}.new`, 'a letter');
        renameSync(`${file}.new`, file);
      },
    ],
    [
      'an older copy is put in its place',
      ({ file, dataFolder }) => {
        copyFileSync(file, join(dataFolder, 'copy'));
        renameSync(join(dataFolder, 'copy'), file);
      },
    ],
  ])('%s: it says so, and every announced rep is there after a restart', async (_, harm) => {
    let nowMs = NOON;
    const app = start(tempFolder(), () => nowMs++);
    const rep = await inASet(app);
    await announce(rep, 1, 3);
    harm(app);
    await announce(rep, 4, 6);
    harm(app);
    await announce(rep, 7, 9);
    const { notices } = await app.api['app.info'](null);
    expect(notices).toEqual([{ code: 'history-put-back', path: app.file }]);
    expect(await repsAfterRestart(app)).toEqual(upTo(9));
  });

  test.skipIf(!canMount)(
    'the disk is full: it says so, keeps what was announced, and goes on when there is room',
    async () => {
      const disk = smallDisk();
      const app = start(join(disk.folder, 'data'));
      const rep = await inASet(app);
      await announce(rep, 1, 3);
      disk.fill(100_000);
      let announced = 3;
      const codes = new Set<string>();
      while (codes.size === 0) {
        await rep(announced + 1).then(
          () => {
            announced += 1;
          },
          (error: CallError) => codes.add(error.code),
        );
      }
      expect([...codes]).toEqual(['disk-full']);
      expect(await failureOf(rep(announced + 1))).toBe('disk-full');
      expect(await failureOf(app.api['backups.make'](null))).toBe('disk-full');
      expect((await app.api['backups.list'](null)).failure).toBe('full');
      expect(await failureOf(app.api['settings.change']({ voice: false }))).toBe('disk-full');
      expect((await app.api['history.unfinished'](null))?.sets[0]?.reps).toHaveLength(announced);
      disk.makeRoom();
      await announce(rep, announced + 1, announced + 5);
      expect(await app.api['backups.make'](null)).toMatchObject({ failure: null, backups: [{ reps: announced + 5 }] });
      expect(await repsAfterRestart(app)).toEqual(upTo(announced + 5));
    },
  );

  test.skipIf(isWindows)('no file may grow any more: every announced rep is there after a power cut', async () => {
    const dataFolder = tempFolder();
    const process = join(import.meta.dirname, '../../support/fullDiskProcess.ts');
    const { announced, codes } = await runLimited(process, dataFolder);
    expect(announced).toBeGreaterThan(10);
    expect(codes).toEqual(['history-unwritable', 'history-unwritable']);
    const session = await start(dataFolder).api['history.unfinished'](null);
    expect(session?.sets[0]?.reps).toHaveLength(announced);
  });
});

describe('at the start', () => {
  test.skipIf(!canMount)(
    'the disk is full: what is there can be seen, and there is a sentence for the rest',
    async () => {
      const disk = smallDisk();
      const first = start(join(disk.folder, 'data'));
      await announce(await inASet(first), 1, 3);
      first.close();
      disk.fill(0);
      const app = start(first.dataFolder);
      const session = await app.api['history.unfinished'](null);
      expect(session?.sets[0]?.reps).toHaveLength(3);
      const rep = aRep(session?.sets[0]?.id ?? '', 4);
      expect(await failureOf(app.api['history.addRep'](rep))).toBe('disk-full');
      disk.makeRoom();
      await app.api['history.addRep'](rep);
      expect(await repsAfterRestart(app)).toEqual(upTo(4));
    },
  );

  test.skipIf(!canMount)('the disk is full and the history is damaged: it is read when there is room', async () => {
    const disk = smallDisk();
    const first = start(join(disk.folder, 'data'));
    await announce(await inASet(first), 1, 25);
    first.close();
    // A wrong header, and every row is there.
    writeFileSync(first.file, readFileSync(first.file).fill(0, 0, 16));
    disk.fill(500_000);
    const app = start(first.dataFolder);
    expect((await app.api['app.info'](null)).notices).toMatchObject([{ code: 'history-set-aside' }]);
    expect(await app.api['recovery.state'](null)).toMatchObject({ salvaged: null });
    expect(await failureOf(app.api['recovery.choose']({ backup: null }))).toBe('disk-full');
    disk.makeRoom();
    await app.api['recovery.choose']({ backup: null });
    expect(await app.api['recovery.state'](null)).toBeNull();
    expect(await repsAfterRestart(app)).toEqual(upTo(25));
  });

  test.skipIf(isWindows || (isRoot && !canMount))(
    'the folder may only be read: it says so, and opens when it may',
    async () => {
      const disk = canMount ? smallDisk() : null;
      const first = start(disk ? join(disk.folder, 'data') : tempFolder());
      await announce(await inASet(first), 1, 3);
      first.close();
      const close = (): void => (disk ? disk.becomeReadOnly() : chmodTree(first.dataFolder, 0o555));
      const reopen = (): void => (disk ? disk.becomeWritable() : chmodTree(first.dataFolder, 0o755));
      close();
      const app = start(first.dataFolder);
      expect(await failureOf(app.api['app.info'](null))).toBe('history-unwritable');
      reopen();
      expect(await repsAfterRestart(app)).toEqual(upTo(3));
    },
  );
});

test('the clock jumps to and fro: everything is kept, in the order of the reps, and nothing is cleared away', async () => {
  const random = randomFrom(5);
  let nowMs = NOON;
  const app = start(tempFolder(), () => nowMs);
  const deleted = aSession({ startedAtMs: NOON - 86_400_000 });
  const set = aSet(deleted.id);
  await app.api['history.startSession'](deleted);
  await app.api['history.startSet'](set);
  await app.api['history.addRep'](aRep(set.id, 1));
  const deletes = { id: uuidv7(), atMs: NOON - 3_600_000, of: 'session', field: 'deleted', value: true } as const;
  await app.api['history.amend']({ ...deletes, targetId: deleted.id });
  const rep = await inASet(app);
  for (let n = 1; n <= 40; n++) {
    // A minute, a year, or to where it was before most of it; and once far ahead, for a moment.
    const jumpedMs = nowMs + (random() - 0.5) * 10 ** (4 + 7 * random());
    nowMs = n === 20 ? NOON + 40 * 86_400_000 : Math.max(1, n === 21 ? NOON : jumpedMs);
    await rep(n);
    await app.api['breaks.state'](null);
    if (n % 8 === 0) await app.api['backups.make'](null);
  }
  const { backups } = await app.api['backups.list'](null);
  expect(Math.max(...backups.map(({ reps }) => reps ?? 0))).toBe(41);
  expect(await repsAfterRestart(app)).toEqual(upTo(40));
  // Deleted an hour before, it can still be had back.
  const kept = await start(app.dataFolder).api['history.session']({ id: deleted.id });
  expect(kept?.sets[0]?.reps).toHaveLength(1);
});

function chmodTree(folder: string, mode: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) chmodTree(join(folder, entry.name), mode);
  }
  chmodSync(folder, mode);
}

/** Under a limit of one or two megabytes for every file, kept by the system. */
function runLimited(script: string, ...args: string[]): Promise<{ announced: number; codes: string[] }> {
  const command = `ulimit -f 4000; exec "$0" "$@"`;
  return new Promise((resolve, reject) => {
    execFile('/bin/sh', ['-c', command, process.execPath, script, ...args], (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        reject(new Error(`${error}\n${stderr}`));
      }
    });
  });
}
