import { FIVE_COUNT_MS } from '../../../shared/exercises/motion.ts';
import type { RepProfile, SideProfile } from '../../../shared/history/repProfile.ts';
import type { ChartModel, ChartSeries } from '../../charts/chart.ts';
import { text } from '../../messages/en.ts';
import { formatNumber, formatSeconds, formatShare } from '../../messages/format.ts';
import { sideSeries } from './series.ts';
import { type TrendChart, trendChart } from './trendChart.ts';

/** How many lowers took how long, with the count of five marked where one is asked for. */
export function lowersChart({ sides }: RepProfile, hasTempo: boolean): TrendChart {
  const bins = sides.find(({ lowers }) => lowers.length > 0)?.lowers ?? [];
  const widthMs = widthOf(bins);
  const model: ChartModel = {
    kind: 'bars',
    x: {
      label: text.trends.seconds,
      // A bar stands in the middle of its bin.
      format: (ms) => binInWords(bins, ms - widthMs / 2),
      tick: (ms) => formatNumber(ms / 1000),
      ticks: bins.map(({ fromMs }) => fromMs).filter((ms) => ms % 1000 === 0),
    },
    y: { label: text.trends.chart('lowers').y, format: formatNumber, atLeast: [0, 1] },
    series: sides.flatMap(({ side, lowers }) =>
      lowers.length === 0
        ? []
        : [
            {
              ...sideSeries(side),
              points: lowers.map((bin) => ({ x: bin.fromMs + widthMs / 2, y: bin.lowers })),
            },
          ],
    ),
    ...(hasTempo && {
      stretch: { from: FIVE_COUNT_MS.least, to: FIVE_COUNT_MS.most, label: text.trends.countOfFive },
    }),
  };
  const timed = sides.filter(({ lowers }) => lowers.length > 0);
  const sentences = timed.flatMap((side) => lowersInWords(side, timed.length === 1, hasTempo));
  return trendChart('lowers', model, sentences.join(' '));
}

type Bins = SideProfile['lowers'];

function widthOf(bins: Bins): number {
  const [first] = bins;
  return first && first.toMs !== null ? first.toMs - first.fromMs : 500;
}

function binInWords(bins: Bins, fromMs: number): string {
  const bin = bins.find((one) => one.fromMs === fromMs);
  if (!bin) return formatSeconds(fromMs);
  return bin.toMs === null
    ? `${formatSeconds(bin.fromMs)} ${text.trends.longer}`
    : `${formatNumber(bin.fromMs / 1000)}–${formatSeconds(bin.toMs)}`;
}

function lowersInWords({ side, lowers }: SideProfile, isAlone: boolean, hasTempo: boolean): string[] {
  const name = isAlone ? null : text.trends.side[side];
  const all = lowers.reduce((sum, bin) => sum + bin.lowers, 0);
  const most = lowers.reduce((a, b) => (b.lowers > a.lowers ? b : a));
  const within = lowers.filter(
    ({ fromMs, toMs }) => fromMs >= FIVE_COUNT_MS.least && toMs !== null && toMs <= FIVE_COUNT_MS.most,
  );
  const usual = text.trends.lowersUsual(
    name,
    formatSeconds(most.fromMs),
    most.toMs === null ? text.trends.longer : formatSeconds(most.toMs),
  );
  if (!hasTempo) return [usual];
  return [
    text.trends.lowersSentence(
      name,
      within.reduce((sum, bin) => sum + bin.lowers, 0),
      all,
    ),
    usual,
  ];
}

/** So many reps at either end of a set are compared. */
const END_REPS = 3;

/** The range, or the lowering, by the number of the rep in its set. */
export function tiringChart(key: 'tiringRange' | 'tiringLowers', { sides }: RepProfile): TrendChart {
  const isRange = key === 'tiringRange';
  const series: ChartSeries[] = sides
    .map(({ side, byRep }) => ({
      ...sideSeries(side),
      points: byRep.flatMap(({ n, range, lowerMs }) => {
        const y = isRange ? range : lowerMs;
        return y === null ? [] : [{ x: n, y }];
      }),
    }))
    .filter(({ points }) => points.length > 0);
  const model: ChartModel = {
    kind: 'line',
    x: { label: text.trends.repNumber, format: (n) => formatNumber(n) },
    y: { label: text.trends.chart(key).y, format: isRange ? formatShare : formatSeconds, atLeast: [0, 0] },
    series,
  };
  return trendChart(key, model, tiringInWords(series));
}

function tiringInWords(series: readonly ChartSeries[]): string {
  const sentences = series.flatMap(({ name, points }) => {
    if (points.length < 2 * END_REPS) return [];
    const [first, last] = [mean(points.slice(0, END_REPS)), mean(points.slice(-END_REPS))];
    return [text.trends.tiring(series.length === 1 ? null : name, last / first - 1)];
  });
  return sentences.length > 0 ? sentences.join(' ') : text.trends.tooFewReps;
}

function mean(points: ChartSeries['points']): number {
  return points.reduce((sum, { y }) => sum + y, 0) / points.length;
}
