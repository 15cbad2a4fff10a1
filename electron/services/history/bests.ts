import type Database from 'better-sqlite3';
import { catalogueEntry } from '../../../shared/exercises/catalogue.ts';
import { EXERCISE_IDS, type ExerciseId, SIDES } from '../../../shared/exercises/exerciseIds.ts';
import { motionOf } from '../../../shared/exercises/motion.ts';
import type { Best, BestKind } from '../../../shared/history/bests.ts';

/** Reads the personal bests, each from the top of its index. */
export function bestsReader(db: Database.Database): () => Best[] {
  const best = (column: string): Database.Statement =>
    db.prepare(
      `SELECT ${column} AS value, started_at_ms AS atMs, session_id AS sessionId, set_id AS setId FROM set_summaries
       WHERE source = 'camera' AND exercise = ? AND side = ? AND ${column} > 0
       ORDER BY ${column} DESC, started_at_ms, set_id LIMIT 1`,
    );
  const queries: Record<BestKind, Database.Statement> = {
    reps: best('reps'),
    height: best('height_best_cm'),
    hold: best('hold_best_ms'),
    flight: best('flight_best_ms'),
    'five-count': best('five_count_ratio'),
  };
  return () =>
    EXERCISE_IDS.flatMap((exercise) =>
      SIDES.flatMap((side) =>
        kindsOf(exercise).flatMap((kind): Best[] => {
          const found = queries[kind].get(exercise, side) as Omit<Best, 'kind' | 'exercise' | 'side'> | undefined;
          return found ? [{ kind, exercise, side, ...found }] : [];
        }),
      ),
    );
}

/** What there is to be best at. */
function kindsOf(exercise: ExerciseId): BestKind[] {
  const { verification, section } = catalogueEntry(exercise);
  if (verification === 'held') return ['hold'];
  const { riseIsHeight, lowerMs } = motionOf(exercise);
  return [
    'reps',
    ...(section === 'hops' ? (['flight'] as const) : riseIsHeight ? (['height'] as const) : []),
    ...(lowerMs ? (['five-count'] as const) : []),
  ];
}
