import type { CheckSide, CheckView } from '../../shared/progression/checks.ts';
import type { Clock } from '../../shared/progression/clock.ts';
import type { CheckKind } from '../../shared/progression/progress.ts';
import { text } from '../messages/en.ts';
import { formatDate } from '../messages/format.ts';

interface ResultTableProps {
  readonly kind: CheckKind;
  readonly view: CheckView;
  readonly caption: string;
  readonly dayOf: Clock['dayOf'];
}

const ROWS = 5;

interface Row {
  readonly atMs: number;
  readonly left?: number;
  readonly right?: number;
}

/** The figures behind the line, one row a day, the latest first. */
export function ResultTable({ kind, view, caption, dayOf }: ResultTableProps) {
  const rows = rowsOf(view, dayOf);
  if (rows.length === 0) return null;
  const { date, left, right } = text.checks.columns;
  const cell = (value: number | undefined): string =>
    value === undefined ? text.reps.unknown : text.checks.value(kind, value);
  return (
    <div>
      <table className="check-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{date}</th>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row) => (
            <tr key={row.atMs}>
              <th scope="row">{formatDate(row.atMs)}</th>
              <td>{cell(row.left)}</td>
              <td>{cell(row.right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS && <p className="small soft">{text.checks.older(rows.length - ROWS)}</p>}
    </div>
  );
}

/** The last figure of each side on each day. */
function rowsOf(view: CheckView, dayOf: Clock['dayOf']): Row[] {
  const rows = new Map<number, Row>();
  for (const side of ['left', 'right'] satisfies CheckSide[]) {
    for (const { atMs, value } of view[side]?.history ?? []) {
      const day = dayOf(atMs);
      rows.set(day, { ...rows.get(day), atMs, [side]: value });
    }
  }
  return [...rows.values()].sort((a, b) => b.atMs - a.atMs);
}
