import type { Report, ReportExercise } from '../../shared/history/report.ts';
import { text } from '../messages/en.ts';
import { formatNumber, formatRatio, formatSeconds } from '../messages/format.ts';
import { formatLength } from '../messages/units.ts';
import { WeekBars } from './WeekBars.tsx';

const words = text.report;
/** With more the page would not hold the rest. */
const ROWS_SHOWN = 10;

/** What was trained, with each side in a line of its own. */
export function ReportExercises({ report: { exercises, index } }: { readonly report: Report }) {
  const indexOf = ({ exercise, side }: ReportExercise): string => {
    const found = side === 'left' ? index.find((one) => one.exercise === exercise)?.index : undefined;
    return found ? words.indexOf(found.work ?? found.reps, found.weaker) : '';
  };
  const lines = sideBySide(exercises);
  return (
    <section>
      <h3>{words.work}</h3>
      {lines.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{words.exercise}</th>
              <th scope="col">{words.side}</th>
              <th scope="col">{words.sets}</th>
              <th scope="col">{words.reps}</th>
              <th scope="col">{words.volume}</th>
              <th scope="col">{words.best}</th>
              <th scope="col">{words.range}</th>
              <th scope="col">{words.height}</th>
              <th scope="col">{words.lowers}</th>
              <th scope="col">{words.leftRight}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, ROWS_SHOWN).map((line) => {
              const { exercise, side, total, weekly } = line;
              return (
                <tr key={`${exercise} ${side}`}>
                  <th scope="row">{text.exercise(exercise).name}</th>
                  <td>{words.sideOf(side)}</td>
                  <td>{total.sets}</td>
                  <td>{total.reps}</td>
                  <td>
                    <WeekBars weeks={weekly} />
                    {weekly.map(formatVolume).join(' · ')}
                  </td>
                  <td>{bestOf(line)}</td>
                  <td>{total.range === null ? '–' : formatRatio(total.range)}</td>
                  <td>{total.heightCm === null ? '–' : formatLength(total.heightCm)}</td>
                  <td>{loweringOf(line)}</td>
                  <td>{indexOf(line)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {lines.length > ROWS_SHOWN && <p>{words.more(lines.length - ROWS_SHOWN)}</p>}
    </section>
  );
}

/** Left and right of an exercise follow each other, where the first of them stands. */
function sideBySide(exercises: readonly ReportExercise[]): ReportExercise[] {
  return [...Map.groupBy(exercises, ({ exercise }) => exercise).values()].flatMap((sides) =>
    sides.toSorted((a, b) => (a.side < b.side ? -1 : 1)),
  );
}

function bestOf({ total }: ReportExercise): string {
  return total.holdBestMs !== null ? `${formatNumber(total.holdBestMs / 1000)} s` : String(total.bestReps ?? '–');
}

/** Where a tempo is asked for, how often it was kept; elsewhere how long a lower took. */
function loweringOf({ exercise, total }: ReportExercise): string {
  const { lowersInCount, timedLowers, lowerMs } = total;
  if (lowerMs === null) return '–';
  return exercise === 'calf-raise-eccentric' ? words.inCount(lowersInCount / timedLowers) : formatSeconds(lowerMs);
}

/** With a decimal only where it says something. */
function formatVolume(volume: number): string {
  return formatNumber(volume < 10 ? volume : Math.round(volume));
}
