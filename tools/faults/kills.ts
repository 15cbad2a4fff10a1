import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { openDatabase } from '../../electron/services/history/database.ts';
import { launchSoleusHost, startSoleusHost } from '../browser/soleusHost.ts';
import { between, type Random, randomFrom } from '../clips/random.ts';
import { openSocketClient } from './socketClient.ts';
import { type Announced, nothingAnnounced, train } from './trainee.ts';

/** What came of it. */
export interface KillReport {
  readonly kills: number;
  /** Kills by what went on at that moment. */
  readonly during: Record<Moment, number>;
  /** Records that had been answered, and so had to be there after every one of the kills. */
  readonly records: number;
  readonly reps: number;
}

/** What goes on when the power is cut. */
type Moment = 'start' | 'training' | 'backup' | 'restore';
const TRAINING = Array<Moment>(4).fill('training');
const MOMENTS: readonly Moment[] = [...TRAINING, 'start', ...TRAINING, 'backup', ...TRAINING, 'restore'];

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** An empty one. It is used over and over, as a person's is. */
  readonly dataFolder: string;
  readonly onKill?: (done: number) => void;
}

/** So many answers at most before the power is cut; and then a while, so that it comes in the middle of what goes on. */
const MOST_ANSWERS = 60;
const WHILE_MS = { training: 6, backup: 80, restore: 150 } as const;
/** A host is up in about this time; killed within it, it is somewhere on the way. */
const START_MS = 500;

/**
 * The real host, cut off by SIGKILL again and again while somebody trains, and while it starts, copies its history or goes
 * back to a copy. After each of them the history opens, is whole, and has everything that was ever answered.
 *
 * @throws Error naming the kill after which something was lost
 */
export async function killAgainAndAgain({ kills, seed, dataFolder, onKill }: KillOptions): Promise<KillReport> {
  const random = randomFrom(seed);
  const announced = nothingAnnounced();
  const during: Record<Moment, number> = { start: 0, training: 0, backup: 0, restore: 0 };
  for (let kill = 1; kill <= kills; kill++) {
    const moment = MOMENTS[kill % MOMENTS.length] ?? 'training';
    during[moment] += 1;
    await (moment === 'start' ? killAtStart(dataFolder, random) : killAtWork(dataFolder, random, announced, moment));
    const lost = lostOf(dataFolder, announced);
    if (lost) throw new Error(`After kill ${kill} of seed ${seed}, during ${moment}: ${lost}`);
    onKill?.(kill);
  }
  const records = Object.values(announced).reduce((sum, ids) => sum + ids.size, 0);
  return { kills, during, records, reps: announced.reps.size };
}

async function killAtStart(dataFolder: string, random: Random): Promise<void> {
  const host = launchSoleusHost(dataFolder);
  const ready = host.ready.catch(() => undefined);
  await pass(between(random, 30, START_MS));
  await host.kill();
  await ready;
}

async function killAtWork(
  dataFolder: string,
  random: Random,
  announced: Announced,
  moment: Exclude<Moment, 'start'>,
): Promise<void> {
  const host = await startSoleusHost(dataFolder);
  const { api, close } = await openSocketClient(host.address);
  let answers = Math.floor(MOST_ANSWERS * random());
  const enough = Promise.withResolvers<void>();
  const training = train(api, random, announced, () => {
    answers -= 1;
    if (answers <= 0) enough.resolve();
    // Back to what was copied just now: whoever trained on would miss it.
    return answers <= 0 && moment === 'restore';
  }).catch(() => enough.resolve());
  await enough.promise;
  if (moment === 'backup') void api['backups.make'](null).catch(() => undefined);
  if (moment === 'restore') {
    await training;
    const [newest] = (await api['backups.make'](null)).backups;
    void api['backups.restore']({ id: newest?.id ?? '' }).catch(() => undefined);
  }
  await pass(between(random, 0, WHILE_MS[moment]));
  await host.kill();
  await training;
  close();
}

/** What is missing of all that was answered, in words; null when nothing is. */
function lostOf(dataFolder: string, announced: Announced): string | null {
  const folder = join(dataFolder, 'history');
  const { db, setAside } = openDatabase(folder, 'after-a-kill');
  try {
    if (setAside) return `the history was found damaged, see ${setAside}`;
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return 'the history is not whole';
    for (const [key, ids] of Object.entries(announced)) {
      const { table, column } = TABLES[key as keyof Announced];
      const has = db.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ?`);
      for (const id of ids) if (!has.get(id)) return `${key} ${id} was answered and is lost`;
    }
    return null;
  } finally {
    db.close();
    // Each going back leaves a whole history behind, which is right and fills the disk here.
    for (const name of readdirSync(folder)) {
      if (name.startsWith('replaced-')) rmSync(join(folder, name), { recursive: true });
    }
  }
}

const TABLES: Record<keyof Announced, { readonly table: string; readonly column: string }> = {
  sessions: { table: 'sessions', column: 'id' },
  sets: { table: 'sets', column: 'id' },
  reps: { table: 'reps', column: 'id' },
  measures: { table: 'rep_measures', column: 'rep_id' },
  corrections: { table: 'corrections', column: 'id' },
  checkIns: { table: 'check_ins', column: 'id' },
};
