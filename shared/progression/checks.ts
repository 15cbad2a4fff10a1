import type { Settings } from '../settings/settings.ts';
import { type HeelRiseMedian, heelRiseMedian } from './heelRiseNorms.ts';
import type { CheckEvidence, CheckKind } from './progress.ts';
import { isNoise } from './rungs.ts';

export type CheckSide = CheckEvidence['side'];

/** The ankle test is passed with the toes a fist's width from the wall (Runner's World), about so many cm. */
export const KNEE_TO_WALL_PASS_CM = 10;
/** Two tests of the same ankle differ by less than this for no reason (clinical). */
export const KNEE_TO_WALL_NOISE_CM = 2;

/**
 * By how much two tests of the same leg differ for no reason: cm for knee to wall (a change under 2 cm is noise), reps for
 * heel rises (Hébert-Losier 2017). For the seconds of a balance nobody has said.
 */
const IS_NOISE: Record<CheckKind, Noise> = {
  'knee-to-wall': (cm) => Math.abs(cm) < KNEE_TO_WALL_NOISE_CM,
  'heel-rise': isNoise,
  balance: null,
};

type Noise = ((difference: number) => boolean) | null;

/** What the checks say of someone, as far as it is known. Null: never done. */
export interface CheckSummary {
  readonly kneeToWall: CheckView | null;
  readonly heelRise: HeelRiseView | null;
  readonly balance: CheckView | null;
}

export interface CheckView {
  readonly left: SideView | null;
  readonly right: SideView | null;
  /** Of the latest figures; null until both sides have one. */
  readonly index: SideIndex | null;
}

export interface SideView {
  /** Of the latest result, as are value and pass. */
  readonly atMs: number;
  /** cm, reps or s; null where only a pass is known. */
  readonly value: number | null;
  readonly passed: boolean | null;
  /** Every figure, oldest first. */
  readonly history: readonly { readonly atMs: number; readonly value: number }[];
  /** Of the latest figure against the first one; null until there are two. */
  readonly trend: Trend | null;
}

export interface Trend {
  readonly change: number;
  /** `noise`: no more than two tests of the same leg differ by. `unknown`: nobody has said how much that is. */
  readonly verdict: 'better' | 'worse' | 'noise' | 'unknown';
}

/** The weaker side ÷ the stronger side × 100. */
export interface SideIndex {
  readonly percent: number;
  /** Null when they are equal. */
  readonly weaker: CheckSide | null;
  /** The difference is no more than the noise of the test; false where the noise is not known. */
  readonly withinNoise: boolean;
}

export interface HeelRiseView extends CheckView {
  /** Null until sex and age are known. */
  readonly norm: HeelRiseNorm | null;
  /** Null unless the heights of both sides are handed in. */
  readonly heightIndex: SideIndex | null;
  /** Of reps × mean height: reps alone hide a deficit. */
  readonly workIndex: SideIndex | null;
}

export interface HeelRiseNorm extends HeelRiseMedian {
  readonly left: NormVerdict | null;
  readonly right: NormVerdict | null;
}

/** `about`: no further from the median than two tests of the same leg differ by. */
export type NormVerdict = 'above' | 'about' | 'below';

export interface CheckInput {
  /** In years; null: not told. */
  readonly age: number | null;
  readonly sex: Settings['sex'];
  /** Mean height of the heel rises of the latest test, in cm (an estimate), where the camera measured both sides. */
  readonly heelRiseHeightCm?: Record<CheckSide, number>;
}

/** The latest results of each check, their trend, and left against right. The order of the results does not matter. */
export function checkSummary(checks: readonly CheckEvidence[], input: CheckInput): CheckSummary {
  const heelRise = checkView(checks, 'heel-rise');
  return {
    kneeToWall: checkView(checks, 'knee-to-wall'),
    heelRise: heelRise && heelRiseView(heelRise, input),
    balance: checkView(checks, 'balance'),
  };
}

function checkView(checks: readonly CheckEvidence[], kind: CheckKind): CheckView | null {
  const results = checks.filter((check) => check.kind === kind).sort((a, b) => a.atMs - b.atMs);
  if (results.length === 0) return null;
  const left = sideView(results, kind, 'left');
  const right = sideView(results, kind, 'right');
  return { left, right, index: sideIndex(left?.value, right?.value, IS_NOISE[kind]) };
}

function sideView(results: readonly CheckEvidence[], kind: CheckKind, side: CheckSide): SideView | null {
  const own = results.filter((result) => result.side === side);
  const latest = own.at(-1);
  if (!latest) return null;
  const history = own.flatMap(({ atMs, value }) => (value === null ? [] : [{ atMs, value }]));
  const { atMs, value } = latest;
  const passed = latest.passed ?? (kind === 'knee-to-wall' && value !== null ? value >= KNEE_TO_WALL_PASS_CM : null);
  return { atMs, value, passed, history, trend: trendOf(history, IS_NOISE[kind]) };
}

function trendOf(history: SideView['history'], within: Noise): Trend | null {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || history.length < 2) return null;
  const change = last.value - first.value;
  if (!within) return { change, verdict: 'unknown' };
  return { change, verdict: within(change) ? 'noise' : change > 0 ? 'better' : 'worse' };
}

/** Null when a side is unknown, or when neither could do any: there is nothing to compare. */
function sideIndex(left: number | null | undefined, right: number | null | undefined, within: Noise): SideIndex | null {
  if (left == null || right == null || Math.max(left, right) === 0) return null;
  return {
    percent: Math.round((Math.min(left, right) / Math.max(left, right)) * 100),
    weaker: left === right ? null : left < right ? 'left' : 'right',
    withinNoise: within?.(left - right) ?? false,
  };
}

function heelRiseView(view: CheckView, { age, sex, heelRiseHeightCm: height }: CheckInput): HeelRiseView {
  const reps = { left: view.left?.value ?? null, right: view.right?.value ?? null };
  const work = (side: CheckSide): number | null => (height && reps[side] !== null ? reps[side] * height[side] : null);
  return {
    ...view,
    norm: sex === null || age === null ? null : normOf(heelRiseMedian(sex, age), reps),
    heightIndex: sideIndex(height?.left, height?.right, null),
    workIndex: sideIndex(work('left'), work('right'), null),
  };
}

function normOf(median: HeelRiseMedian, reps: Record<CheckSide, number | null>): HeelRiseNorm {
  const verdict = (done: number | null): NormVerdict | null => {
    if (done === null) return null;
    const difference = done - median.medianReps;
    return isNoise(difference) ? 'about' : difference > 0 ? 'above' : 'below';
  };
  return { ...median, left: verdict(reps.left), right: verdict(reps.right) };
}
