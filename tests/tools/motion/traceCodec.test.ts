import { describe, expect, test } from 'vitest';
import type { PoseFrame } from '../../../shared/pose/landmarks.ts';
import { roundFrame } from '../../../shared/trace/trace.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { packTrace, type StoredTrace, unpackTrace } from '../../../tools/motion/traceCodec.ts';
import { drawnFrames, everyFrame } from '../../support/drawnPose.ts';
import { DOUBLES_HEADER } from '../../support/traces.ts';

const tempo = { raiseMs: 700, holdMs: 200, lowerMs: 900, restMs: 300, heightM: 0.07, rampMs: 250 };
const movement = raises('calf-raise-double', 'both', 1, tempo, { standMs: 500 });
const nobody = (tMs: number): PoseFrame => ({ tMs, image: null, world: null });
const drawn = drawnFrames(movement, everyFrame(movement.durationMs)).map(roundFrame);
const stored: StoredTrace = {
  recipe: '0123456789abcdef',
  header: DOUBLES_HEADER,
  truth: movement.reps,
  // Nobody at first, for a while in the middle, and at the end.
  frames: drawn.map((frame, i) => (i < 2 || (i > 20 && i < 25) || i === drawn.length - 1 ? nobody(frame.tMs) : frame)),
};

/** The largest difference of a coordinate over all frames and landmarks. */
function worst(kind: 'image' | 'world', axis: 'x' | 'y' | 'z' | 'visibility', frames: readonly PoseFrame[]): number {
  const values = (frame: PoseFrame | undefined): number[] =>
    (frame?.[kind] ?? []).map((point) => (point as unknown as Record<string, number>)[axis] ?? Number.NaN);
  return Math.max(
    ...stored.frames.flatMap((frame, i) => {
      const back = values(frames[i]);
      return values(frame).map((value, k) => Math.abs(value - (back[k] ?? Number.NaN)));
    }),
  );
}

describe('packed traces', () => {
  const packed = packTrace(stored);
  const back = unpackTrace(packed);

  test('keep recipe, header, truth and the times of frames', () => {
    expect({ ...back, frames: [] }).toEqual({ ...stored, frames: [] });
    expect(back.frames.map(({ tMs }) => tMs)).toEqual(stored.frames.map(({ tMs }) => tMs));
  });

  test('keep every coordinate within its unit', () => {
    for (const axis of ['x', 'y'] as const) expect(worst('image', axis, back.frames)).toBeLessThanOrEqual(0.5 / 16_384);
    expect(worst('image', 'z', back.frames)).toBeLessThanOrEqual(0.5001e-3);
    expect(worst('image', 'visibility', back.frames)).toBeLessThanOrEqual(0.5001e-2);
    for (const axis of ['x', 'y', 'z'] as const)
      expect(worst('world', axis, back.frames)).toBeLessThanOrEqual(0.5001e-3);
  });

  test('keep the frames in which nobody was seen', () => {
    const unseen = (frames: readonly PoseFrame[]): number[] =>
      frames.flatMap(({ image, world }, i) => (image === null && world === null ? [i] : []));
    expect(unseen(back.frames)).toEqual(unseen(stored.frames));
  });

  test('are small, and the same when packed again', () => {
    expect(packed.length / stored.frames.length).toBeLessThan(250);
    expect(packTrace(back).equals(packed)).toBe(true);
  });

  test('without any frame', () => {
    expect(unpackTrace(packTrace({ ...stored, frames: [] })).frames).toEqual([]);
  });

  test.each([
    ['cut off', packed.subarray(0, packed.length >> 1), /damaged or cut off/],
    ['empty', new Uint8Array(), /damaged or cut off/],
    ['of something else', Buffer.from('{"trace":"soleus/1"}\n'), /damaged or cut off|not a packed trace/],
  ])('a file that is %s is refused with a sentence', (_, bytes, sentence) => {
    expect(() => unpackTrace(bytes)).toThrow(sentence);
  });
});
