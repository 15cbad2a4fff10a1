import { describe, expect, test } from 'vitest';
import { createTraceRecorder } from '../../../renderer/capture/traceRecorder.ts';
import { roundFrame } from '../../../shared/trace/trace.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { drawnFrames, everyFrame } from '../../support/drawnPose.ts';

const tempo = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const movement = raises('calf-raise-double', 'both', 1, tempo, { standMs: 1000 });
const frames = drawnFrames(movement, everyFrame(movement.durationMs)).map(roundFrame);

describe('the trace recorder', () => {
  test('gives back the very frames that were counted, to the last digit', () => {
    const recorder = createTraceRecorder();
    const gone = { tMs: 99_000, image: null, world: null };
    for (const frame of [...frames, gone]) recorder.add(frame);
    expect(recorder.frames()).toEqual([...frames, gone]);
  });

  test('keeps the latest frames, and forgets the oldest', () => {
    const recorder = createTraceRecorder(50);
    for (const frame of frames) recorder.add(frame);
    expect(recorder.frames()).toEqual(frames.slice(-50));
  });

  test('begins anew with each count', () => {
    const recorder = createTraceRecorder();
    for (const frame of frames) recorder.add(frame);
    recorder.start();
    expect(recorder.frames()).toEqual([]);
  });
});
