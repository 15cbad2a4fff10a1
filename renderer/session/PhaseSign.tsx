import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { CounterView } from '../../shared/motion/counter.ts';
import { text } from '../messages/en.ts';

const SHAPE: Record<CounterView['phase'], string> = {
  raise: 'M12 3 22 20H2Z',
  hold: 'M4 4h16v16H4Z',
  lower: 'M12 21 2 4h20Z',
  rest: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
};

interface PhaseSignProps {
  readonly exercise: ExerciseId;
  readonly phase: CounterView['phase'];
}

/** The phase as word, colour and shape, so that no eye depends on one of them. */
export function PhaseSign({ exercise, phase }: PhaseSignProps) {
  return (
    <p className="phase-word">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="phase-shape">
        <path d={SHAPE[phase]} fill="currentColor" />
      </svg>
      {text.session.phase(exercise, phase)}
    </p>
  );
}
