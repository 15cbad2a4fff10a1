import { doubleRaise, eccentricRaise, type RaiseTempo, singleRaise } from '../../renderer/athlete/calfRaises.ts';
import { type Movement, movementOf, newScore, wait } from '../../renderer/athlete/movements.ts';
import { DEFAULT_STAGE, type StageOptions } from '../../renderer/athlete/stage.ts';
import { standOn } from '../../renderer/athlete/stances.ts';
import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import { between, type Random } from './random.ts';

/** A clip of the athlete with its truth: what is done, how it looks, and how the camera delivers it. */
export interface Clip {
  readonly name: string;
  readonly exercise: ExerciseId;
  /** What was asked of the person. */
  readonly side: Side;
  readonly movement: Movement;
  readonly stage: StageOptions;
  readonly camera: ClipCamera;
  /** When the athlete only stands or lies, in ms: few pictures are drawn, and shown again and again. */
  readonly stills?: readonly (readonly [number, number])[];
}

export interface ClipCamera {
  readonly fps: number;
  /** Each frame comes up to this much early or late. */
  readonly jitterMs: number;
  /** The share of frames that never come. */
  readonly dropped: number;
  /** Sensor noise, a standard deviation in levels of 255. */
  readonly noise: number;
  readonly seed: number;
}

export const STEADY_CAMERA: ClipCamera = { fps: 30, jitterMs: 0, dropped: 0, noise: 0, seed: 1 };

/** The capture times of a clip's frames, in ms from its start. */
export function frameTimes(durationMs: number, camera: ClipCamera, random: Random): number[] {
  const step = 1000 / camera.fps;
  const times: number[] = [];
  for (let i = 0; i * step <= durationMs; i++) {
    const jitter = between(random, -camera.jitterMs, camera.jitterMs);
    if (random() >= camera.dropped) times.push(Math.max(0, i * step + jitter));
  }
  return times;
}

const STILL_PICTURE_MS = 300;

/** The moments of the movement that a clip's frames show: capture times, but for the stillness in it. */
export function shownTimes({ stills = [] }: Clip, timesMs: readonly number[]): number[] {
  return timesMs.map((tMs) => {
    const still = stills.find(([fromMs, toMs]) => tMs >= fromMs && tMs < toMs);
    return still ? still[0] + STILL_PICTURE_MS * Math.floor((tMs - still[0]) / STILL_PICTURE_MS) : tMs;
  });
}

/** `count` raises after standing for a while, each a little different when `random` is given. */
export function raises(
  exercise: 'calf-raise-double' | 'calf-raise-single' | 'calf-raise-eccentric',
  side: Side,
  count: number,
  tempo: RaiseTempo,
  options: { readonly standMs: number; readonly random?: Random },
): Movement {
  const score = newScore();
  const vary = options.random;
  const varied = (value: number, share: number): number => (vary ? value * between(vary, 1 - share, 1 + share) : value);
  wait(score, options.standMs / 2);
  if (exercise === 'calf-raise-single') standOn(score, side);
  wait(score, options.standMs / 2);
  for (let i = 0; i < count; i++) {
    const once: RaiseTempo = {
      raiseMs: varied(tempo.raiseMs, 0.15),
      holdMs: varied(tempo.holdMs, 0.2),
      lowerMs: varied(tempo.lowerMs, 0.12),
      restMs: varied(tempo.restMs, 0.2),
      heightM: varied(tempo.heightM, 0.15),
      rampMs: vary ? between(vary, 200, 350) : tempo.rampMs,
    };
    if (exercise === 'calf-raise-double') doubleRaise(score, once);
    else if (side === 'both') throw new Error(`${exercise} is done on one side.`);
    else if (exercise === 'calf-raise-single') singleRaise(score, once, side);
    else eccentricRaise(score, once, side);
  }
  wait(score, 1500);
  return movementOf(score);
}

export function stageWith(changes: Partial<StageOptions>): StageOptions {
  return { ...DEFAULT_STAGE, ...changes };
}
