import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { RepRecord } from '../../shared/history/records.ts';
import { text } from '../messages/en.ts';
import { type Column, columnsOf, repCell } from './repColumns.ts';
import './reps.css';

/** `counts` is known of what is in the history. */
type Rep = Pick<RepRecord, 'n' | 'side' | 'measures'> & Partial<Pick<RepRecord, 'counts'>>;

/** Every rep of a set with what was measured of it: the columns of its family for which anything is known. */
export function RepTable({ exercise, reps }: { readonly exercise: ExerciseId; readonly reps: readonly Rep[] }) {
  const columns = columnsOf(exercise).filter((column) =>
    reps.some(({ measures }) => measures && repCell(column, measures)),
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

function RepRow({
  rep: { n, side, measures, counts = true },
  columns,
}: {
  readonly rep: Rep;
  readonly columns: readonly Column[];
}) {
  const isWhole = measures !== null && (measures.endMs !== null || measures.landMs !== null);
  const notes = [
    ...(counts ? [] : [text.sessions.notARepMark]),
    ...(isWhole ? measures.faults.map((fault) => text.fault[fault]) : [text.reps.lost]),
  ];
  return (
    <tr>
      <th scope="row">{n}</th>
      <td>{text.side(measures?.side ?? side)}</td>
      {columns.map((column) => (
        <td key={column}>{(measures && repCell(column, measures)) ?? text.reps.unknown}</td>
      ))}
      <td className={measures?.faults.length ? 'rep-fault' : 'soft'}>{notes.join(', ')}</td>
    </tr>
  );
}
