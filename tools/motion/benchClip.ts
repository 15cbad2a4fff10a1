import { type Movement, movementOf, newScore, type Score, wait } from '../../renderer/athlete/movements.ts';
import { EXERCISE_IDS, type ExerciseId, type Side } from '../../shared/exercises/exerciseIds.ts';
import type { Clip } from '../clips/clips.ts';
import { between, type Random, randomFrom } from '../clips/random.ts';
import { type SettingChanges, settingOf } from './setting.ts';

/** Thresholds may only be fitted on the tuning clips; the bars are for the test clips. */
export const SPLITS = ['tuning', 'test'] as const;
export type Split = (typeof SPLITS)[number];

export interface BenchClip {
  readonly clip: Clip;
  readonly split: Split;
  /** Nothing in it may count. */
  readonly idle: boolean;
  /** The exercises it is counted as: its own, or for an idle clip all that it must not be taken for. */
  readonly against: readonly ExerciseId[];
}

/** What is done in a clip. The athlete has stood still for a moment when `act` begins, and does so after it. */
export interface Recipe {
  /** A word or two, for the clip's name. */
  readonly what: string;
  readonly side?: Side;
  act(score: Score, scene: Scene): void;
  readonly setting?: SettingChanges;
  /** `act` begins at once, for someone who is not there yet. */
  readonly beginsAtOnce?: boolean;
  /** What an idle clip may be taken for after all. */
  readonly except?: readonly ExerciseId[];
}

/** What a recipe may scale its movement by. */
export interface Scene {
  readonly random: Random;
  readonly heightM: number;
  readonly distanceM: number;
  readonly facingDeg: number;
}

const STAND_MS = [1500, 2000] as const;
const STAND_AFTER_MS = 1000;

/** The clips of an exercise, numbered in the order of the list: append, or the ones behind need rendering again. */
export function exerciseClips(exercise: ExerciseId, family: string, recipes: readonly Recipe[]): BenchClip[] {
  return recipes.map((recipe, i) => ({
    clip: clipOf(exercise, family, i + 1, recipe),
    split: splitOf(i + 1),
    idle: false,
    against: [exercise],
  }));
}

export function idleClips(family: string, recipes: readonly Recipe[]): BenchClip[] {
  return recipes.map((recipe, i) => ({
    clip: clipOf('calf-raise-double', family, i + 1, recipe),
    split: splitOf(i + 1),
    idle: true,
    against: EXERCISE_IDS.filter((exercise) => !recipe.except?.includes(exercise)),
  }));
}

/** Odd numbers are for tuning, even ones for the test. */
function splitOf(n: number): Split {
  return n % 2 === 1 ? 'tuning' : 'test';
}

function clipOf(exercise: ExerciseId, family: string, n: number, recipe: Recipe): Clip {
  const { stage, camera } = settingOf(family, n, recipe.setting);
  const random = randomFrom(1009 * n + family.length + family.charCodeAt(0));
  const { distanceM, facingDeg } = stage.view;
  const scene = { random, heightM: stage.personHeightCm / 100, distanceM, facingDeg };
  return {
    name: `${family}-${String(n).padStart(2, '0')}-${recipe.what}`,
    exercise,
    side: recipe.side ?? 'both',
    movement: movementFor(recipe, scene),
    stage,
    camera,
  };
}

function movementFor(recipe: Recipe, scene: Scene): Movement {
  const score = newScore();
  if (!recipe.beginsAtOnce) wait(score, between(scene.random, ...STAND_MS));
  recipe.act(score, scene);
  wait(score, STAND_AFTER_MS);
  return movementOf(score);
}
