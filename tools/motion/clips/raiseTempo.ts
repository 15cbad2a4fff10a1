import type { RaiseTempo } from '../../../renderer/athlete/calfRaises.ts';
import { between } from '../../clips/random.ts';
import type { Scene } from '../benchClip.ts';

/** A raise for a body of any size: times in ms, the rise as a share of the person's height. */
export interface Pace {
  readonly raiseMs: number;
  readonly holdMs: number;
  readonly lowerMs: number;
  readonly restMs: number;
  readonly riseRatio: number;
}

export const EVEN: Pace = { raiseMs: 850, holdMs: 350, lowerMs: 1400, restMs: 400, riseRatio: 0.041 };
/** A foot that stands on the very tip of its toes has raised the ankle by 0.05 of the height. */
const MOST_RISE_RATIO = 0.048;

/**
 * One raise at this pace, each part a little different from the last: `unevenness` is the largest share of a part's time,
 * the rise differs half as much.
 */
export function oneRaise({ random, heightM }: Scene, pace: Pace, unevenness = 0.12): RaiseTempo {
  const varied = (value: number, share: number): number => value * between(random, 1 - share, 1 + share);
  return {
    raiseMs: varied(pace.raiseMs, unevenness),
    holdMs: varied(pace.holdMs, unevenness),
    lowerMs: varied(pace.lowerMs, unevenness),
    restMs: varied(pace.restMs, unevenness),
    heightM: heightM * Math.min(MOST_RISE_RATIO, varied(pace.riseRatio, unevenness / 2)),
    rampMs: between(random, 200, 350),
  };
}

export function times(count: number, act: (i: number) => void): void {
  for (let i = 0; i < count; i++) act(i);
}
