import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../electron/services/history/database.ts';
import { bringUpToDate, createSummaries } from '../../electron/services/history/summaries.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { createRecordWriter } from './recordWriter.ts';
import { type SeededDay, seededLife } from './seededLife.ts';

/**
 * `npm run seed:history -- --reps 1000000 --folder DIR [--seed 1]` makes a data folder with the history of an invented person:
 * ten years for a million reps, ending today. `SOLEUS_DATA=DIR npm start` shows it.
 */
const DAYS_AT_ONCE = 100;

export interface SeedResult {
  readonly tookMs: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** @param endMs the history ends on the day of this moment */
export function seedHistory(dataFolder: string, reps: number, seed: number, endMs: number): SeedResult {
  const startedMs = performance.now();
  const { db } = openDatabase(join(dataFolder, 'history'), 'seeded');
  // A history that is lost with the power is made again.
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  const write = createRecordWriter(db);
  let waiting: SeededDay[] = [];
  for (const day of seededLife({ reps, seed, endMs })) {
    waiting.push(day);
    if (waiting.length < DAYS_AT_ONCE) continue;
    write(waiting);
    waiting = [];
  }
  write(waiting);
  bringUpToDate(db, createSummaries(db));
  const rows = Object.fromEntries(
    [
      'sessions',
      'sets',
      'reps',
      'break_events',
      'check_ins',
      'feels',
      'check_results',
      'corrections',
      'amendments',
    ].map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  );
  const breaks = db.prepare("SELECT count(*) FROM break_events WHERE kind = 'offered' AND n = 1").pluck().get();
  db.close();
  return { tookMs: performance.now() - startedMs, rows: { ...rows, breaks: breaks as number } };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      reps: { type: 'string', default: '1000000' },
      folder: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const reps = Number(values.reps);
  const seed = Number(values.seed);
  if (!values.folder || !Number.isInteger(reps) || reps < 1 || !Number.isInteger(seed)) {
    console.error('npm run seed:history -- --reps 1000000 --folder DIR [--seed 1]');
    process.exitCode = 1;
    return;
  }
  if (existsSync(join(values.folder, 'history', DATABASE_FILE))) {
    console.error(`There is a history in ${values.folder} already; it is left as it is.`);
    process.exitCode = 1;
    return;
  }
  const { tookMs, rows } = seedHistory(values.folder, reps, seed, Date.now());
  for (const [table, count] of Object.entries(rows)) console.log(`${count.toString().padStart(9)} ${table}`);
  console.log(`${(tookMs / 1000).toFixed(1)} s`);
}

if (import.meta.main) main();
