import type { ExerciseId } from '../../../shared/exercises/exerciseIds.ts';
import type { RepRecord } from '../../../shared/history/records.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { repFigures } from './repFigures.ts';

interface RepPanelProps {
  readonly exercise: ExerciseId;
  readonly rep: RepRecord;
  onCounts(counts: boolean): void;
}

/** The rep that was chosen: its figures and its faults, and the person's word on whether it was one. */
export function RepPanel({ exercise, rep, onCounts }: RepPanelProps) {
  const { n, side, measures, counts } = rep;
  const faults = measures?.faults.map((fault) => text.fault[fault]) ?? [];
  const figures = [
    { title: text.reps.columns.side, value: text.sessions.sideOfRep(measures?.side ?? side) },
    ...repFigures(exercise, rep),
    { title: text.sessions.faults, value: faults.length > 0 ? faults.join(', ') : text.sessions.noFaults },
  ];
  return (
    <div className="rep-panel" aria-live="polite">
      <h3>
        {text.sessions.rep(n)}
        {!counts && <span className="tag tag-amended">{text.sessions.notARepMark}</span>}
        {!measures && <span className="tag">{text.reps.lost}</span>}
      </h3>
      <dl className="figures">
        {figures.map(({ title, value }) => (
          <div key={title}>
            <dt className="soft small">{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={() => onCounts(!counts)}>{counts ? text.sessions.notARep : text.sessions.isARep}</Button>
    </div>
  );
}
