import { useState } from 'react';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { type CatalogueId, isSeen, type LedId } from '../../shared/exercises/exerciseIds.ts';
import { guideOf } from '../../shared/exercises/guides.ts';
import {
  type Block,
  estimatedMs,
  PLAN_LIMITS,
  type SessionPlan,
  type Sides,
  usualBlock,
} from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import { formatAboutDuration } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { NumberStepper } from '../ui/NumberStepper.tsx';

/** Which leg works: one of them, or one after the other in each set. */
export type LegChoice = 'each' | 'left' | 'right';
const LEGS: readonly LegChoice[] = ['each', 'left', 'right'];

interface DoItNowProps {
  readonly exercise: CatalogueId;
  readonly leg: LegChoice;
  onLeg(leg: LegChoice): void;
  onStart(plan: SessionPlan, source: 'camera' | 'athlete'): void;
}

/** One exercise as a session of its own: as much of it as its sources begin with, or as the person likes. */
export function DoItNow({ exercise, leg, onLeg, onStart }: DoItNowProps) {
  const { isOneSided, verification } = catalogueEntry(exercise);
  const [block, setBlock] = useState(() => usualBlock(exercise, 'main'));
  const change = (part: Partial<Block>): void => setBlock((now) => ({ ...now, ...part }));
  const sides: Sides = !isOneSided ? ['both'] : leg === 'each' ? ['left', 'right'] : [leg];
  const plan: SessionPlan = { kind: 'free', blocks: [{ ...block, sides }] };
  return (
    <>
      <div className="do-it-now-numbers">
        <NumberStepper
          label={sides.length === 2 ? text.library.setsEachSide : text.library.sets}
          value={block.sets}
          least={PLAN_LIMITS.sets[0]}
          most={PLAN_LIMITS.sets[1]}
          onChange={(sets) => change({ sets })}
        />
        {'reps' in block.target ? (
          <NumberStepper
            label={text.library.repsLabel(verification)}
            value={block.target.reps}
            least={PLAN_LIMITS.reps[0]}
            most={PLAN_LIMITS.reps[1]}
            onChange={(reps) => change({ target: { reps } })}
          />
        ) : (
          !isSeen(exercise) && (
            <SecondsStepper
              exercise={exercise}
              goMs={block.target.goMs}
              onChange={(goMs) => change({ target: { goMs } })}
            />
          )
        )}
      </div>
      {isOneSided && (
        <Choices
          label={text.library.side}
          inRow
          value={leg}
          choices={LEGS.map((value) => ({
            value,
            label: value === 'each' ? text.library.eachSide : text.side(value),
          }))}
          onChange={onLeg}
        />
      )}
      <p className="small soft">{text.library.inAll(formatAboutDuration(estimatedMs(plan)))}</p>
      <div className="row">
        <Button look="primary" large onPress={() => onStart(plan, 'camera')}>
          {text.library.start}
        </Button>
        {isSeen(exercise) && (
          <Button look="quiet" onPress={() => onStart(plan, 'athlete')}>
            {text.library.demo}
          </Button>
        )}
      </div>
    </>
  );
}

interface SecondsStepperProps {
  readonly exercise: LedId;
  readonly goMs: number;
  onChange(goMs: number): void;
}

/** A go is made of whole cycles of its guide. */
function SecondsStepper({ exercise, goMs, onChange }: SecondsStepperProps) {
  const cycleS = guideOf(exercise).cycle.ms / 1000;
  const mostS = PLAN_LIMITS.goMs[1] / 1000;
  return (
    <NumberStepper
      label={text.library.seconds}
      value={goMs / 1000}
      least={cycleS}
      most={mostS - (mostS % cycleS)}
      step={cycleS}
      onChange={(seconds) => onChange(1000 * seconds)}
    />
  );
}
