import { type Family, familyOf } from '../../shared/exercises/catalogue.ts';
import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { RepRecord } from '../../shared/history/records.ts';
import { text } from '../messages/en.ts';
import { formatDegrees, formatSeconds, formatShortSeconds } from '../messages/format.ts';
import { formatAboutLength } from '../messages/units.ts';
import './reps.css';

type Rep = Pick<RepRecord, 'n' | 'side' | 'measures'>;
type Measures = NonNullable<RepRecord['measures']>;
type Column = keyof typeof text.reps.columns;

/** Every rep of a set with what was measured of it: the columns of its family for which anything is known. */
export function RepTable({ exercise, reps }: { readonly exercise: ExerciseId; readonly reps: readonly Rep[] }) {
  const columns = COLUMNS[familyOf(exercise)].filter((column) =>
    reps.some(({ measures }) => measures && CELL[column]?.(measures)),
  );
  const titles = text.reps.columns;
  return (
    <table className="rep-table">
      <thead>
        <tr>
          {[titles.rep, titles.side, ...columns.map((column) => titles[column]), titles.note].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reps.map((rep) => (
          <RepRow key={rep.n} rep={rep} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function RepRow({ rep: { n, side, measures }, columns }: { readonly rep: Rep; readonly columns: readonly Column[] }) {
  const isWhole = measures !== null && (measures.endMs !== null || measures.landMs !== null);
  const notes = isWhole ? measures.faults.map((fault) => text.fault[fault]) : [text.reps.lost];
  return (
    <tr>
      <th scope="row">{n}</th>
      <td>{text.side(measures?.side ?? side)}</td>
      {columns.map((column) => (
        <td key={column}>{(measures && CELL[column]?.(measures)) ?? text.reps.unknown}</td>
      ))}
      <td className={measures?.faults.length ? 'rep-fault' : 'soft'}>{notes.join(', ')}</td>
    </tr>
  );
}

const COLUMNS: Record<Family, readonly Column[]> = {
  'calf-raises': ['raise', 'hold', 'lower', 'height'],
  hops: ['flight', 'height', 'contact', 'direction'],
  bridges: ['lift', 'hold', 'lower', 'hip', 'height'],
  ankle: ['forward', 'hold', 'back'],
  holds: ['held'],
};

const raising = (m: Measures): string | null => span(m.startMs, m.topMs);
const lowering = (m: Measures): string | null => span(m.lowerStartMs, m.endMs);

const CELL: Partial<Record<Column, (m: Measures) => string | null>> = {
  raise: raising,
  lift: raising,
  forward: raising,
  held: (m) => span(m.startMs, m.endMs),
  hold: (m) => span(m.topMs, m.lowerStartMs),
  lower: lowering,
  back: lowering,
  height: (m) => known(m.heightCm, formatAboutLength),
  hip: (m) => known(m.peakHipDeg, formatDegrees),
  flight: (m) => span(m.takeoffMs, m.landMs, formatShortSeconds),
  contact: (m) => known(m.contactMs, formatShortSeconds),
  direction: (m) => known(m.direction, (direction) => text.direction[direction]),
};

function span(from: number | null, to: number | null, format = formatSeconds): string | null {
  return from === null || to === null ? null : format(to - from);
}

function known<T>(value: T | null, format: (value: T) => string): string | null {
  return value === null ? null : format(value);
}
