import { BREAK_LIMITS, type BreakSettings, type HoursRange } from '../../shared/breaks/breakSettings.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { TimeEntry } from '../ui/TimeEntry.tsx';

type Hours = BreakSettings['hours'];

interface HoursEditorProps {
  /** Monday first. */
  readonly hours: Hours;
  onChange(hours: Hours): void;
}

const DAY_MINUTES = 1440;
const USUAL: HoursRange = { fromMinute: 8 * 60, toMinute: 18 * 60 };
/** Hours that are added begin an hour after the last ones end. */
const ADDED = { afterMinutes: 60, minutes: 120 } as const;
const WORKDAYS = 5;

/** In which hours of the week breaks come. */
export function HoursEditor({ hours, onChange }: HoursEditorProps) {
  const setDay = (weekday: number, ranges: HoursRange[]): void => onChange(hours.with(weekday, ranges));
  const monday = hours[0] ?? [];
  return (
    <div className="hours">
      <ul className="hours-days">
        {hours.map((ranges, weekday) => (
          <Day
            key={text.breakSettings.day(weekday)}
            weekday={weekday}
            ranges={ranges}
            onChange={(next) => setDay(weekday, next)}
          />
        ))}
      </ul>
      <div className="row">
        <Button onPress={() => onChange(hours.map((day, weekday) => (weekday < WORKDAYS ? monday : day)))}>
          {text.breakSettings.copyMonday}
        </Button>
      </div>
    </div>
  );
}

interface DayProps {
  readonly weekday: number;
  readonly ranges: HoursRange[];
  onChange(ranges: HoursRange[]): void;
}

function Day({ weekday, ranges, onChange }: DayProps) {
  const words = text.breakSettings;
  return (
    <li className="hours-day">
      <span className="label">{words.day(weekday)}</span>
      <div className="hours-ranges">
        {ranges.length === 0 && <span className="soft hours-none">{words.none}</span>}
        {ranges.map((range, i) => {
          const [from, to] = [words.from(weekday, i + 1), words.to(weekday, i + 1)];
          const set = (change: Partial<HoursRange>): void => onChange(ranges.with(i, { ...range, ...change }));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of hours is what stands in its place
            <div key={i} className="hours-range">
              <TimeEntry
                label={from}
                minute={range.fromMinute}
                problem={words.timeMissing(from)}
                onChange={(fromMinute) => set({ fromMinute })}
              />
              <span aria-hidden="true">–</span>
              <TimeEntry
                label={to}
                minute={range.toMinute}
                problem={words.timeMissing(to)}
                onChange={(toMinute) => set({ toMinute })}
              />
              <Button
                look="quiet"
                aria-label={words.removeHours(weekday, i + 1)}
                onPress={() => onChange(ranges.toSpliced(i, 1))}
              >
                ✕
              </Button>
              {range.toMinute <= range.fromMinute && (
                <span className="small soft hours-midnight">{words.pastMidnight(range)}</span>
              )}
            </div>
          );
        })}
      </div>
      {ranges.length < BREAK_LIMITS.ranges[1] && (
        <Button
          look="quiet"
          aria-label={words.addHours(weekday)}
          onPress={() => onChange([...ranges, after(ranges.at(-1))])}
        >
          +
        </Button>
      )}
    </li>
  );
}

function after(last: HoursRange | undefined): HoursRange {
  if (!last) return USUAL;
  const fromMinute = (last.toMinute + ADDED.afterMinutes) % DAY_MINUTES;
  return { fromMinute, toMinute: (fromMinute + ADDED.minutes) % DAY_MINUTES };
}
