import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { DATABASE_FILE } from '../../../../../electron/services/history/swap.ts';
import { createServices, type Services } from '../../../../../electron/services/services.ts';
import { aRep, aSession, aSet } from '../../../../support/records.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

const NOON = Date.UTC(2026, 10, 20, 12);

interface App extends Services {
  readonly dataFolder: string;
}

function start(dataFolder = tempFolder(), nowMs = NOON): App {
  const services = createServices({ dataFolder, host: 'browser', version: '1.2.3', now: () => nowMs });
  onTestFinished(() => services.close());
  return { ...services, dataFolder };
}

/** A session of one set, closed. Answers with its ids. */
async function train({ api }: App, reps: number, startedAtMs: number): Promise<void> {
  const session = aSession({ startedAtMs });
  const set = aSet(session.id, { startedAtMs });
  await api['history.startSession'](session);
  await api['history.startSet'](set);
  for (let n = 1; n <= reps; n++) await api['history.addRep'](aRep(set.id, n));
  await api['history.endSession']({ id: session.id, endedAtMs: startedAtMs + 60_000, reason: 'finished' });
}

async function repsBySession({ api }: App): Promise<number[]> {
  const sessions = await api['history.sessions']({ beforeMs: Number.MAX_SAFE_INTEGER, limit: 100 });
  return sessions.map(({ sets }) => sets.reduce((sum, { reps }) => sum + reps.length, 0));
}

/** Destroys all pages behind the first so many. */
function damage({ dataFolder }: App, wholePages: number): void {
  const file = join(dataFolder, 'history', DATABASE_FILE);
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096 * wholePages);
  writeFileSync(file, bytes);
}

describe('a damaged history', () => {
  test('its newest whole backup is offered; with it everything is there: of then, what could be read, and of since', async () => {
    const before = start();
    await train(before, 3, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    damage(before, 0);

    const after = start(before.dataFolder);
    expect((await after.api['app.info'](null)).notices).toMatchObject([{ code: 'history-set-aside' }]);
    expect(await repsBySession(after)).toEqual([]);
    // Life goes on before anybody answers.
    await train(after, 2, NOON - 1000);
    const offered = await after.api['recovery.state'](null);
    expect(offered).toMatchObject({ salvaged: { sessions: 0, reps: 0 }, backup: { kind: 'asked', reps: 3 } });

    // Nor does a restart settle it.
    after.close();
    const again = start(before.dataFolder);
    expect(await again.api['recovery.state'](null)).toEqual(offered);
    await again.api['recovery.choose']({ backup: offered?.backup?.id ?? null });
    expect(await repsBySession(again)).toEqual([2, 3]);
    expect(await again.api['recovery.state'](null)).toBeNull();
    expect((await again.api['app.info'](null)).notices).toEqual([]);
    again.close();
    const kept = readdirSync(join(before.dataFolder, 'history'));
    expect(kept.filter((name) => /^(damaged|replaced)-/.test(name))).toHaveLength(2);
    expect(kept.filter((name) => name.startsWith('restoring'))).toEqual([]);
  });

  test('what could be read is put on top of the backup, though the backup alone knows what it belongs to', async () => {
    const before = start();
    const session = aSession({ startedAtMs: NOON - 9000 });
    const set = aSet(session.id, { startedAtMs: NOON - 9000 });
    await before.api['history.startSession'](session);
    await before.api['history.startSet'](set);
    await before.api['history.addRep'](aRep(set.id, 1));
    await before.api['backups.make'](null);
    for (let n = 2; n <= 9; n++) await before.api['history.addRep'](aRep(set.id, n));
    before.close();
    // Sessions and sets are lost, the reps are whole.
    const file = join(before.dataFolder, 'history', DATABASE_FILE);
    const bytes = readFileSync(file);
    for (let page = 0; page < bytes.length; page += 4096) {
      const isOfReps = bytes.subarray(page, page + 4096).includes('both') && bytes[page] === 0x0d;
      if (!isOfReps || bytes.subarray(page, page + 4096).includes('calf-raise')) bytes.fill(0, page, page + 4096);
    }
    writeFileSync(file, bytes);

    const after = start(before.dataFolder);
    expect(await repsBySession(after)).toEqual([]);
    const offered = await after.api['recovery.state'](null);
    await after.api['recovery.choose']({ backup: offered?.backup?.id ?? null });
    expect(await repsBySession(after)).toEqual([9]);
  });

  test('a backup that was made since, of what could be read, is not offered', async () => {
    const before = start();
    await train(before, 30, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    damage(before, 0);
    const after = start(before.dataFolder, NOON + 60_000);
    await train(after, 40, NOON + 1000);
    const { backups } = await after.api['backups.make'](null);
    expect(backups.map(({ reps }) => reps)).toEqual([40, 30]);
    expect(await after.api['recovery.state'](null)).toMatchObject({ backup: { reps: 30 } });
  });

  test('nor where the clock is years behind: whatever has more reps than there are now was made before', async () => {
    const before = start();
    await train(before, 30, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    damage(before, 0);
    const after = start(before.dataFolder, Date.UTC(2020, 0));
    await train(after, 1, NOON + 1000);
    await after.api['backups.make'](null);
    expect(await after.api['recovery.state'](null)).toMatchObject({ backup: { reps: 30 } });
  });

  test('it cannot be read at all: that stands in the way of no backup, and of no answer', async () => {
    const unreadable = (): App => {
      const dataFolder = tempFolder();
      // A folder in the place of the file.
      mkdirSync(join(dataFolder, 'history', 'damaged-2026-11-20T13-00-00.000Z', DATABASE_FILE), { recursive: true });
      return start(dataFolder);
    };
    const one = unreadable();
    await train(one, 3, NOON - 4000);
    await one.api['backups.make'](null);
    const offered = await one.api['recovery.state'](null);
    expect(offered).toMatchObject({ salvaged: null, backup: { reps: 3 } });
    await one.api['recovery.choose']({ backup: offered?.backup?.id ?? null });
    expect(await one.api['recovery.state'](null)).toBeNull();
    expect(await repsBySession(one)).toEqual([3]);

    const other = unreadable();
    await other.api['recovery.choose']({ backup: null });
    expect(await other.api['recovery.state'](null)).toBeNull();
  });

  test('a backup that is gone when it is chosen settles nothing', async () => {
    const before = start();
    await train(before, 3, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    damage(before, 0);
    const after = start(before.dataFolder, NOON + 1);
    const offered = await after.api['recovery.state'](null);
    const file = join(before.dataFolder, 'history', 'backups', offered?.backup?.id ?? '');
    const bytes = readFileSync(file);
    rmSync(file);
    const choose = (): Promise<null> => after.api['recovery.choose']({ backup: offered?.backup?.id ?? '' });
    await expect(choose()).rejects.toMatchObject({ code: 'backup-unusable' });
    writeFileSync(file, bytes);
    expect(await after.api['recovery.state'](null)).toEqual(offered);
    await choose();
    expect(await repsBySession(after)).toEqual([3]);
  });

  test.each<[string, (file: string) => void]>([
    ['damaged', (file) => writeFileSync(file, readFileSync(file).fill(7, 5000))],
    [
      'somebody else’s work',
      (file) => new Database(file).exec('CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM reps; END').close(),
    ],
  ])('a backup that is %s is passed over for an older one that is whole', async (_, spoil) => {
    const before = start();
    await train(before, 3, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    const backups = join(before.dataFolder, 'history', 'backups');
    const [whole = ''] = readdirSync(backups);
    const newer = join(backups, whole.replace('T12-', 'T13-'));
    copyFileSync(join(backups, whole), newer);
    spoil(newer);
    damage(before, 0);
    const after = start(before.dataFolder, NOON + 7_200_000);
    expect(await after.api['recovery.state'](null)).toMatchObject({ backup: { id: whole } });
  });

  test('without a backup it says how much could be read, once', async () => {
    const before = start();
    await train(before, 3, NOON - 4000);
    before.close();
    rmSync(join(before.dataFolder, 'history', 'backups'), { recursive: true, force: true });
    const file = join(before.dataFolder, 'history', DATABASE_FILE);
    writeFileSync(file, readFileSync(file).fill(0, 0, 100));
    const after = start(before.dataFolder);
    expect(await repsBySession(after)).toEqual([3]);
    expect(await after.api['recovery.state'](null)).toMatchObject({ salvaged: { sessions: 1, reps: 3 }, backup: null });
    await after.api['recovery.choose']({ backup: null });
    expect(await after.api['recovery.state'](null)).toBeNull();
    expect(await repsBySession(after)).toEqual([3]);
  });

  test('a copy that comes out damaged leads to the history it was made of', async () => {
    const before = start();
    await train(before, 30, NOON - 4000);
    before.close();
    // An index with a wrong entry: a quick look finds nothing wrong with it.
    const file = join(before.dataFolder, 'history', DATABASE_FILE);
    const { db } = openDatabase(join(before.dataFolder, 'history'), 'now');
    const find = db.prepare("SELECT pageno FROM dbstat WHERE name = 'reps_by_set' AND pagetype = 'leaf'").pluck();
    const page = 4096 * ((find.get() as number) - 1);
    db.close();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('-', page + 100) + 1;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);

    const after = start(before.dataFolder);
    expect((await after.api['app.info'](null)).notices).toEqual([]);
    // The history is mended on the way, and the copy made of the mended one.
    expect(await after.api['backups.make'](null)).toMatchObject({ failure: null, backups: [{ reps: 30 }] });
    expect(await after.api['recovery.state'](null)).toMatchObject({ salvaged: { sessions: 1, reps: 30 } });
  });
});

describe('a history that is gone', () => {
  test('a first start, and a history without backups that was deleted, begin in silence', async () => {
    const first = start();
    expect((await first.api['app.info'](null)).notices).toEqual([]);
    await train(first, 3, NOON - 4000);
    first.close();
    rmSync(join(first.dataFolder, 'history'), { recursive: true });
    const again = start(first.dataFolder);
    expect((await again.api['app.info'](null)).notices).toEqual([]);
    expect(await again.api['recovery.state'](null)).toBeNull();
  });

  test.each([
    ['beside it', false],
    ['in the folder of choice', true],
  ])('its backup %s is offered, and is there with what was done since', async (_, isElsewhere) => {
    const before = start();
    if (isElsewhere) await before.api['backups.chooseFolder']({ folder: tempFolder() });
    await train(before, 3, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    const file = join(before.dataFolder, 'history', DATABASE_FILE);
    rmSync(file);
    const after = start(before.dataFolder, NOON + 1000);
    expect((await after.api['app.info'](null)).notices).toEqual([{ code: 'history-gone', path: file }]);
    await train(after, 5, NOON + 2000);
    after.close();
    const again = start(before.dataFolder, NOON + 3000);
    const offered = await again.api['recovery.state'](null);
    expect(offered).toMatchObject({ isGone: true, path: file, backup: { reps: 3 } });
    await again.api['recovery.choose']({ backup: offered?.backup?.id ?? null });
    expect(await repsBySession(again)).toEqual([5, 3]);
    expect((await again.api['app.info'](null)).notices).toEqual([]);
  });

  test('whoever wants to begin anew is not asked again', async () => {
    const before = start();
    await train(before, 3, NOON - 4000);
    await before.api['backups.make'](null);
    before.close();
    rmSync(join(before.dataFolder, 'history', DATABASE_FILE));
    const after = start(before.dataFolder, NOON + 1000);
    await after.api['recovery.choose']({ backup: null });
    after.close();
    expect(await start(before.dataFolder, NOON + 2000).api['recovery.state'](null)).toBeNull();
  });
});
