import { DONE_HOW } from '../../shared/breaks/breakState.ts';
import type { BreakStatistics } from '../../shared/breaks/statistics.ts';
import { text } from '../messages/en.ts';

type Week = BreakStatistics['weeks'][number];

/** What became of the breaks of the last weeks, the latest first. */
export function WeekTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { columns } = text.breaks;
  const most = Math.max(...weeks.map(doneIn), 1);
  return (
    <section className="card stack" aria-labelledby="breaks-weeks">
      <h2 id="breaks-weeks">{text.breaks.weeks}</h2>
      {weeks.length === 0 ? (
        <p className="soft">{text.breaks.weeksEmpty}</p>
      ) : (
        <table className="week-table">
          <caption className="visually-hidden">{text.breaks.weeks}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.week}</th>
              <th scope="col">{columns.done}</th>
              <th scope="col">{columns.offered}</th>
              <th scope="col">{columns.snoozed}</th>
              <th scope="col">{columns.skipped}</th>
              <th scope="col">{columns.credited}</th>
              <th scope="col">{columns.sat}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <tr key={week.date}>
                <th scope="row">{text.breaks.week(week.date)}</th>
                <td>
                  <div className="week-done">
                    <span>{doneIn(week)}</span>
                    <WeekBar week={week} most={most} />
                  </div>
                  <span className="small soft">{text.breaks.doneHow(week)}</span>
                </td>
                <td>{week.offered}</td>
                <td>{week.snoozed}</td>
                <td>{week.skipped}</td>
                <td>{week.credited}</td>
                <td>{text.breaks.hours(week.satMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The figures beside it say the same. */
function WeekBar({ week, most }: { readonly week: Week; readonly most: number }) {
  return (
    <span className="week-bar" aria-hidden="true">
      {DONE_HOW.map((how) => (
        <span key={how} className={`week-bar-${how}`} style={{ flexBasis: `${(100 * week[how]) / most}%` }} />
      ))}
    </span>
  );
}

function doneIn({ counted, held, reported }: Week): number {
  return counted + held + reported;
}
