import type { CSSProperties } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { catalogueEntry } from '../../../shared/exercises/catalogue.ts';
import type { ExerciseId } from '../../../shared/exercises/exerciseIds.ts';
import type { RepRecord } from '../../../shared/history/records.ts';
import { text } from '../../messages/en.ts';
import { repFigures } from './repFigures.ts';
import { type TimelinePhase, type TimelineRep, timelineOf } from './timeline.ts';

interface SetTimelineProps {
  readonly exercise: ExerciseId;
  /** Which set of the session it is, from 1. */
  readonly n: number;
  readonly reps: readonly RepRecord[];
  readonly chosenId: string | null;
  onChoose(repId: string): void;
}

/** Narrower, a rep could not be pressed (WCAG 2.5.8 asks for 24 px). */
const REP_PX = 26;

/** The reps of a set as they came, each with its phases; one of them can be chosen. */
export function SetTimeline({ exercise, n, reps, chosenId, onChoose }: SetTimelineProps) {
  const { reps: drawn, ticks, shortest } = timelineOf(reps, catalogueEntry(exercise).verification === 'held');
  return (
    <div className="timeline-scroll">
      <RadioGroup
        className="timeline"
        style={{ minWidth: `${Math.ceil(REP_PX * shortest)}px` }}
        orientation="horizontal"
        aria-label={text.sessions.timeline(n)}
        value={chosenId}
        onChange={onChoose}
      >
        {ticks.map(({ at, seconds }) => (
          <span key={seconds} className="timeline-tick" style={{ left: percent(at) }} aria-hidden="true">
            {text.sessions.seconds(seconds)}
          </span>
        ))}
        {drawn.map((one) => (
          <Radio
            key={one.rep.id}
            value={one.rep.id}
            className={classOf(one)}
            style={{ left: percent(one.from), width: percent(one.width) }}
            aria-label={repInWords(exercise, one.rep)}
          >
            <Shape phases={one.phases} />
            {one.rep.measures?.faults.length ? <span className="timeline-fault">!</span> : null}
            <span className="timeline-n">{one.rep.n}</span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}

function percent(share: number): CSSProperties['left'] {
  return `${(100 * share).toFixed(3)}%`;
}

function classOf({ rep, phases }: TimelineRep): string {
  return ['timeline-rep', phases.length === 0 && 'timeline-rep-unknown', !rep.counts && 'timeline-rep-none']
    .filter(Boolean)
    .join(' ');
}

function repInWords(exercise: ExerciseId, rep: RepRecord): string {
  const faults = rep.measures?.faults.map((fault) => text.fault[fault]) ?? [];
  const figures = repFigures(exercise, rep).map(({ title, value }) => `${title.toLowerCase()} ${value}`);
  return text.sessions.repWords(rep.n, [...figures, ...faults, ...(rep.counts ? [] : [text.sessions.notARepMark])]);
}

/** From the floor up, along the top, down again: each phase has its own shape and colour. */
const OUTLINE: Record<TimelinePhase['name'], (from: number, to: number) => string> = {
  raise: (from, to) => `M${from} 40L${to} 4V40Z`,
  hold: (from, to) => `M${from} 40V4H${to}V40Z`,
  lower: (from, to) => `M${from} 40V4L${to} 40Z`,
  flight: (from, to) => `M${from} 40Q${(from + to) / 2} -32 ${to} 40Z`,
};

function Shape({ phases }: Pick<TimelineRep, 'phases'>) {
  return (
    <svg className="timeline-shape" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
      {phases.map(({ name, from, to }) => (
        <path key={name} className={`timeline-${name}`} d={OUTLINE[name](100 * from, 100 * to)} />
      ))}
      {phases.length === 0 && <path className="timeline-unknown" d="M0 40V20H100V40" />}
    </svg>
  );
}
