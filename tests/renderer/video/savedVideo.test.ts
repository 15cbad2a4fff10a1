import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createServices } from '../../../electron/services/services.ts';
import { createTraceRecorder } from '../../../renderer/capture/traceRecorder.ts';
import { importedSession } from '../../../renderer/video/importedSession.ts';
import { saveTrace } from '../../../renderer/video/saveTrace.ts';
import { importedSessionSchema } from '../../../shared/history/records.ts';
import type { PoseFrame } from '../../../shared/pose/landmarks.ts';
import { endCounting, initialCounting, replayTrace, stepCounting } from '../../../shared/trace/replay.ts';
import { parseTrace, roundFrame, type TraceHeader } from '../../../shared/trace/trace.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { drawnFrames, everyFrame } from '../../support/drawnPose.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const HEADER: TraceHeader = {
  ...{ trace: 'soleus/1', exercise: 'calf-raise-double', side: 'both', fps: 30, width: 640, height: 480 },
  personHeightCm: 175,
};
const TEMPO = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const RECORDED_AT_MS = Date.UTC(2026, 2, 5, 9, 30);
const NOW_MS = Date.UTC(2026, 10, 20);

function start() {
  const dataFolder = tempFolder();
  const services = createServices({ dataFolder, host: 'browser', version: '1', now: () => NOW_MS });
  onTestFinished(() => services.close());
  return { api: services.api, dataFolder };
}

/** What an analysis knows when it has looked at these frames. */
function analysisOf(frames: readonly PoseFrame[]) {
  const trace = createTraceRecorder(Number.POSITIVE_INFINITY);
  let counting = initialCounting();
  for (const frame of frames) {
    trace.add(frame);
    counting = stepCounting(HEADER, counting, frame);
  }
  return { header: HEADER, counting: endCounting(HEADER, counting), trace, readMs: counting.lastMs ?? 0 };
}

function threeRaises() {
  const movement = raises('calf-raise-double', 'both', 3, TEMPO, { standMs: 1000 });
  return analysisOf(drawnFrames(movement, everyFrame(movement.durationMs)).map(roundFrame));
}

describe('a counted video', () => {
  test('counting frame by frame is replaying', () => {
    const analysis = threeRaises();
    const replay = replayTrace({ header: HEADER, frames: analysis.trace.frames() });
    expect(replay.count).toBe(3);
    expect(analysis.counting.reps).toMatchObject(replay.reps);
    expect(analysis.counting).toMatchObject({ attempts: replay.attempts, tracking: replay.tracking });
  });

  test('goes into the history as a session that ended when the file was written', async () => {
    const { api } = start();
    const analysis = threeRaises();
    const session = importedSession(analysis, RECORDED_AT_MS, NOW_MS, uuidv7);
    expect(importedSessionSchema.parse(session)).toEqual(session);
    await api['history.addImported'](session);
    const [read] = await api['history.sessions']({ beforeMs: NOW_MS, limit: 5 });
    expect(read).toMatchObject({
      ...{ source: 'imported', startedAtMs: RECORDED_AT_MS - Math.round(analysis.readMs) },
      ...{ end: { endedAtMs: RECORDED_AT_MS, reason: 'finished' } },
    });
    expect(read?.sets[0]).toMatchObject({ targetReps: 3, personHeightCm: 175, corrected: 0 });
    const [rep] = analysis.counting.reps;
    expect(read?.sets[0]?.reps[0]?.measures).toMatchObject({ startMs: rep?.startMs, heightCm: rep?.heightCm });
    expect(await api['history.unfinished'](null)).toBeNull();
  });

  test.each<[string, number]>([
    ['a clock that is ahead', NOW_MS + 86_400_000],
    ['a file without a time', 0],
  ])('%s gives a session that can be kept all the same', (_, lastModifiedMs) => {
    const session = importedSession(threeRaises(), lastModifiedMs, NOW_MS, uuidv7);
    expect(importedSessionSchema.safeParse(session).success).toBe(true);
    expect(session.end.endedAtMs).toBeLessThanOrEqual(NOW_MS);
  });

  test('without a rep it is a set of none', () => {
    const session = importedSession(analysisOf([]), RECORDED_AT_MS, NOW_MS, uuidv7);
    expect(importedSessionSchema.parse(session).sets[0]).toMatchObject({ targetReps: 1, reps: [] });
  });

  test('a long trace is kept in parts and reads as one', async () => {
    const { api, dataFolder } = start();
    const frames = Array.from({ length: 12_001 }, (_, i) => ({ tMs: 33 * i, image: null, world: null }));
    const setId = uuidv7();
    const folder = join(dataFolder, 'traces');
    for (let round = 0; round < 2; round++) {
      const path = await saveTrace(api, setId, analysisOf(frames));
      expect(parseTrace(gunzipSync(readFileSync(path)).toString())).toEqual({ header: HEADER, frames });
      expect(readdirSync(folder)).toHaveLength(1);
    }
  });
});
