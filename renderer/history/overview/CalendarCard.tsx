import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import type { Calendar } from '../../../shared/history/calendar.ts';
import { dateOfDay, dayOfDate } from '../../../shared/history/days.ts';
import { formatMonthName, weekdayName } from '../../messages/calendar.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemCard } from '../../ui/ProblemCard.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import {
  type CalendarGrid,
  calendarGrid,
  dayByKey,
  firstShown,
  type GridDay,
  sessionMark,
  WEEKS,
} from './calendarGrid.ts';

interface CalendarCardProps {
  readonly api: Api;
  readonly today: number;
  readonly firstWeekday: number;
  onDate(date: string): void;
}

/** Half a year of days at a glance: what was trained, which breaks were taken. */
export function CalendarCard({ api, today, firstWeekday, onDate }: CalendarCardProps) {
  const titleId = useId();
  const [page, setPage] = useState(0);
  const first = firstShown(today, firstWeekday, page);
  const last = Math.min(today, first + 7 * WEEKS - 1);
  const read = useCallback(
    () => api['history.calendar']({ fromDate: dateOfDay(first), toDate: dateOfDay(last) }),
    [api, first, last],
  );
  const [calendar, readAgain] = useLoaded(read);
  if (calendar.state === 'failed') {
    return (
      <ProblemCard problem={text.callError[calendar.code]}>
        <Button onPress={readAgain}>{text.session.tryAgain}</Button>
      </ProblemCard>
    );
  }
  const known = calendar.state === 'ready' ? calendar.value : null;
  const hasEarlier = known?.firstDate != null && dayOfDate(known.firstDate) < first;
  return (
    <section className="card calendar" aria-labelledby={titleId}>
      <header className="calendar-head">
        <h2 id={titleId}>{text.history.calendar}</h2>
        <div className="row">
          <Button isDisabled={!hasEarlier} onPress={() => setPage(page + 1)}>
            {text.history.earlier}
          </Button>
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {text.history.later}
          </Button>
        </div>
      </header>
      <p>{known ? sumInWords(known) : text.app.loading}</p>
      <Days
        key={first}
        grid={calendarGrid(first, today, known?.days ?? [])}
        firstWeekday={firstWeekday}
        last={last}
        onDay={(day) => onDate(dateOfDay(day))}
      />
      <Legend />
    </section>
  );
}

function sumInWords({ days, firstDate }: Calendar): string {
  if (firstDate === null) return text.history.calendarEmpty;
  const trainingDays = days.filter(({ sessions }) => sessions > 0).length;
  return text.history.calendarSum(
    trainingDays,
    days.reduce((sum, { breaks }) => sum + breaks, 0),
    WEEKS,
  );
}

interface DaysProps {
  readonly grid: CalendarGrid;
  readonly firstWeekday: number;
  /** The last day that can be looked at. */
  readonly last: number;
  onDay(day: number): void;
}

/** A table in which one day can be reached by Tab, and the others from there by the arrow keys. */
function Days({ grid: { weeks, rows }, firstWeekday, last, onDay }: DaysProps) {
  const tableRef = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState(last);
  const [looked, setLooked] = useState<GridDay | null>(null);
  const goByKey = (event: KeyboardEvent): void => {
    const next = dayByKey(event.key, focused, weeks[0] ?? last, last);
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    tableRef.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <>
      <div className="calendar-scroll">
        <table ref={tableRef} className="calendar-table" onKeyDown={goByKey}>
          <caption className="visually-hidden">{text.history.calendarTable}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{text.history.calendarDays}</span>
              </th>
              {weeks.map((week, i) => (
                <th key={week} scope="col">
                  <span className="visually-hidden">{text.history.calendarWeek(week)}</span>
                  <span aria-hidden="true" className="calendar-month">
                    {monthBeginning(week, weeks[i - 1])}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((days, row) => {
              const name = weekdayName((firstWeekday + row) % 7);
              return (
                <tr key={name.long}>
                  <th scope="row">
                    <span className="visually-hidden">{name.long}</span>
                    <span aria-hidden="true">{row % 2 === 0 ? name.short : ''}</span>
                  </th>
                  {days.map((day) => (
                    <td key={day.day}>
                      {!day.isAhead && (
                        <button
                          type="button"
                          className={day.day === last ? 'calendar-day calendar-day-last' : 'calendar-day'}
                          data-day={day.day}
                          tabIndex={day.day === focused ? 0 : -1}
                          aria-label={text.history.day(day.day, day.counts)}
                          onFocus={() => {
                            setFocused(day.day);
                            setLooked(day);
                          }}
                          onPointerEnter={() => setLooked(day)}
                          onClick={() => onDay(day.day)}
                        >
                          <Marks day={day} />
                        </button>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="calendar-readout" aria-hidden="true">
        {looked ? (
          text.history.day(looked.day, looked.counts)
        ) : (
          <span className="soft">{text.history.calendarHint}</span>
        )}
      </p>
    </>
  );
}

/** The name of a month stands above the week in which it begins. */
function monthBeginning(week: number, before: number | undefined): string {
  const name = formatMonthName(week + 6);
  return before !== undefined && formatMonthName(before + 6) !== name ? name : '';
}

const BREAK_DOTS = 3;

/** A square that grows with the time spent, and a dot for each break. */
function Marks({ day: { counts } }: { readonly day: GridDay }) {
  if (!counts) return null;
  return (
    <>
      <span className={`calendar-session calendar-session-${sessionMark(counts)}`} />
      <BreakDots breaks={counts.breaks} />
    </>
  );
}

function BreakDots({ breaks }: { readonly breaks: number }) {
  return (
    <span className="calendar-breaks">
      {Array.from({ length: Math.min(BREAK_DOTS, breaks) }, (_, i) => i).map((i) => (
        <span key={i} className="calendar-break" />
      ))}
    </span>
  );
}

function Legend() {
  return (
    <ul className="calendar-legend" aria-label={text.history.legend}>
      {text.history.legendSession.map((words, i) => (
        <li key={words}>
          <span className="calendar-day" aria-hidden="true">
            <span className={`calendar-session calendar-session-${i + 1}`} />
          </span>
          {words}
        </li>
      ))}
      {text.history.legendBreaks.map((words, i) => (
        <li key={words}>
          <span className="calendar-day" aria-hidden="true">
            <span className="calendar-session" />
            <BreakDots breaks={i === 0 ? 1 : BREAK_DOTS} />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
