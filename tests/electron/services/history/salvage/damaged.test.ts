import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { type HeldHistory, holdHistory } from '../../../../../electron/services/history/heldHistory.ts';
import { findDamaged } from '../../../../../electron/services/history/salvage/recoveryRecord.ts';
import { createHistoryStore } from '../../../../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../../../../electron/services/history/swap.ts';
import { tableNames, tablesOf } from '../../../../../electron/services/history/tables.ts';
import { sessionRecordSchema } from '../../../../../shared/history/records.ts';
import { progressSchema } from '../../../../../shared/progression/progress.ts';
import { randomFrom } from '../../../../../tools/clips/random.ts';
import { UTC_DAYS } from '../../../../support/localDays.ts';
import { NO_LOG } from '../../../../support/noLog.ts';
import { aSession } from '../../../../support/records.ts';
import { writeRichHistory } from '../../../../support/richHistory.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

const PAGE = 4096;
const SESSIONS = 16;
const REPS = 36 * SESSIONS;

/** What a page is, as SQLite itself tells it. */
interface PageInfo {
  readonly page: number;
  readonly of: string;
  readonly kind: 'internal' | 'leaf' | 'overflow';
}

type Rows = Record<string, Map<unknown, unknown[]>>;

let good: Buffer;
let pages: PageInfo[];
let written: Rows;

function rowsOf(db: Database.Database): Rows {
  return Object.fromEntries(
    tableNames(db).map((name) => {
      const rows = db.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][];
      return [name, new Map(rows.map((row) => [row[0], row]))];
    }),
  );
}

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-test-'));
  const { db } = openDatabase(folder, 'then');
  writeRichHistory(db, SESSIONS);
  // Pages that were given up, with old rows still in them.
  db.exec('CREATE TABLE passing AS SELECT * FROM reps; DROP TABLE passing');
  written = rowsOf(db);
  pages = db.prepare('SELECT pageno AS page, name AS "of", pagetype AS kind FROM dbstat').all() as PageInfo[];
  db.close();
  good = readFileSync(join(folder, DATABASE_FILE));
  rmSync(folder, { recursive: true });
}, 60_000);

/** Page 1 is the schema; what SQLite does not name is free. */
function pageOf(what: string): number {
  const all = Array.from({ length: good.length / PAGE }, (_, i) => i + 1);
  const isTable = (of: string): boolean => of in written;
  const classes: Record<string, (info: PageInfo) => boolean> = {
    'schema leaf': ({ of, kind }) => of === 'sqlite_schema' && kind === 'leaf',
    'table branch': ({ of, kind }) => of === 'reps' && kind === 'internal',
    'table leaf': ({ of, kind }) => of === 'reps' && kind === 'leaf',
    'table leaf of sessions': ({ of, kind }) => of === 'sessions' && kind === 'leaf',
    'table leaf of amendments': ({ of, kind }) => of === 'amendments' && kind === 'leaf',
    'table leaf of break events': ({ of, kind }) => of === 'break_events' && kind === 'leaf',
    'index branch': ({ of, kind }) => !isTable(of) && of !== 'sqlite_schema' && kind === 'internal',
    'index leaf': ({ of, kind }) => of === 'reps_by_set' && kind === 'leaf',
    overflow: ({ kind }) => kind === 'overflow',
  };
  if (what === 'schema') return 1;
  const used = new Set(pages.map(({ page }) => page));
  const free = all.filter((page) => !used.has(page));
  if (what === 'free list') return good.readUInt32BE(32);
  if (what === 'free') return free.find((page) => page !== good.readUInt32BE(32)) ?? 0;
  const found = pages.filter((info) => classes[what]?.(info));
  return found[found.length >> 1]?.page ?? 0;
}

const DAMAGE: Record<string, (page: Buffer) => void> = {
  flipped: (page) => {
    for (const [i, byte] of page.entries()) page[i] = byte ^ 0xff;
  },
  zeroed: (page) => {
    page.fill(0);
  },
  'written over': (page) => {
    const random = randomFrom(7);
    for (const i of page.keys()) page[i] = Math.floor(256 * random());
  },
};

const CLASSES = [
  ...['schema', 'schema leaf', 'table branch', 'table leaf', 'table leaf of sessions'],
  ...['table leaf of amendments', 'table leaf of break events'],
  ...['index branch', 'index leaf', 'overflow', 'free list', 'free'],
];

/** How many rows may be lost, of each table, beside those that refer to lost ones: what fits on a page, or on its overflow. */
const ON_A_PAGE: Record<string, readonly [string, number]> = {
  'table leaf': ['reps', 45],
  'table leaf of amendments': ['amendments', 30],
  'table leaf of break events': ['break_events', 45],
  overflow: ['session_plans', 1],
};

function opened(bytes: Buffer, wal?: Buffer): { folder: string; history: HeldHistory } {
  const folder = tempFolder();
  writeFileSync(join(folder, DATABASE_FILE), bytes);
  if (wal) writeFileSync(join(folder, `${DATABASE_FILE}-wal`), wal);
  const now = (): number => Date.UTC(2026, 10, 20);
  const history = holdHistory({ folder, now, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
  onTestFinished(() => history.end());
  return { folder, history };
}

/** Of a session that is lost, its sets still tell when it was. */
function isSame(table: string, found: unknown[], before: unknown[] | undefined): boolean {
  const isKnown = table !== 'sessions' || found[2] !== 'imported';
  return JSON.stringify(found) === JSON.stringify(isKnown ? before : [...(before ?? []).slice(0, 2), 'imported']);
}

/** Every row that is there is as it was written, and every one that is missing was on the damaged page or refers to one. */
function expectAllBut(db: Database.Database, lost: readonly [string, number] | undefined): void {
  const found = rowsOf(db);
  const gone: Record<string, Set<unknown>> = {};
  for (const { name, columns } of tablesOf(db)) {
    const rows = written[name] ?? new Map();
    expect([...(found[name] ?? [])].filter(([id, row]) => !isSame(name, row, rows.get(id)))).toEqual([]);
    const missing = [...rows].filter(([id]) => !found[name]?.has(id));
    gone[name] = new Set(missing.map(([id]) => id));
    const orphans = missing.filter(([, row]) =>
      columns.some(({ to }, i) => to && row[i] !== null && gone[to.table]?.has(row[i])),
    );
    expect(missing.length - orphans.length, name).toBeLessThanOrEqual(lost?.[0] === name ? lost[1] : 0);
  }
}

/** What the screens ask for can be answered, and what is done next is kept. */
function expectWorking({ history, folder }: { history: HeldHistory; folder: string }): void {
  const store = history.store();
  for (const session of store.sessions(Number.MAX_SAFE_INTEGER, 100)) sessionRecordSchema.parse(session);
  progressSchema.parse(store.progress());
  const session = aSession({ startedAtMs: Date.UTC(2026, 10, 20) });
  store.startSession(session);
  history.end();
  const { db } = openDatabase(folder, 'later');
  expect(createHistoryStore(db).unfinished()?.id).toBe(session.id);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}

describe('a page of the history is lost', () => {
  const cases = CLASSES.flatMap((what) => Object.keys(DAMAGE).map((how) => [what, how] as const));

  test.each(cases)('%s, %s: all but what was on it is there again', (what, how) => {
    const damaged = Buffer.from(good);
    const page = pageOf(what);
    expect(page).toBeGreaterThan(0);
    DAMAGE[how]?.(damaged.subarray((page - 1) * PAGE, page * PAGE));
    const { folder, history } = opened(damaged);
    history.db();
    const isSeenAtOnce = findDamaged(folder).length > 0;
    // What a quick look does not see, the look at the next backup does.
    if (!isSeenAtOnce) history.distrust();
    expectAllBut(history.db(), ON_A_PAGE[what]);
    const [aside] = findDamaged(folder);
    if (isSeenAtOnce) expect(readFileSync(join(aside?.path ?? '', DATABASE_FILE)).equals(damaged)).toBe(true);
    expectWorking({ history, folder });
  });
});

describe('a bit of the header is wrong', () => {
  const bits: (readonly [string, number, number])[] = [
    ...[0, 1, 2, 5, 17, 31].map((bit) => [`version, bit ${bit}`, 63 - (bit >> 3), bit & 7] as const),
    ...[0, 2, 7].map((bit) => [`form of the file, bit ${bit}`, 47, bit] as const),
    ...[0, 3].map((bit) => [`head of the free list, bit ${bit}`, 35, bit] as const),
    ['length of the free list', 39, 1],
    ['text encoding', 59, 1],
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((bit) => [`form of writing, bit ${bit}`, 18, bit] as const),
  ];

  test.each(bits)('%s: every row is there', (_, byte, bit) => {
    const damaged = Buffer.from(good);
    damaged.writeUInt8(damaged.readUInt8(byte) ^ (1 << bit), byte);
    const { folder, history } = opened(damaged);
    history.db();
    if (findDamaged(folder).length === 0) history.distrust();
    expectAllBut(history.db(), undefined);
    expectWorking({ history, folder });
  });
});

test('the list of free pages begins with one that is in use: every row is there', () => {
  const damaged = Buffer.from(good);
  const inUse = pages.find(({ of, kind }) => of === 'rep_measures' && kind === 'leaf');
  damaged.writeUInt32BE(inUse?.page ?? 0, 32);
  const { folder, history } = opened(damaged);
  expectAllBut(history.db(), undefined);
  expect(findDamaged(folder)).toHaveLength(1);
});

describe('the last reps are still in the journal', () => {
  const ADDED = 72;
  let file: Buffer;
  let journal: Buffer;
  beforeAll(() => {
    const source = mkdtempSync(join(tmpdir(), 'soleus-test-'));
    writeFileSync(join(source, DATABASE_FILE), good);
    const { db } = openDatabase(source, 'then');
    db.pragma('wal_autocheckpoint = 0');
    writeRichHistory(db, ADDED / 36);
    file = readFileSync(join(source, DATABASE_FILE));
    journal = readFileSync(join(source, `${DATABASE_FILE}-wal`));
    db.close();
    rmSync(source, { recursive: true });
  });
  const FRAME = 24 + PAGE;
  const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };
  const flip = (at: number) => (bytes: Buffer) => {
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  };
  const inFrame = (n: number, at: number): number => 32 + n * FRAME + at;
  const reps = (history: HeldHistory): number => rowsOf(history.db())['reps']?.size ?? 0;

  test.each([
    ['nothing happened', 0],
    ['the header of the file is gone, which is in the journal too', 100],
  ])('and %s: they come in, and nothing is set aside', (_, lost) => {
    const without = changed(file, (bytes) => bytes.fill(0, 0, lost));
    const { history, folder } = opened(without, journal);
    expect(reps(history)).toBe(REPS + ADDED);
    expect(findDamaged(folder)).toEqual([]);
  });

  test.each<[string, (bytes: Buffer) => void]>([
    ['its header is gone', (bytes) => bytes.fill(0, 0, 32)],
    ['its mark is wrong', flip(3)],
    ['the size of its pages is wrong', flip(10)],
    ['its round is wrong', flip(17)],
    ['its own sum is wrong', flip(25)],
    ['a bit of the first page in it is wrong', flip(inFrame(0, 300))],
    ['a bit in its middle is wrong', flip(inFrame(60, 1500))],
    ['a frame belongs elsewhere', flip(inFrame(60, 3))],
    ['a frame is of another round', flip(inFrame(60, 9))],
    ['a sum is wrong', flip(inFrame(60, 17))],
    ['a stretch is zeroed', (bytes) => bytes.fill(0, inFrame(60, 1000), inFrame(61, 1000))],
  ])('and %s: they come in, and the journal is kept as it is', (_, harm) => {
    const harmed = changed(journal, harm);
    const { history, folder } = opened(file, harmed);
    // At most one rep was on the page that is lost, and on none that was written later.
    expect(reps(history)).toBeGreaterThanOrEqual(REPS + ADDED - 1);
    expect(readFileSync(join(findDamaged(folder)[0]?.path ?? '', `${DATABASE_FILE}-wal`)).equals(harmed)).toBe(true);
    expectWorking({ history, folder });
  });

  test('and its end is missing, as after a power cut: all that was committed is there, and nothing is set aside', () => {
    const { history, folder } = opened(file, journal.subarray(0, journal.length - 2000));
    expect(reps(history)).toBe(REPS + ADDED);
    expect(findDamaged(folder)).toEqual([]);
    expectWorking({ history, folder });
  });

  test.each<[string, (path: string) => void]>([
    ['is gone', (path) => rmSync(path)],
    ['is empty', (path) => truncateSync(path)],
  ])('and the file itself %s: they come in, and the journal is kept as it is', (_, harm) => {
    const { history, folder } = opened(file, journal);
    harm(join(folder, DATABASE_FILE));
    expect(reps(history)).toBeGreaterThanOrEqual(ADDED);
    expect(readFileSync(join(findDamaged(folder)[0]?.path ?? '', `${DATABASE_FILE}-wal`)).equals(journal)).toBe(true);
    expectWorking({ history, folder });
  });
});

describe('a bit within a value is wrong, and the header is gone', () => {
  const values: (readonly [string, string, string])[] = [
    ['a side that was said otherwise', 'amendments', '"left"'],
    ['a reason why a break was skipped', 'break_events', 'in-a-call'],
    ['how a break was done', 'break_events', 'counted'],
  ].map(([what = '', table = '', text = '']) => [what, table, text]);

  test.each(values)('%s: that row is left out, and every other one is there', (_, table, text) => {
    const isOfTable = ({ of, kind }: PageInfo): boolean => of === table && kind === 'leaf';
    const [at = 0] = pages.filter(isOfTable).flatMap(({ page }) => {
      const found = good.indexOf(text, (page - 1) * PAGE);
      return found >= 0 && found < page * PAGE ? [found] : [];
    });
    expect(at).toBeGreaterThan(0);
    const damaged = Buffer.from(good);
    damaged.fill(0, 0, 100);
    // The last letter of the word: of `"left"` the t.
    const bit = at + text.length - (text.endsWith('"') ? 2 : 1);
    damaged.writeUInt8(damaged.readUInt8(bit) ^ 1, bit);
    const { history, folder } = opened(damaged);
    expectAllBut(history.db(), [table, 1]);
    expect(rowsOf(history.db())[table]?.size).toBe((written[table]?.size ?? 0) - 1);
    expectWorking({ history, folder });
  });
});

describe('more is lost', () => {
  test('the header, and nothing else: every row is there again', () => {
    const damaged = Buffer.from(good);
    damaged.fill(0, 0, 100);
    const { history, folder } = opened(damaged);
    expectAllBut(history.db(), undefined);
    expect(findDamaged(folder)[0]?.record).toMatchObject({
      state: 'open',
      salvaged: { sessions: SESSIONS, reps: REPS },
    });
    expectWorking({ history, folder });
  });

  test.each([0.9, 0.5, 0.1])('the file ends after %d of it: what comes before is there again', (share) => {
    const damaged = good.subarray(0, Math.floor(good.length * share) + 1000);
    const { history, folder } = opened(damaged);
    const db = history.db();
    const found = rowsOf(db);
    for (const name of tableNames(db)) {
      const wrong = [...(found[name] ?? [])].filter(([id, row]) => !isSame(name, row, written[name]?.get(id)));
      expect(name === 'sessions' ? [] : wrong).toEqual([]);
    }
    if (share > 0.8) expect(found['reps']?.size).toBeGreaterThan(share * REPS * 0.6);
    expectWorking({ history, folder });
  });

  test.each<[string, Buffer]>([
    ['everything is zeroed', Buffer.alloc(200_000)],
    ['it is a letter', Buffer.from('Dear physiotherapist, my calves are fine. '.repeat(3000))],
    ['a few bytes are left', Buffer.from('SQLite')],
    ['it is empty', Buffer.alloc(0)],
  ])('%s: a new history is begun', (_, bytes) => {
    const { history, folder } = opened(bytes);
    expect(rowsOf(history.db())['sessions']?.size).toBe(0);
    expect(readFileSync(join(findDamaged(folder)[0]?.path ?? '', DATABASE_FILE)).equals(bytes)).toBe(true);
    expectWorking({ history, folder });
  });

  test('random bits are flipped all over it: nothing that cannot be read is let in', () => {
    const random = randomFrom(11);
    const damaged = Buffer.from(good);
    for (let i = 0; i < 80; i++) {
      const at = Math.floor(damaged.length * random());
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << Math.floor(8 * random())), at);
    }
    const { history, folder } = opened(damaged);
    expect(rowsOf(history.db())['reps']?.size).toBeGreaterThan(REPS / 2);
    expectWorking({ history, folder });
  });

  test.each([
    ['once: it is read now', 1, REPS],
    ['three times: it may be what ends the app, so it is not tried again by itself', 3, 0],
  ])('reading it was cut off %s', (_, tries, reps) => {
    const folder = tempFolder();
    const aside = join(folder, 'damaged-2026-11-19T10-00-00.000Z');
    mkdirSync(aside);
    writeFileSync(join(aside, DATABASE_FILE), good);
    const nothing = { sessions: 0, reps: 0 };
    writeFileSync(join(aside, 'recovery.json'), JSON.stringify({ state: 'begun', tries, salvaged: nothing }));
    // What was in between is not left lying about.
    mkdirSync(join(folder, 'restoring-work.part'));
    const history = holdHistory({ folder, now: () => 1, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
    expect(rowsOf(history.db())['reps']?.size).toBe(reps);
    expect(readdirSync(folder).filter((name) => name.startsWith('restoring'))).toEqual([]);
    // The person's answer is worth one more.
    history.readRest();
    expect(rowsOf(history.db())['reps']?.size).toBe(REPS);
    history.end();
  });

  test('it was cut off after all had come in, and before that was kept: what could be read is told', () => {
    const folder = prepared();
    const { db } = openDatabase(folder, 'then');
    createHistoryStore(db).startSession(aSession());
    db.close();
    const aside = join(folder, 'damaged-2026-11-19T10-00-00.000Z');
    mkdirSync(aside);
    const damaged = Buffer.from(good).fill(0, 0, 100);
    writeFileSync(join(aside, DATABASE_FILE), damaged);
    const nothing = { sessions: 0, reps: 0 };
    writeFileSync(join(aside, 'recovery.json'), JSON.stringify({ state: 'begun', tries: 1, salvaged: nothing }));
    const history = holdHistory({ folder, now: () => 1, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
    onTestFinished(() => history.end());
    // What was done since is not of it.
    expect(rowsOf(history.db())['sessions']?.size).toBe(SESSIONS + 1);
    const [found] = findDamaged(folder);
    expect(found?.record).toMatchObject({ state: 'open', tries: 2, salvaged: { sessions: SESSIONS, reps: REPS } });
  });

  test('it was set aside and then cut off before it was read: that is made up for', () => {
    const folder = tempFolder();
    const aside = join(folder, 'damaged-2026-11-19T10-00-00.000Z');
    mkdirSync(aside);
    copyFileSync(join(prepared(), DATABASE_FILE), join(aside, DATABASE_FILE));
    truncateSync(join(aside, DATABASE_FILE), Math.floor(good.length * 0.8));
    const history = holdHistory({ folder, now: () => 1, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
    expect(rowsOf(history.db())['reps']?.size).toBeGreaterThan(REPS / 3);
    history.end();
    expect(existsSync(join(aside, 'recovery.json'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('restoring'))).toEqual([]);
  });
});

function prepared(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, DATABASE_FILE), good);
  return folder;
}
