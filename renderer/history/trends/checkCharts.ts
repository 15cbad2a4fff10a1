import { dayOfDate } from '../../../shared/history/days.ts';
import type { Trends } from '../../../shared/history/trends.ts';
import {
  type CheckSide,
  type CheckView,
  checkSummary,
  KNEE_TO_WALL_NOISE_CM,
  KNEE_TO_WALL_PASS_CM,
} from '../../../shared/progression/checks.ts';
import { CHECK_KINDS, type CheckEvidence, type CheckKind } from '../../../shared/progression/progress.ts';
import { NOISE_REPS } from '../../../shared/progression/rungs.ts';
import type { ChartModel } from '../../charts/chart.ts';
import { formatDayInYear } from '../../messages/calendar.ts';
import { text } from '../../messages/en.ts';
import { formatLength } from '../../messages/units.ts';
import { DAY_MS, sideSeries, timeAxis } from './series.ts';
import type { TrendChart } from './trendChart.ts';

const SIDES: readonly CheckSide[] = ['left', 'right'];
const NOISE: Record<CheckKind, number | null> = {
  'knee-to-wall': KNEE_TO_WALL_NOISE_CM,
  'heel-rise': NOISE_REPS,
  balance: null,
};

/** The checks in the same time as the trends: the last figure of each leg on each day. */
export function checkCharts(
  checks: readonly CheckEvidence[],
  span: Pick<Trends, 'fromDate' | 'toDate'>,
  dayOf: (ms: number) => number,
): TrendChart[] {
  const [from, to] = [dayOfDate(span.fromDate), dayOfDate(span.toDate)];
  const within = checks.filter(({ atMs }) => dayOf(atMs) >= from && dayOf(atMs) <= to);
  const summary = checkSummary(within, { age: null, sex: null });
  const views = { 'knee-to-wall': summary.kneeToWall, 'heel-rise': summary.heelRise, balance: summary.balance };
  return CHECK_KINDS.map((kind) => checkChart(kind, views[kind], span, dayOf));
}

function checkChart(
  kind: CheckKind,
  view: CheckView | null,
  span: Pick<Trends, 'fromDate' | 'toDate'>,
  dayOf: (ms: number) => number,
): TrendChart {
  const { title, y, empty, note } = text.trends.check(kind);
  const noise = NOISE[kind];
  const model: ChartModel = {
    kind: 'line',
    x: {
      ...timeAxis({ ...span, step: 'week' }),
      label: text.trends.date,
      format: (ms) => formatDayInYear(ms / DAY_MS),
    },
    y: { label: y, format: (value) => text.checks.value(kind, value), atLeast: [0, 0] },
    series: SIDES.map((side) => ({
      ...sideSeries(side),
      ...(noise !== null && { noise }),
      points: [...new Map((view?.[side]?.history ?? []).map(({ atMs, value }) => [dayOf(atMs), value]))].map(
        ([day, value]) => ({ x: day * DAY_MS, y: value }),
      ),
    })).filter(({ points }) => points.length > 0),
    ...(kind === 'knee-to-wall' && {
      level: { at: KNEE_TO_WALL_PASS_CM, label: text.trends.passLevel(formatLength(KNEE_TO_WALL_PASS_CM)) },
    }),
  };
  return { key: kind, title, empty, model, sentence: view ? checkInWords(kind, view) : '', ...(note && { note }) };
}

function checkInWords(kind: CheckKind, view: CheckView): string {
  const latest = SIDES.flatMap((side) => {
    const value = view[side]?.history.at(-1)?.value;
    return value === undefined ? [] : [text.trends.value(text.trends.side[side], text.checks.value(kind, value))];
  });
  const trends = SIDES.flatMap((side) => {
    const trend = view[side]?.trend;
    return trend ? [text.trends.checkTrend(text.trends.side[side], text.checks.trend(kind, trend))] : [];
  });
  return [text.trends.checkLatest(latest), ...trends].join(' ');
}
