import type { TrendPoint, Trends } from '../../../shared/history/trends.ts';
import { GATE, isNoise, NOISE_REPS } from '../../../shared/progression/rungs.ts';
import type { ChartModel } from '../../charts/chart.ts';
import { text } from '../../messages/en.ts';
import {
  formatNumber,
  formatPercent,
  formatRatio,
  formatSeconds,
  formatShare,
  formatShortSeconds,
} from '../../messages/format.ts';
import type { TrendKey } from '../../messages/trends.ts';
import { formatAboutLength, formatLength } from '../../messages/units.ts';
import { latestOf, seriesOf, timeAxis, wholeStretches, withinTenth } from './series.ts';
import { latestInWords, type TrendChart, trendChart } from './trendChart.ts';

/** What is drawn of each week or month, side by side. */
interface OverTime {
  pick(point: TrendPoint): number | null;
  format(value: number): string;
  readonly atLeast?: readonly [number, number];
  readonly level?: ChartModel['level'];
  readonly noise?: number;
  /** It grows as long as the week or month lasts. */
  readonly isSum?: true;
  isNoise?(latest: number, before: number): boolean;
}

const OVER_TIME = {
  volume: { pick: ({ volume }) => volume, format: formatRatio, atLeast: [0, 0], isSum: true },
  best: {
    pick: ({ bestReps }) => bestReps,
    format: formatNumber,
    noise: NOISE_REPS,
    isNoise: (latest, before) => isNoise(latest - before),
  },
  range: { pick: ({ range }) => range, format: formatShare, atLeast: [0, 0] },
  height: { pick: ({ heightCm }) => heightCm, format: formatAboutLength, atLeast: [0, 0] },
  lowering: { pick: ({ lowerMs }) => lowerMs, format: formatSeconds, atLeast: [0, 0] },
  fiveCount: {
    pick: ({ timedLowers, lowersInCount }) => (timedLowers > 0 ? lowersInCount / timedLowers : null),
    format: formatPercent,
    atLeast: [0, 1],
    level: { at: GATE.lowersInCountRatio, label: text.trends.fiveCountLevel },
  },
  cadence: { pick: ({ cadence }) => cadence, format: (perMinute) => formatNumber(Math.round(perMinute)) },
  flight: { pick: ({ flightMs }) => flightMs, format: formatShortSeconds, atLeast: [0, 0] },
  hold: { pick: ({ holdBestMs }) => holdBestMs, format: formatSeconds, atLeast: [0, 0] },
  sets: { pick: ({ sets }) => sets, format: formatNumber, atLeast: [0, 0], isSum: true },
  pain: {
    pick: ({ painWorst }) => painWorst,
    format: (pain) => text.trends.painOf(formatNumber(pain)),
    atLeast: [0, 10],
    level: { at: GATE.painSetback, label: text.trends.painLevel },
    isNoise: (latest, before) => Math.abs(latest - before) < 1,
  },
} satisfies Partial<Record<TrendKey, OverTime>>;
export type OverTimeKey = keyof typeof OVER_TIME;

export function isOverTime(key: TrendKey): key is OverTimeKey {
  return key in OVER_TIME;
}

export function overTimeChart(key: OverTimeKey, trends: Trends): TrendChart {
  const { pick, format, atLeast, level, noise, isSum, isNoise: tellsNothing = withinTenth }: OverTime = OVER_TIME[key];
  const model: ChartModel = {
    kind: 'line',
    x: timeAxis(trends),
    y: { label: text.trends.chart(key).y, format, ...(atLeast && { atLeast }), ...tickOf(key) },
    series: seriesOf(trends, pick, noise === undefined ? {} : { noise }),
    ...(level && { level }),
  };
  const told = isSum ? wholeStretches(model.series, trends) : model.series;
  const latest = latestInWords(latestOf(told, tellsNothing), trends.step, model);
  return trendChart(key, model, key === 'pain' ? `${latest} ${painOverLevel(model, trends.step)}` : latest);
}

/** Beside the axis, what is an estimate is said once, above it. */
function tickOf(key: OverTimeKey): Pick<ChartModel['y'], 'tick'> {
  if (key === 'height') return { tick: formatLength };
  return key === 'pain' ? { tick: formatNumber } : {};
}

function painOverLevel({ series }: ChartModel, step: Trends['step']): string {
  const painful = new Set(
    series.flatMap(({ points }) => points.filter(({ y }) => y >= GATE.painSetback).map(({ x }) => x)),
  );
  return painful.size === 0 ? text.trends.painNever(step) : text.trends.painOften(step, painful.size);
}
