import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { asCallError, openDatabase } from '../../../../electron/services/history/database.ts';
import { MIGRATIONS } from '../../../../electron/services/history/migrations/migrations.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../../../electron/services/history/swap.ts';
import { asBoundAccount } from '../../../support/boundAccount.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

/** A history with one session of two reps, closed. */
function writtenHistory(): string {
  const folder = tempFolder();
  const { db } = openDatabase(folder, 'then');
  const store = createHistoryStore(db);
  const session = aSession();
  const set = aSet(session.id);
  store.startSession(session);
  store.startSet(set);
  store.addRep(aRep(set.id, 1));
  store.addRep(aRep(set.id, 2));
  db.close();
  return folder;
}

function codeOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    return asCallError(error).code;
  }
  throw new Error('It opened.');
}

describe('opening the history', () => {
  test('makes it, in WAL mode, synchronous to the disk, with foreign keys', () => {
    const { db, setAside } = openDatabase(tempFolder(), 'now');
    expect(setAside).toBeNull();
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(['fullfsync', 'checkpoint_fullfsync'].map((name) => db.pragma(name, { simple: true }))).toEqual([1, 1]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    db.close();
  });

  test('finds again what was written', () => {
    const { db } = openDatabase(writtenHistory(), 'now');
    expect(createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 5)[0]?.sets[0]?.reps).toHaveLength(2);
    db.close();
  });

  test('every table is STRICT', () => {
    const { db } = openDatabase(tempFolder(), 'now');
    const tables = db
      .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
      .all();
    expect(tables.length).toBeGreaterThanOrEqual(8);
    expect(tables.every((table) => (table as { strict: number }).strict === 1)).toBe(true);
    db.close();
  });

  test('a second program is told that the first one has it', () => {
    const folder = writtenHistory();
    const { db } = openDatabase(folder, 'now');
    expect(codeOf(() => openDatabase(folder, 'now'))).toBe('history-locked');
    db.close();
  });

  test('another program begins the history in the same moment: the slower one is told that it has it', () => {
    const folder = tempFolder();
    let quicker: Database.Database | null = null;
    const migrations = [...MIGRATIONS];
    // They are asked for when the new one is there and nothing is in it yet.
    migrations.slice = (...range) => {
      quicker ??= openDatabase(folder, 'now').db;
      return MIGRATIONS.slice(...range);
    };
    expect(codeOf(() => openDatabase(folder, 'now', migrations))).toBe('history-locked');
    expect(quicker).not.toBeNull();
    (quicker as Database.Database | null)?.close();
    expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  });

  test('a history from a newer version is refused and left as it is', () => {
    const folder = writtenHistory();
    const file = join(folder, DATABASE_FILE);
    const newer = new Database(file);
    newer.exec('ALTER TABLE sessions ADD COLUMN mood TEXT');
    newer.pragma('user_version = 99');
    newer.close();
    const before = readFileSync(file);
    expect(codeOf(() => openDatabase(folder, 'now'))).toBe('history-newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.skipIf(process.platform === 'win32').each([
    ['as it was', 2],
    ['with a header that lets nobody write', 10],
  ])('a file that may only be read, %s: it stays where it is', (_, formOfWriting) => {
    const folder = writtenHistory();
    const file = join(folder, DATABASE_FILE);
    const bytes = readFileSync(file);
    bytes.writeUInt8(formOfWriting, 18);
    writeFileSync(file, bytes);
    chmodSync(file, 0o400);
    const code = asBoundAccount(folder, () => codeOf(() => openDatabase(folder, 'now')));
    expect(code).toBe('history-unwritable');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('a folder that cannot be made', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(codeOf(() => openDatabase(join(folder, 'file', 'history'), 'now'))).toBe('history-unwritable');
  });

  test('a folder in the place of the file', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, DATABASE_FILE));
    expect(codeOf(() => openDatabase(folder, 'now'))).toBe('history-unwritable');
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['a wrong header', (bytes) => Buffer.concat([Buffer.from('not a database!!'), bytes.subarray(16)])],
    ['zeroed pages', (bytes) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096)])],
    ['a cut-off file', (bytes) => bytes.subarray(0, bytes.length - 6000)],
    ['another file', () => Buffer.from('A letter to my physiotherapist. '.repeat(200))],
  ])('%s: the file is set aside, never deleted, and a new one begun', (_, damage) => {
    const folder = writtenHistory();
    const file = join(folder, DATABASE_FILE);
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    const { db, setAside } = openDatabase(folder, '2026-11-20T10-00-00');
    expect(setAside).toBe(join(folder, 'damaged-2026-11-20T10-00-00'));
    expect(readFileSync(join(setAside ?? '', DATABASE_FILE)).equals(damaged)).toBe(true);
    expect(createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 5)).toEqual([]);
    db.close();
  });
});

test.each(['-wal', '-journal'])(
  'nothing is left of it but its %s: SQLite does not bring it into the new one',
  (end) => {
    const folder = tempFolder();
    writeFileSync(join(folder, DATABASE_FILE + end), 'lightning');
    openDatabase(folder, 'stamp').db.close();
    expect(readFileSync(join(folder, 'damaged-stamp', DATABASE_FILE + end), 'utf8')).toBe('lightning');
    expect(readdirSync(folder).toSorted()).toEqual(['damaged-stamp', DATABASE_FILE]);
  },
);

test('what is set aside never takes the place of what was set aside before', () => {
  const folder = tempFolder();
  const file = join(folder, DATABASE_FILE);
  writeFileSync(file, 'the first one');
  openDatabase(folder, 'stamp').db.close();
  writeFileSync(file, 'the second one');
  expect(() => openDatabase(folder, 'stamp')).toThrow();
  expect(readFileSync(join(folder, 'damaged-stamp', DATABASE_FILE), 'utf8')).toBe('the first one');
  openDatabase(folder, 'later').db.close();
  expect(readFileSync(join(folder, 'damaged-later', DATABASE_FILE), 'utf8')).toBe('the second one');
});

describe('a large history', () => {
  /** Too large to be looked through each time; with a hole in what is never read at the beginning. */
  function large(isDamaged: boolean, change: (folder: string) => void = () => undefined): string {
    const folder = writtenHistory();
    const { db } = openDatabase(folder, 'then');
    db.prepare("INSERT INTO overrides VALUES ('o', 1, 'pogo-double', ?)").run('long '.repeat(3_400_000));
    db.close();
    const file = join(folder, DATABASE_FILE);
    if (isDamaged) {
      const bytes = readFileSync(file);
      bytes.fill(255, bytes.length - 40_960, bytes.length - 36_864);
      writeFileSync(file, bytes);
    }
    change(folder);
    return folder;
  }
  const opened = (folder: string): boolean => {
    const { db, setAside } = openDatabase(folder, 'now');
    db.close();
    return setAside === null;
  };

  test('is looked through wholly when it was not closed', () => {
    const leaveJournal = (folder: string): void => writeFileSync(join(folder, `${DATABASE_FILE}-wal`), '');
    expect(opened(large(true, leaveJournal))).toBe(false);
    expect(opened(large(false, leaveJournal))).toBe(true);
  });

  test('is read at its beginning, and must have all its pages, when it was closed as it should be', () => {
    const cut = (folder: string): void => truncateSync(join(folder, DATABASE_FILE), 16_500_000);
    expect(opened(large(false, cut))).toBe(false);
    // What this cannot see is found by the backups, which look through all of it.
    expect(opened(large(true))).toBe(true);
  });
});

describe('migrations', () => {
  const NEXT = [...MIGRATIONS, 'ALTER TABLE sessions ADD COLUMN note TEXT'];

  test('bring an older history up to date and keep a copy of it first', () => {
    const folder = writtenHistory();
    const { db } = openDatabase(folder, 'stamp', NEXT);
    expect(db.pragma('user_version', { simple: true })).toBe(NEXT.length);
    expect(db.prepare('SELECT count(*) AS n FROM reps').get()).toEqual({ n: 2 });
    db.close();
    const [backup] = readdirSync(join(folder, 'backups'));
    const copy = new Database(join(folder, 'backups', backup ?? ''), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(copy.prepare('SELECT count(*) AS n FROM reps').get()).toEqual({ n: 2 });
    copy.close();
  });

  test('one that fails leaves the history at the version before', () => {
    const folder = writtenHistory();
    expect(() => openDatabase(folder, 'stamp', [...NEXT, 'THIS IS NO SQL'])).toThrow();
    const { db } = openDatabase(folder, 'later', NEXT);
    expect(db.pragma('user_version', { simple: true })).toBe(NEXT.length);
    db.close();
  });

  test('a new history needs no copy', () => {
    const folder = tempFolder();
    openDatabase(folder, 'stamp').db.close();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });
});
