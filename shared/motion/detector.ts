import type { BodySample } from './bodySignal.ts';
import type { MotionEvent } from './events.ts';
import type { StanceRules } from './stance.ts';

/** What a screen shows of a movement between its events. */
export interface PhaseView {
  readonly phase: 'rest' | 'raise' | 'hold' | 'lower';
  /** 0 on the floor, 1 at the top. */
  readonly elevation: number;
}

/** What outlives a loss of the person: the count, and what is usual in this set. */
export interface Tally {
  readonly count: number;
  /** Ranges of motion of the reps so far, in body lengths; the last few. */
  readonly rises: readonly number[];
}

/**
 * Counts one family of movements: (state, sample) → [state, events]. It runs only while the person is in position
 * (`stance`); `length` is the body's yardstick of that position.
 */
export interface Detector<S extends Tally> {
  readonly stance: StanceRules;
  /** @param personHeightCm undefined while it is not known */
  begin(still: readonly BodySample[], length: number, tally: Tally, personHeightCm: number | undefined): S;
  step(state: S, sample: BodySample, length: number): [S, MotionEvent[]];
  /** The person was lost, or the frames end: closes a rep under way with what is known of it. */
  abandon(state: S, tMs: number): MotionEvent[];
  view(state: S): PhaseView;
}

/** A detector of whatever family: the counter hands its state back without looking inside. */
export type AnyDetector = Detector<Tally>;

export function anyDetector<S extends Tally>(detector: Detector<S>): AnyDetector {
  return detector as unknown as AnyDetector;
}
