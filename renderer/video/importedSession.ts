import type { ImportedSession } from '../../shared/history/records.ts';
import { repMeasuresOf } from '../../shared/history/repMeasures.ts';
import type { VideoAnalysis } from './analyseVideo.ts';

/** The history's limits of a set's target, which a video does not have: it is taken as wanted what was done. */
const TARGET = { least: 1, most: 200 } as const;

/**
 * An analysis as a session of one set.
 *
 * @param lastModifiedMs when the file was last written: about when the recording ended, in ms since 1970
 * @param nowMs the present; no session begins after it
 */
export function importedSession(
  { header, counting, readMs }: Pick<VideoAnalysis, 'header' | 'counting' | 'readMs'>,
  lastModifiedMs: number,
  nowMs: number,
  newId: () => string,
): ImportedSession {
  const endedAtMs = Math.round(Math.min(lastModifiedMs, nowMs));
  const startedAtMs = Math.max(1, Math.round(endedAtMs - readMs));
  const atMs = (frameMs: number): number => Math.max(1, Math.round(startedAtMs + frameMs));
  const end = { endedAtMs: Math.max(startedAtMs, endedAtMs), reason: 'finished' as const };
  const sessionId = newId();
  const counted = counting.reps.filter((rep) => rep.counted);
  const reps = counted.map((rep) => {
    const { repId: id, ...measures } = repMeasuresOf(newId(), rep);
    return { id, n: rep.n, atMs: atMs(rep.topMs), side: rep.side, topMs: rep.topMs, measures };
  });
  const attempts = counting.attempts.map(({ atMs: topMs, reason }) => ({
    ...{ id: newId(), atMs: atMs(topMs), topMs, reason, heldMs: null },
  }));
  const set = {
    ...{ id: newId(), sessionId, startedAtMs, exercise: header.exercise, side: header.side },
    targetMs: null,
    task: null,
    targetReps: Math.min(TARGET.most, Math.max(TARGET.least, reps.length)),
    personHeightCm: header.personHeightCm ?? null,
    ...{ end, reps, attempts },
  };
  return { id: sessionId, startedAtMs, source: 'imported', end, sets: [set] };
}
