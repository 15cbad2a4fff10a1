import type { Progress } from '../../../shared/progression/progress.ts';
import { text } from '../../messages/en.ts';

/** What the person put on record outside of any set. */
export interface OwnRecord {
  readonly key: string;
  readonly atMs: number;
  readonly words: string;
}

/** The rungs that the person opened, and what they measured at their ankles: of it the camera knows nothing. The latest first. */
export function ownRecords({ overrides, checks }: Progress): OwnRecord[] {
  return [
    ...overrides.map(({ id, atMs, exercise, reason }) => ({
      ...{ key: id, atMs },
      words: text.ladder.override(exercise, reason),
    })),
    ...checks
      .filter(({ kind }) => kind === 'knee-to-wall')
      .map(({ kind, side, atMs, value, passed }) => ({
        ...{ key: `${kind} ${side} ${atMs}`, atMs },
        words: text.history.ankle(side, [
          ...(value === null ? [] : [text.checks.value(kind, value)]),
          ...(passed === null ? [] : [passed ? text.checks.passed : text.checks.notPassed]),
        ]),
      })),
  ].sort((a, b) => b.atMs - a.atMs);
}
