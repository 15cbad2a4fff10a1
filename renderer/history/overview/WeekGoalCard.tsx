import { useCallback } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import { dateOfDay, dayOfDate, weekStart } from '../../../shared/history/days.ts';
import { weekdayName } from '../../messages/calendar.ts';
import { text } from '../../messages/en.ts';
import { NumberStepper } from '../../ui/NumberStepper.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import { PAST_WEEKS, weekGoal } from './weekGoal.ts';

interface WeekGoalCardProps {
  readonly api: Api;
  readonly today: number;
  readonly firstWeekday: number;
  readonly goal: number;
  onGoal(days: number): void;
}

/** How the week stands; no streak that a rest day could break. */
export function WeekGoalCard({ api, today, firstWeekday, goal, onGoal }: WeekGoalCardProps) {
  const first = weekStart(today, firstWeekday) - 7 * PAST_WEEKS;
  const read = useCallback(
    () => api['history.calendar']({ fromDate: dateOfDay(first), toDate: dateOfDay(today) }),
    [api, first, today],
  );
  const [calendar] = useLoaded(read);
  // The calendar above tells what went wrong.
  if (calendar.state !== 'ready') return <section className="card week-goal" aria-hidden="true" />;
  const known = calendar.value;
  const firstDay = known.firstDate === null ? null : dayOfDate(known.firstDate);
  const { days, done, daysLeft, past } = weekGoal(known.days, today, firstWeekday, goal, firstDay);
  return (
    <section className="card week-goal" aria-labelledby="week-goal-title">
      <h2 id="week-goal-title" className="overline">
        {text.history.goal}
      </h2>
      <p className="week-goal-done">{text.history.goalOf(done, goal)}</p>
      <ol className="week-goal-days">
        {days.map(({ day, state }, i) => {
          const { short, long } = weekdayName((firstWeekday + i) % 7);
          return (
            <li key={day} className={`week-goal-${state}`}>
              <span className="visually-hidden">{text.history.goalDay(long, state)}</span>
              <span aria-hidden="true" className="week-goal-mark">
                {state === 'trained' ? '✓' : ''}
              </span>
              <span aria-hidden="true">{short}</span>
            </li>
          );
        })}
      </ol>
      <p>{text.history.goalWords(done, goal, daysLeft, past.weeks === 0)}</p>
      {past.weeks > 0 && (
        <p className="small soft">{text.history.goalPast(past.reached, past.weeks, past.trainingDays)}</p>
      )}
      <NumberStepper label={text.history.goalDays} value={goal} least={1} most={7} onChange={onGoal} />
    </section>
  );
}
