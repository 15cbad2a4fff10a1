import type { Feel } from '../../shared/history/records.ts';
import { REPORT_WEEKS, type Report } from '../../shared/history/report.ts';
import { formatDayShort } from '../messages/calendar.ts';
import { text } from '../messages/en.ts';

const words = text.report;
const DAYS = 7 * REPORT_WEEKS;
const DAY = 23;
const LEFT = 46;
/** Of one point of pain. */
const POINT = 7;
const TOP = 6;
const FLOOR = TOP + 10 * POINT;
const FEEL_AT = FLOOR + 14;
const HEIGHT = FEEL_AT + 22;
const LIMIT = 5;
/** Told apart by their shape. */
const FEEL_SIGN: Record<Feel, string> = { better: '▲', same: '●', worse: '▼' };

interface PainChartProps {
  readonly days: Report['days'];
  readonly firstDay: number;
}

/** The worst pain of each day, with the line that it should stay under, and what was said the day after. */
export function PainChart({ days, firstDay }: PainChartProps) {
  const told = days.filter(({ pain }) => pain !== null);
  const pains = told.map(({ pain }) => pain ?? 0);
  const feels = { better: 0, same: 0, worse: 0 };
  for (const { nextDay } of days) if (nextDay) feels[nextDay]++;
  const sentence = words.painSentence(
    told.length,
    Math.max(0, ...pains),
    pains.filter((pain) => pain > LIMIT).length,
    feels,
  );
  const at = (day: number): number => LEFT + DAY * (day + 0.5);
  const heightOf = (pain: number): number => FLOOR - POINT * pain;
  return (
    <>
      <svg className="report-pain" viewBox={`0 0 ${LEFT + DAYS * DAY} ${HEIGHT}`} role="img" aria-label={sentence}>
        {[0, LIMIT, 10].map((pain) => (
          <g key={pain} className={pain === LIMIT ? 'report-limit' : 'report-line'}>
            <line x1={LEFT} x2={LEFT + DAYS * DAY} y1={heightOf(pain)} y2={heightOf(pain)} />
            <text x={LEFT - 6} y={heightOf(pain) + 4} textAnchor="end">
              {pain === LIMIT ? words.painLine : pain}
            </text>
          </g>
        ))}
        {told.map(({ day, pain }) => (
          <g key={day}>
            <line className="report-stem" x1={at(day)} x2={at(day)} y1={FLOOR} y2={heightOf(pain ?? 0)} />
            <circle cx={at(day)} cy={heightOf(pain ?? 0)} r={4} />
          </g>
        ))}
        {days.map(({ day, nextDay }) =>
          nextDay ? (
            <text key={day} x={at(day)} y={FEEL_AT} textAnchor="middle" className="report-feel">
              {FEEL_SIGN[nextDay]}
            </text>
          ) : null,
        )}
        {Array.from({ length: REPORT_WEEKS }, (_, week) => 7 * week).map((day) => (
          <text key={day} x={at(day)} y={HEIGHT - 4} textAnchor="middle">
            {formatDayShort(firstDay + day)}
          </text>
        ))}
      </svg>
      <p>
        {sentence}{' '}
        <span className="report-key">
          {(['better', 'same', 'worse'] as const).map((feel) => `${FEEL_SIGN[feel]} ${words.feel[feel]}`).join('  ')}
        </span>
      </p>
    </>
  );
}
