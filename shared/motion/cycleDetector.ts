import type { BodySample } from './bodySignal.ts';
import { abandonCycle, elevation, initialCycle, stepCycle } from './cycle.ts';
import type { CycleKind, CycleState } from './cycleRep.ts';
import type { Detector } from './detector.ts';
import type { Levels, Moment } from './levels.ts';
import type { StanceRules } from './stance.ts';

/** A detector for one kind of movement that goes up and down. */
export function cycleDetector<L extends Levels>(kind: CycleKind<L>, stance: StanceRules): Detector<CycleState<L>> {
  const momentOf = ({ tMs, body }: BodySample, length: number): Moment<L> | null =>
    body && { tMs, ...kind.levels(body, length) };
  return {
    stance,
    begin: (still, length, tally) =>
      initialCycle(
        still.flatMap((sample) => momentOf(sample, length) ?? []),
        tally,
      ),
    step: (state, sample, length) => {
      const moment = momentOf(sample, length);
      return moment ? stepCycle(state, kind.steadied?.(state.recent, moment) ?? moment, kind) : [state, []];
    },
    abandon: (state, tMs) => abandonCycle(state, tMs, kind),
    view: (state) => ({
      phase: state.phase === 'settle' ? 'rest' : state.phase,
      elevation: elevation(state, kind),
    }),
  };
}
