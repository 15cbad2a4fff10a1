import type { RungView } from '../../shared/progression/ladder.ts';
import './rungSteps.css';

interface RungStepsProps {
  readonly rungs: readonly RungView[];
  /** The sun stands behind the step that was reached. */
  readonly withSun?: boolean;
}

const STEP = { width: 60, first: 26, rise: 17 } as const;
/** The room above a step: for whoever stands there, or for its edge. */
const ABOVE = { person: 88, step: 6 } as const;

/** The ladder as steps that rise, with somebody on tiptoe where the person stands. Says nothing that words do not say. */
export function RungSteps({ rungs, withSun = false }: RungStepsProps) {
  const width = rungs.length * STEP.width;
  const topOf = (place: number): number => -STEP.first - place * STEP.rise;
  const at = rungs.findIndex(({ isCurrent }) => isCurrent);
  const middle = at * STEP.width + STEP.width / 2;
  const top = Math.min(topOf(rungs.length - 1) - ABOVE.step, topOf(at) - ABOVE.person);
  return (
    <svg className="rung-steps" viewBox={`0 ${top} ${width} ${-top}`} aria-hidden="true">
      {withSun && <circle className="rung-sun" cx={middle} cy={topOf(at) - 8} r="78" />}
      {rungs.map(({ rung, state, isCurrent }, place) => (
        <g key={rung} className={isCurrent ? 'rung-step rung-step-current' : `rung-step rung-step-${state}`}>
          <rect x={place * STEP.width + 2} y={topOf(place)} width={STEP.width - 4} height={-topOf(place)} />
          <line x1={place * STEP.width + 3} x2={(place + 1) * STEP.width - 3} y1={topOf(place)} y2={topOf(place)} />
        </g>
      ))}
      <Climber x={middle} y={topOf(at)} isGlad={withSun} />
    </svg>
  );
}

interface ClimberProps {
  readonly x: number;
  readonly y: number;
  readonly isGlad: boolean;
}

/** Somebody who rises onto the toes, arms lifted where there is reason to; drawn from the floor under the toes. */
function Climber({ x, y, isGlad }: ClimberProps) {
  return (
    <g className="rung-climber" transform={`translate(${x} ${y - 3})`}>
      <circle cx="0" cy="-73" r="8" />
      <path d="M0 -62 V-36 M0 -36 L-5 -19 L-5 -7 L0 -1 M0 -36 L5 -19 L5 -7 L10 -1" />
      <path d={isGlad ? 'M-21 -79 L0 -55 L21 -79' : 'M-9 -34 L-8 -46 L0 -57 L8 -46 L9 -34'} />
    </g>
  );
}
