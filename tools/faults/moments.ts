import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../../electron/services/history/database.ts';
import { MIGRATIONS } from '../../electron/services/history/migrations/migrations.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { tableNames } from '../../electron/services/history/tables.ts';
import { exportJson } from '../../electron/services/history/transfer/exportJson.ts';
import type { Api } from '../../shared/contract/contract.ts';
import { personSettings } from '../../shared/history/historyFile.ts';
import { MOST_PART_LETTERS } from '../../shared/history/transfer.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { launchSoleusHost, startSoleusHost } from '../browser/soleusHost.ts';
import { between, type Random } from '../clips/random.ts';
import { seedHistory } from '../history/seedHistory.ts';
import { type Aftermath, aftermathOf } from './aftermath.ts';
import { openSocketClient } from './socketClient.ts';
import { type Announced, train } from './trainee.ts';

/** What goes on when the power is cut. */
export const MOMENTS = [
  ...(['training', 'start', 'backup', 'restore', 'salvage', 'put-back', 'import', 'migration'] as const),
] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Scene {
  /** That of somebody who trains; everything that was ever answered has to be in it. */
  readonly dataFolder: string;
  readonly announced: Announced;
  readonly random: Random;
}

/** So many answers at most before something else is asked for. */
const MOST_ANSWERS = 60;

/** Each ends with the kill. */
export const bringAbout: Record<Moment, (scene: Scene) => Promise<Aftermath>> = {
  training: (scene) => atWork(scene, 6),
  start: (scene) => atStart(scene, 400),
  backup: (scene) =>
    atWork(scene, 80, async (api) => {
      void api['backups.make'](null).catch(() => undefined);
    }),
  restore: (scene) =>
    atWork(scene, 150, async (api, training) => {
      // Back to what is copied just now: whoever trained on would miss it.
      await training;
      const [newest] = (await api['backups.make'](null)).backups;
      void api['backups.restore']({ id: newest?.id ?? '' }).catch(() => undefined);
    }),
  salvage: (scene) => {
    // All of it can be read but its header.
    const file = fileIn(scene.dataFolder);
    if (existsSync(file)) writeFileSync(file, readFileSync(file).fill(0, 0, 100));
    return atStart(scene, 600, ['history-set-aside']);
  },
  'put-back': (scene) =>
    atWork(scene, 120, async (api, training) => {
      await training;
      replaceByCopy(scene.dataFolder);
      void train(api, scene.random, scene.announced, () => false).catch(() => undefined);
    }),
  import: importing,
  migration: migrating,
};

const fileIn = (dataFolder: string): string => join(dataFolder, 'history', DATABASE_FILE);

/**
 * Kills the host while somebody trains.
 *
 * @param whileMs so long at most after what was asked for
 * @param ask asks for something else once they have trained a little
 */
async function atWork(
  { dataFolder, random, announced }: Scene,
  whileMs: number,
  ask?: (api: Api, training: Promise<void>) => Promise<void>,
): Promise<Aftermath> {
  const host = await startSoleusHost(dataFolder);
  const { api, close } = await openSocketClient(host.address);
  let answers = Math.ceil(MOST_ANSWERS * random());
  const enough = Promise.withResolvers<void>();
  const training = train(api, random, announced, () => {
    answers -= 1;
    if (answers <= 0) enough.resolve();
    return answers <= 0 && ask !== undefined;
  }).catch(() => enough.resolve());
  await enough.promise;
  await ask?.(api, training);
  await pass(between(random, 0, whileMs));
  await host.kill();
  await training;
  close();
  return aftermathOf(dataFolder, { announced });
}

/** Kills the host so long at most after it has begun to do something with the folder of the history. */
async function atStart(
  { dataFolder, announced, random }: Scene,
  withinMs: number,
  notices: Aftermath['notices'] = [],
): Promise<Aftermath> {
  const folder = join(dataFolder, 'history');
  mkdirSync(folder, { recursive: true });
  const begun = Promise.withResolvers<void>();
  const watcher = watch(folder, () => begun.resolve());
  const host = launchSoleusHost(dataFolder);
  const ready = host.ready.then(
    () => begun.resolve(),
    () => undefined,
  );
  await begun.promise;
  watcher.close();
  await pass(between(random, 0, withinMs));
  await host.kill();
  await ready;
  return aftermathOf(dataFolder, { announced, notices });
}

/** As a program does that synchronizes folders: the same content, in another file. */
function replaceByCopy(dataFolder: string): void {
  const files = [fileIn(dataFolder), `${fileIn(dataFolder)}-wal`];
  for (const file of files) copyFileSync(file, `${file}.copy`);
  for (const file of files) renameSync(`${file}.copy`, file);
}

/** The history of another machine comes in: all of it, or nothing. */
async function importing(scene: Scene): Promise<Aftermath> {
  const other = `${scene.dataFolder}-other`;
  seedHistory(other, 300, Math.floor(1e6 * scene.random()), Date.now());
  const { db } = openDatabase(join(other, 'history'), 'now');
  const ids = db.prepare('SELECT id FROM reps').pluck().all();
  const path = join(other, 'history.json');
  const file = await open(path, 'w');
  const head = {
    app: '0',
    schema: MIGRATIONS.length,
    exportedAtMs: Date.now(),
    settings: personSettings(DEFAULT_SETTINGS),
  };
  await exportJson(db, file, head, () => undefined);
  await file.close();
  db.close();
  const text = readFileSync(path, 'utf8');
  rmSync(other, { recursive: true });
  const aftermath = await atWork(scene, 200, async (api) => {
    const importId = uuidv7();
    await api['data.beginImport']({ importId, kind: 'history', size: Buffer.byteLength(text) });
    for (let at = 0; at < text.length; at += MOST_PART_LETTERS) {
      await api['data.importPart']({ importId, part: { text: text.slice(at, at + MOST_PART_LETTERS) } });
    }
    await api['data.endImport']({ importId });
  });
  const look = (after: Database.Database): string | null => {
    const has = after.prepare('SELECT 1 FROM reps WHERE id = ?');
    const found = ids.filter((id) => has.get(id)).length;
    return found === 0 || found === ids.length ? null : `${found} of ${ids.length} reps came in`;
  };
  return { ...aftermath, look };
}

const OLD = join(import.meta.dirname, '../../tests/electron/services/history/migrations/old');

/** What somebody had with an older Soleus is brought to the newest form. */
async function migrating({ dataFolder, announced, random }: Scene): Promise<Aftermath> {
  const version = 1 + Math.floor((MIGRATIONS.length - 1) * random());
  const older = `${dataFolder}-older`;
  rmSync(older, { recursive: true, force: true });
  mkdirSync(join(older, 'history'), { recursive: true });
  writeFileSync(fileIn(older), gunzipSync(readFileSync(join(OLD, `version-${version}.sqlite.gz`))));
  const before = new Database(fileIn(older), { readonly: true });
  const rows = tableNames(before).map((table) => [table, before.prepare(`SELECT * FROM ${table}`).all()] as const);
  before.close();
  const look = (db: Database.Database): string | null => {
    for (const [table, all] of rows) {
      for (const row of all as Record<string, unknown>[]) {
        const columns = Object.keys(row);
        const same = columns.map((column) => `${column} IS ?`).join(' AND ');
        if (!db.prepare(`SELECT 1 FROM ${table} WHERE ${same}`).get(columns.map((column) => row[column]))) {
          return `a row of ${table} of version ${version} is lost: ${JSON.stringify(row)}`;
        }
      }
    }
    return null;
  };
  const aftermath = await atStart({ dataFolder: older, announced, random }, 60);
  return aftermathOf(aftermath.dataFolder, { look });
}
