import type Database from 'better-sqlite3';
import type { CatalogueId, Side } from '../../../shared/exercises/exerciseIds.ts';
import { LOWER_BIN_MS, LOWER_BINS } from '../../../shared/history/repProfile.ts';
import type { RepShape } from '../../../shared/history/setFigures.ts';

/** The reps of one set as they are added up. */
export interface ShapedSet {
  readonly setId: string;
  readonly exercise: CatalogueId;
  readonly side: Side;
  readonly startedAtMs: number;
  readonly shapes: readonly RepShape[];
}

/**
 * Sums over the reps of whole months (UTC), by their number in the set. They change by what a set changes; all of them are
 * whole numbers, so that taking away is exact.
 */
export interface ShapeStore {
  /** Takes the place of what was known of this set. */
  put(set: ShapedSet): void;
  remove(setId: string): void;
  clear(): void;
}

export function createShapeStore(db: Database.Database): ShapeStore {
  const known = db.prepare(
    'SELECT set_id AS setId, exercise, side, started_at_ms AS startedAtMs, shapes FROM set_shapes WHERE set_id = ?',
  );
  const insert = db.prepare('INSERT INTO set_shapes VALUES (@setId, @exercise, @side, @startedAtMs, @shapes)');
  const drop = db.prepare('DELETE FROM set_shapes WHERE set_id = ?');
  const addReps = db.prepare(
    `INSERT INTO rep_months VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ranged = ranged + excluded.ranged,
       range_sum = range_sum + excluded.range_sum, timed = timed + excluded.timed,
       lower_sum_ms = lower_sum_ms + excluded.lower_sum_ms`,
  );
  const dropReps = db.prepare(
    'DELETE FROM rep_months WHERE exercise = ? AND side = ? AND month = ? AND ranged = 0 AND timed = 0',
  );
  const addLowers = db.prepare(
    'INSERT INTO lower_months VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET lowers = lowers + excluded.lowers',
  );
  const dropLowers = db.prepare(
    'DELETE FROM lower_months WHERE exercise = ? AND side = ? AND month = ? AND lowers = 0',
  );

  /** @param sign 1 adds the set, −1 takes it away */
  const addUp = ({ exercise, side, startedAtMs, shapes }: ShapedSet, sign: 1 | -1): void => {
    const key = [exercise, side, monthOf(startedAtMs)] as const;
    const bins = new Map<number, number>();
    shapes.forEach(([range, lowerMs], i) => {
      if (range === null && lowerMs === null) return;
      const ranged = range === null ? 0 : sign;
      const timed = lowerMs === null ? 0 : sign;
      addReps.run(...key, i + 1, ranged, sign * (range ?? 0), timed, sign * (lowerMs ?? 0));
      if (lowerMs !== null) bins.set(binOf(lowerMs), (bins.get(binOf(lowerMs)) ?? 0) + sign);
    });
    for (const [bin, lowers] of bins) addLowers.run(...key, bin, lowers);
    if (sign === -1) {
      dropReps.run(...key);
      dropLowers.run(...key);
    }
  };
  const remove = (setId: string): void => {
    const before = known.get(setId) as (Omit<ShapedSet, 'shapes'> & { shapes: string }) | undefined;
    if (!before) return;
    addUp({ ...before, shapes: JSON.parse(before.shapes) as RepShape[] }, -1);
    drop.run(setId);
  };
  return {
    put: (set) => {
      remove(set.setId);
      if (set.shapes.length === 0) return;
      insert.run({ ...set, shapes: JSON.stringify(set.shapes) });
      addUp(set, 1);
    },
    remove,
    clear: () => db.exec('DELETE FROM set_shapes; DELETE FROM rep_months; DELETE FROM lower_months'),
  };
}

/** Months since January 1970, UTC. */
export function monthOf(ms: number): number {
  const date = new Date(ms);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The first moment of a month. */
export function monthStartMs(month: number): number {
  return Date.UTC(1970, month, 1);
}

function binOf(lowerMs: number): number {
  return Math.max(0, Math.min(LOWER_BINS - 1, Math.floor(lowerMs / LOWER_BIN_MS)));
}
