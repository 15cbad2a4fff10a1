import type { CounterView } from '../../shared/motion/counter.ts';
import { text } from '../messages/en.ts';

interface TempoBarProps {
  /** 0 with the heel down, 1 at the top. */
  readonly elevation: number;
  readonly phase: CounterView['phase'];
  /** How long the heel has been sinking, where a tempo is asked for. */
  readonly loweringMs: number | null;
}

const FIVE_COUNT_MS = 5000;

/** A column that rises and sinks with the heel; a line beside it shows where the count of five is. */
export function TempoBar({ elevation, phase, loweringMs }: TempoBarProps) {
  const ideal = loweringMs === null ? null : Math.max(0, 1 - loweringMs / FIVE_COUNT_MS);
  return (
    <div className="tempo" role="img" aria-label={text.session.fiveCount}>
      <div className={`tempo-fill phase-${phase}`} style={{ transform: `scaleY(${elevation.toFixed(3)})` }} />
      {ideal !== null && <div className="tempo-ideal" style={{ bottom: `${(100 * ideal).toFixed(1)}%` }} />}
      {[1, 2, 3, 4].map((n) => (
        <div key={n} className="tempo-mark" style={{ bottom: `${20 * n}%` }} />
      ))}
    </div>
  );
}
