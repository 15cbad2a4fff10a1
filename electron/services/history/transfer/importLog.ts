import { createHash } from 'node:crypto';
import { type Place, RefusedError } from '../../../../shared/history/importing.ts';
import { type AnyRecord, type KeptKind, keptRecord as record } from '../../../../shared/history/keptRecords.ts';
import { LOG_LIMITS, type LogSession, type LogSet, recordsOf } from '../../../../shared/history/logSessions.ts';
import type { Incoming } from './incoming.ts';
import { mergeStaged } from './mergeStaged.ts';
import { createStaging } from './staging.ts';

/**
 * An old log that is being taken in: sessions of source `imported`, with the counts as corrections, for nobody but the person
 * counted them. Every id follows from what was done when, so the same log twice is the same as once, and one that has gone on
 * since only adds what is new.
 */
export function createLogImport(stagingFile: string): Incoming<readonly LogSession[]> {
  const staging = createStaging(stagingFile);
  const counted = new Map<KeptKind, number>();
  const add = ({ kind, record }: AnyRecord): void => {
    const n = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, n);
    const place: Place = { part: kind, n, id: null, line: null };
    staging.add(kind, record, place);
  };
  let records = 0;
  return {
    write: (sessions) => {
      records += recordsOf(sessions);
      if (records > LOG_LIMITS.records) throw new RefusedError('too-large', {}, `It comes to ${records} records.`);
      staging.together(() => {
        for (const session of sessions) recordsOfSession(session).forEach(add);
      });
    },
    finish: async (db, ready, report) => ({
      tallies: await mergeStaged(db, staging, ready, report),
      settings: null,
    }),
    discard: staging.discard,
  };
}

function recordsOfSession({ startedAtMs, sets }: LogSession): AnyRecord[] {
  const sessionId = idOf(startedAtMs, 'session');
  const seen = new Map<string, number>();
  const endedAtMs = Math.max(...sets.map(endOf));
  return [
    record('sessions', { id: sessionId, startedAtMs, source: 'imported' }),
    record('sessionEnds', { sessionId, endedAtMs, reason: 'finished' }),
    ...sets.flatMap((set) => {
      const what = [sessionId, set.startedAtMs, set.exercise, set.side, set.reps, set.seconds].join(' ');
      const nth = (seen.get(what) ?? 0) + 1;
      seen.set(what, nth);
      return setRecords(sessionId, idOf(set.startedAtMs, 'set', what, nth), set);
    }),
  ];
}

function setRecords(sessionId: string, setId: string, set: LogSet): AnyRecord[] {
  const { startedAtMs: atMs, exercise, side, reps, seconds, pain, note } = set;
  const targetReps = Math.min(200, reps ?? 1);
  const targetMs = seconds === null ? null : Math.max(1, Math.round(seconds * 1000));
  const own = { exercise, side, targetReps, targetMs, task: null, personHeightCm: null };
  return [
    record('sets', { id: setId, sessionId, startedAtMs: atMs, ...own }),
    record('setEnds', { setId, endedAtMs: endOf(set), reason: 'finished' }),
    ...Array.from({ length: reps ?? 0 }, (_, i) =>
      record('corrections', { id: idOf(atMs, 'correction', setId, i), setId, atMs, change: 1 }),
    ),
    ...(pain === null
      ? []
      : [record('checkIns', { id: idOf(atMs, 'pain', setId, pain), setId, atMs, cramp: null, fatigue: null, pain })]),
    ...(note === ''
      ? []
      : [
          record('amendments', {
            ...{ id: idOf(atMs, 'note', setId, note), atMs, target: 'set', targetId: setId },
            ...{ field: 'note', value: note },
          }),
        ]),
  ];
}

function endOf({ startedAtMs, seconds }: LogSet): number {
  return startedAtMs + Math.round((seconds ?? 0) * 1000);
}

/** An id of the usual shape (UUIDv7): its moment, and for the rest what it stands for instead of chance. */
function idOf(ms: number, ...what: readonly (string | number)[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(['soleus-log/1', ms, ...what]))
    .digest();
  const hex = ms.toString(16).padStart(12, '0') + hash.toString('hex', 0, 10);
  const variant = '89ab'[(hash[10] ?? 0) & 3];
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 15), hex.slice(15, 18), hex.slice(18, 30)];
  return `${a}-${b}-7${c}-${variant}${d}-${e}`;
}
