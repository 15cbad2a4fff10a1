import type { CheckEvidence, CheckKind } from '../../shared/progression/progress.ts';
import { CHECK_KINDS } from '../../shared/progression/progress.ts';
import { localDayOf } from '../coach/localDay.ts';
import { text } from '../messages/en.ts';

interface ReportChecksProps {
  /** The oldest first. */
  readonly checks: readonly CheckEvidence[];
  /** Later ones are left out. */
  readonly toDay: number;
}

const words = text.report;

/** The last result of each check and side, with the one before it. */
export function ReportChecks({ checks, toDay }: ReportChecksProps) {
  const known = checks.filter(({ atMs }) => localDayOf(atMs) <= toDay);
  const done = CHECK_KINDS.filter((kind) => known.some((check) => check.kind === kind));
  const last = (kind: CheckKind, side: CheckEvidence['side']): string => {
    const [before, latest] = [
      undefined,
      undefined,
      ...known.filter((check) => check.kind === kind && check.side === side),
    ].slice(-2);
    if (!latest) return '–';
    return words.result(resultOf(latest), latest.atMs, before ? resultOf(before) : null);
  };
  return (
    <section>
      <h3>{words.checks}</h3>
      {done.length === 0 ? (
        <p>{words.noChecks}</p>
      ) : (
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{words.check}</th>
              <th scope="col">{words.left}</th>
              <th scope="col">{words.right}</th>
            </tr>
          </thead>
          <tbody>
            {done.map((kind) => (
              <tr key={kind}>
                <th scope="row">{words.checkName[kind]}</th>
                <td>{last(kind, 'left')}</td>
                <td>{last(kind, 'right')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function resultOf({ kind, value, passed }: CheckEvidence): string {
  if (value !== null) return text.checks.value(kind, value);
  return passed ? text.checks.passed : text.checks.notPassed;
}
