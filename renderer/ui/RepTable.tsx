import type { RepRecord } from '../../shared/history/records.ts';
import { text } from '../messages/en.ts';
import { formatAboutCm, formatSeconds } from '../messages/format.ts';
import './repTable.css';

/** Every rep with its side, its phases and what could have been better. */
export function RepTable({ reps }: { readonly reps: readonly RepRecord[] }) {
  const { columns } = text.history;
  return (
    <table className="rep-table">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reps.map((rep) => (
          <RepRow key={rep.id} rep={rep} />
        ))}
      </tbody>
    </table>
  );
}

function RepRow({ rep: { n, side, measures } }: { readonly rep: RepRecord }) {
  const span = (from: number | null | undefined, to: number | null | undefined): string =>
    typeof from === 'number' && typeof to === 'number' ? formatSeconds(to - from) : text.history.unknown;
  const notes = measures?.endMs == null ? [text.history.lost] : measures.faults.map((fault) => text.fault[fault]);
  return (
    <tr>
      <th scope="row">{n}</th>
      <td>{text.side(measures?.side ?? side)}</td>
      <td>{span(measures?.startMs, measures?.topMs)}</td>
      <td>{span(measures?.topMs, measures?.lowerStartMs)}</td>
      <td>{span(measures?.lowerStartMs, measures?.endMs)}</td>
      <td>{measures?.heightCm == null ? text.history.unknown : formatAboutCm(measures.heightCm)}</td>
      <td className={measures?.faults.length ? 'rep-fault' : 'soft'}>{notes.join(', ')}</td>
    </tr>
  );
}
