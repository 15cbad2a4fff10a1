import type { SessionRecord } from '../../shared/history/records.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { text } from '../messages/en.ts';

/** What the person put on record outside of any set. */
export interface OwnRecord {
  readonly key: string;
  readonly atMs: number;
  readonly words: string;
}

export type HistoryEntry = { readonly session: SessionRecord } | { readonly own: OwnRecord };

/** The rungs that the person opened, and what they measured at their ankles: of it the camera knows nothing. */
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
  ];
}

/** The sessions with the person's own records between them, the latest first; of these no older ones than asked for. */
export function entriesOf(
  sessions: readonly SessionRecord[],
  records: readonly OwnRecord[],
  sinceMs: number,
): HistoryEntry[] {
  const timeOf = (entry: HistoryEntry): number => ('session' in entry ? entry.session.startedAtMs : entry.own.atMs);
  return [
    ...records.filter(({ atMs }) => atMs >= sinceMs).map((own) => ({ own })),
    ...sessions.map((session) => ({ session })),
  ].sort((a, b) => timeOf(b) - timeOf(a));
}
