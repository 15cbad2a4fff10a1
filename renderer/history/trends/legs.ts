import type { SideIndexPoint, Trends } from '../../../shared/history/trends.ts';
import type { ChartModel, SeriesLook } from '../../charts/chart.ts';
import { text } from '../../messages/en.ts';
import { formatNumber, formatPercent } from '../../messages/format.ts';
import { dateToX, timeAxis } from './series.ts';
import { type TrendChart, trendChart } from './trendChart.ts';

const OF = ['reps', 'height', 'work'] as const;
const LOOK: Record<(typeof OF)[number], SeriesLook> = { reps: 'both', height: 'left', work: 'right' };

/** The weaker leg against the stronger one: in reps, in height, in work. */
export function indexChart(trends: Trends): TrendChart {
  const model: ChartModel = {
    kind: 'line',
    x: timeAxis(trends),
    y: { label: text.trends.chart('index').y, format: formatIndex, atLeast: [50, 100] },
    series: OF.map((of) => ({
      name: text.trends.indexOf[of],
      look: LOOK[of],
      points: trends.index.flatMap((point) => {
        const y = point[of];
        return y === null ? [] : [{ x: dateToX(point.date), y }];
      }),
    })).filter(({ points }) => points.length > 0),
  };
  return trendChart('index', model, trends.indexTotal ? indexInWords(trends.indexTotal) : '');
}

function indexInWords(total: SideIndexPoint): string {
  const values = OF.flatMap((of) => {
    const value = total[of];
    return value === null ? [] : [text.trends.indexValue(formatIndex(value), of)];
  });
  return values.length === 0 ? text.trends.even : text.trends.indexSentence(values, total.weaker);
}

function formatIndex(percent: number): string {
  return formatPercent(percent / 100);
}

const FEEL_LOOK = { better: 'both', same: 'other', worse: 'right' } as const satisfies Record<string, SeriesLook>;

/** How it felt on the day after the sessions of each week or month. */
export function dayAfterChart(trends: Trends): TrendChart {
  const told = trends.nextDay.filter(({ better, same, worse }) => better + same + worse > 0);
  const feels = ['better', 'same', 'worse'] as const;
  const model: ChartModel = {
    kind: 'bars',
    x: timeAxis(trends),
    y: { label: text.trends.chart('dayAfter').y, format: formatNumber, atLeast: [0, 1] },
    series:
      told.length === 0
        ? []
        : feels.map((feel) => ({
            name: text.trends.feels[feel],
            look: FEEL_LOOK[feel],
            points: told.map((point) => ({ x: dateToX(point.date), y: point[feel] })),
          })),
  };
  const sum = (feel: (typeof feels)[number]): number => told.reduce((all, point) => all + point[feel], 0);
  return trendChart('dayAfter', model, text.trends.dayAfterSentence(sum('better'), sum('same'), sum('worse')));
}
