import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { importedSession } from '../../../renderer/video/importedSession.ts';
import { EXERCISE_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { importedSessionSchema } from '../../../shared/history/records.ts';
import type { PoseFrame } from '../../../shared/pose/landmarks.ts';
import { endCounting, initialCounting, replayTrace, stepCounting } from '../../../shared/trace/replay.ts';
import { formatTrace, parseTrace } from '../../../shared/trace/trace.ts';
import { traceTexts } from '../../../tools/fuzz/requests.ts';
import { fuzzTraces, readOrRefuse } from '../../../tools/fuzz/traceFiles.ts';
import { THREE_RAISES_TRACE } from '../../support/traces.ts';

/** A short share of `npm run test:fuzz`. */
const FILES = 400;

test('any file is read or refused with a line; what was read counts, is written and reads the same', () => {
  const { done, refused } = fuzzTraces(7, FILES);
  expect(done).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

test('whatever is counted in a video fits into the history, whenever the file claims to be from', () => {
  const times = fc.oneof(fc.integer({ min: -(2 ** 40), max: 2 ** 48 }), fc.constantFrom(0, 1, -1, 8.64e15));
  fc.assert(
    fc.property(traceTexts(), times, (text, modifiedMs) => {
      const trace = readOrRefuse(text);
      if (!trace || trace.frames.length === 0) return;
      const { header, frames } = trace;
      const counting = endCounting(
        header,
        frames.reduce((so, frame) => stepCounting(header, so, frame), initialCounting()),
      );
      const session = importedSession(
        { header, counting, readMs: counting.lastMs ?? 0 },
        modifiedMs,
        Date.UTC(2026, 10, 20),
        () => '01890a5d-ac96-774b-bcce-b302099a8057',
      );
      expect(importedSessionSchema.safeParse(session).error).toBeUndefined();
    }),
    { numRuns: FILES, seed: 7 },
  );
});

test('a movement whose times jump and whose points fly about is counted to its end, in numbers', () => {
  const { header, frames } = THREE_RAISES_TRACE;
  const place = fc.nat(frames.length - 1);
  const whirl = fc.record({
    exercise: fc.constantFrom(...EXERCISE_IDS),
    scale: fc.constantFrom(1, 1, 1, -1, 0, 0.001, 1000, 1e9),
    jumps: fc.array(fc.tuple(place, fc.constantFrom(1e3, 1e6, 1e12, -1e3, -1e9)), { maxLength: 3 }),
    flights: fc.array(fc.tuple(place, fc.nat(32), fc.constantFrom(-1000, 1000, 0, 1e-9, 5)), { maxLength: 20 }),
  });
  fc.assert(
    fc.property(whirl, ({ exercise, scale, jumps, flights }) => {
      const whirled = frames.map((frame, i): PoseFrame => {
        const jumped = jumps.reduce((sum, [at, ms]) => (at <= i ? sum + ms : sum), 0);
        const flying = new Map(flights.flatMap(([at, point, to]) => (at === i ? [[point, to]] : [])));
        const moved = <P extends { x: number; y: number }>(point: P, k: number): P => {
          const to = flying.get(k);
          return to === undefined ? point : { ...point, x: to, y: -to };
        };
        return {
          tMs: Math.max(-1e13, Math.min(1e13, frame.tMs * scale + jumped)),
          image: frame.image?.map(moved) ?? null,
          world: frame.world?.map(moved) ?? null,
        };
      });
      const trace = parseTrace(formatTrace({ header: { ...header, exercise }, frames: whirled }));
      expect(JSON.stringify(replayTrace(trace))).not.toContain('null');
    }),
    { numRuns: 40, seed: 7 },
  );
}, 30_000);
