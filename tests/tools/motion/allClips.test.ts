import { expect, test } from 'vitest';
import { familyOf } from '../../../shared/exercises/catalogue.ts';
import { EXERCISE_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { BENCH_CLIPS } from '../../../tools/motion/allClips.ts';
import { SPLITS } from '../../../tools/motion/benchClip.ts';
import { CONDITIONS } from '../../../tools/motion/conditions.ts';

const active = BENCH_CLIPS.filter(({ idle }) => !idle);
const idle = BENCH_CLIPS.filter((bench) => bench.idle);

test('there are as many clips as promised, each with its own name', () => {
  expect(active.length).toBeGreaterThanOrEqual(80);
  expect(idle.length).toBeGreaterThanOrEqual(25);
  expect(new Set(BENCH_CLIPS.map(({ clip }) => clip.name)).size).toBe(BENCH_CLIPS.length);
});

test.each(EXERCISE_IDS)('%s is in both splits, and idle clips are counted as it', (exercise) => {
  for (const split of SPLITS) {
    const of = (list: typeof active): number =>
      list.filter((bench) => bench.split === split && bench.against.includes(exercise)).length;
    expect(of(active)).toBeGreaterThan(0);
    expect(of(idle)).toBeGreaterThan(0);
  }
});

test.each(Object.keys(CONDITIONS))('both splits hold every kind of %s', (kind) => {
  const kinds = (split: string): Set<string | null | undefined> =>
    new Set(active.filter((bench) => bench.split === split).map((bench) => CONDITIONS[kind]?.(bench)));
  const [tuning, testing] = [kinds('tuning'), kinds('test')];
  // From behind is beyond the promise: one clip, for tuning.
  tuning.delete('behind');
  expect([...testing].sort()).toEqual([...tuning].sort());
});

test('only exercise clips have true reps, at least two each, or one hold', () => {
  for (const { clip } of active) {
    const least = familyOf(clip.exercise) === 'holds' ? 1 : 2;
    expect(clip.movement.reps.length, clip.name).toBeGreaterThanOrEqual(least);
  }
  for (const { clip } of idle) expect(clip.movement.reps, clip.name).toEqual([]);
});
