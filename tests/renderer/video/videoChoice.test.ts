import { describe, expect, test } from 'vitest';
import { lookedAtSize } from '../../../renderer/video/pictureSize.ts';
import { firstChoice, sidesOf, usualSide } from '../../../renderer/video/videoChoice.ts';
import { MOST_BYTES, problemOfSize } from '../../../renderer/video/videoProblem.ts';
import { EXERCISE_IDS } from '../../../shared/exercises/exerciseIds.ts';

describe('what can be asked of a video', () => {
  test('each has a side, and those on one leg have no “both”', () => {
    for (const id of EXERCISE_IDS) expect(sidesOf(id)).toContain(usualSide(id));
    expect(sidesOf('calf-raise-double')).toEqual(['both']);
    expect(sidesOf('calf-raise-eccentric')).toEqual(['right', 'left']);
    expect(sidesOf('glute-bridge')).toEqual(['both']);
    expect(firstChoice().file).toBeNull();
  });
});

describe('the file before it is read', () => {
  test.each<[number, string | null]>([
    [0, 'empty-file'],
    [1, null],
    [MOST_BYTES, null],
    [MOST_BYTES + 1, 'too-large'],
  ])('of %i bytes: %s', (bytes, problem) => {
    expect(problemOfSize(bytes)).toBe(problem);
  });
});

describe('the size in which pictures are looked at', () => {
  test.each([
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 3840, height: 2160 },
      { width: 1280, height: 720 },
    ],
    [
      { width: 1080, height: 1920 },
      { width: 1080, height: 1920 },
    ],
    [
      { width: 20_000, height: 4 },
      { width: 1280, height: 1 },
    ],
  ])('%o becomes %o', (size, lookedAt) => {
    expect(lookedAtSize(size)).toEqual(lookedAt);
  });
});
