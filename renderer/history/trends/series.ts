import { dayOfDate } from '../../../shared/history/days.ts';
import type { SideTrend, TrendPoint, Trends } from '../../../shared/history/trends.ts';
import type { ChartAxis, ChartPoint, ChartSeries, SeriesLook } from '../../charts/chart.ts';
import { formatDayInYear, formatDayShort, formatMonth, formatMonthShort } from '../../messages/calendar.ts';
import { text } from '../../messages/en.ts';

export const DAY_MS = 86_400_000;
const A_YEAR_OF_DAYS = 400;

/** What a chart of a time has on its x axis: days, as ms since 1970 in UTC. */
export function timeAxis({ step, fromDate, toDate }: Pick<Trends, 'step' | 'fromDate' | 'toDate'>): ChartAxis {
  const [from, to] = [dayOfDate(fromDate), dayOfDate(toDate)];
  const isLong = to - from > A_YEAR_OF_DAYS;
  return {
    label: text.trends.when[step],
    isTime: true,
    format: (ms) => (step === 'month' ? formatMonth : formatDayInYear)(ms / DAY_MS),
    tick: (ms) => (isLong ? formatMonthShort : formatDayShort)(ms / DAY_MS),
  };
}

export function dateToX(date: string): number {
  return dayOfDate(date) * DAY_MS;
}

/** One series for each side, of what is known of a week or month. */
export function seriesOf(
  { sides }: Trends,
  pick: (point: TrendPoint) => number | null,
  extra: Pick<ChartSeries, 'noise'> = {},
): ChartSeries[] {
  return sides
    .map((trend) => ({ ...sideSeries(trend.side), ...extra, points: pointsOf(trend, pick) }))
    .filter(({ points }) => points.length > 0);
}

export function sideSeries(side: SideTrend['side']): { readonly name: string; readonly look: SeriesLook } {
  return { name: text.trends.side[side], look: side };
}

function pointsOf({ points }: SideTrend, pick: (point: TrendPoint) => number | null): ChartPoint[] {
  return points.flatMap((point) => {
    const y = pick(point);
    return y === null ? [] : [{ x: dateToX(point.date), y }];
  });
}

/** Without the week or month that is under way, whose sums say nothing yet; all of a series where that is all there is. */
export function wholeStretches(series: readonly ChartSeries[], { nextDay }: Trends): ChartSeries[] {
  const running = nextDay.at(-1);
  return series.map((one) => {
    const whole = one.points.filter(({ x }) => !running || x < dateToX(running.date));
    return whole.length === 0 ? one : { ...one, points: whole };
  });
}

/** The latest value of a series against the mean of all before it. */
export interface Latest {
  readonly name: string;
  readonly x: number;
  readonly value: number;
  /** Null while there is nothing before it. */
  readonly change: 'more' | 'less' | 'same' | null;
}

/** @param isNoise whether a difference between two values says nothing */
export function latestOf(
  series: readonly ChartSeries[],
  isNoise: (latest: number, before: number) => boolean,
): Latest[] {
  return series.flatMap(({ name, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    const before = points.slice(0, -1);
    const mean = before.reduce((sum, { y }) => sum + y, 0) / before.length;
    const change = before.length === 0 ? null : isNoise(last.y, mean) ? 'same' : last.y > mean ? 'more' : 'less';
    return [{ name, x: last.x, value: last.y, change }];
  });
}

/** A difference of less than a tenth. Nobody has measured what is noise here; a tenth is easily luck. */
export function withinTenth(latest: number, before: number): boolean {
  return Math.abs(latest - before) <= Math.abs(before) / 10;
}
