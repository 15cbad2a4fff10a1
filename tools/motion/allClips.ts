import type { BenchClip } from './benchClip.ts';
import { BEAT_RAISES } from './clips/beatRaises.ts';
import { BENT_KNEE_RAISES, DECLINE_RAISES } from './clips/boardRaises.ts';
import { DOUBLE_RAISES } from './clips/doubleRaises.ts';
import { ECCENTRIC_RAISES } from './clips/eccentricRaises.ts';
import { FLOOR_AND_WALL } from './clips/floorAndWall.ts';
import { HOLDS } from './clips/holding.ts';
import { HOPPING } from './clips/hopping.ts';
import { IDLES } from './clips/idles.ts';
import { ROLLING_RAISES } from './clips/rollingRaises.ts';
import { SINGLE_RAISES } from './clips/singleRaises.ts';

/** Every clip of the evaluation. */
export const BENCH_CLIPS: readonly BenchClip[] = [
  ...DOUBLE_RAISES,
  ...SINGLE_RAISES,
  ...ECCENTRIC_RAISES,
  ...BENT_KNEE_RAISES,
  ...DECLINE_RAISES,
  ...ROLLING_RAISES,
  ...BEAT_RAISES,
  ...HOPPING,
  ...FLOOR_AND_WALL,
  ...HOLDS,
  ...IDLES,
];
