import { breakDay } from '../../shared/breaks/breakState.ts';
import type { BreakStatistics } from '../../shared/breaks/statistics.ts';
import { localDayOf } from '../coach/localDay.ts';
import { text } from '../messages/en.ts';

interface TodayCardProps {
  readonly statistics: BreakStatistics;
  readonly nowMs: number;
  readonly intervalMinutes: number;
}

/** How today went. */
export function TodayCard({ statistics, nowMs, intervalMinutes }: TodayCardProps) {
  const date = dateOf(breakDay({ dayOf: localDayOf }, nowMs));
  const counts = statistics.days.find((day) => day.date === date);
  const done = counts ? counts.counted + counts.held + counts.reported : 0;
  return (
    <section className="card stack" aria-labelledby="breaks-today">
      <h2 id="breaks-today">{text.breaks.today}</h2>
      {!counts ? (
        <div>
          <p>{text.breaks.empty}</p>
          <p className="small soft">{text.breaks.emptyHint(intervalMinutes)}</p>
        </div>
      ) : (
        <>
          <p className="breaks-done">
            <strong>{done}</strong> {text.breaks.doneTotal}
            <span className="soft"> · {text.breaks.offeredTotal(counts.offered)}</span>
          </p>
          <dl className="breaks-figures">
            {text.breaks.figures(counts).map(([label, n]) => (
              <div key={label}>
                <dt className="small soft">{label}</dt>
                <dd>{n}</dd>
              </div>
            ))}
          </dl>
          <div>
            <h3 className="overline">{text.breaks.sitting}</h3>
            {counts.stretches > 0 ? (
              <p>
                {text.breaks.stretches(counts.stretches)}: {text.breaks.satFor(counts.satMs, counts.longestMs)}
              </p>
            ) : (
              <p className="small soft">{text.breaks.noSitting}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
