import type { ChartModel } from '../../charts/chart.ts';
import { text } from '../../messages/en.ts';
import type { Step, TrendKey } from '../../messages/trends.ts';
import type { Latest } from './series.ts';

/** A chart with all that is said of it. */
export interface TrendChart {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  readonly model: ChartModel;
  readonly empty: string;
  readonly note?: string;
}

/** A chart with the words of its kind. */
export function trendChart(key: TrendKey, model: ChartModel, sentence: string): TrendChart {
  const { title, empty, note } = text.trends.chart(key);
  return { key, title, empty, model, sentence, ...(note && { note }) };
}

/** When each series was seen last, what it was then, and how that compares with before. */
export function latestInWords(latest: readonly Latest[], step: Step, { x, y }: Pick<ChartModel, 'x' | 'y'>): string {
  const isAlone = latest.length === 1;
  const nameOf = (name: string): string | null => (isAlone ? null : name);
  const byTime = Map.groupBy(latest, (one) => one.x);
  const values = [...byTime]
    .sort(([a], [b]) => b - a)
    .map(([when, those]) =>
      text.trends.latest(
        step,
        x.format(when),
        those.map(({ name, value }) => text.trends.value(nameOf(name), y.format(value))),
      ),
    );
  return [...values, ...changesInWords(latest)].join(' ');
}

function changesInWords(latest: readonly Latest[]): string[] {
  const known = latest.flatMap(({ name, change }) => (change ? [{ name, change }] : []));
  const [first] = known;
  if (!first) return [];
  if (latest.length === 1) return [text.trends.change(null, first.change)];
  const isSame = known.length === 2 && latest.length === 2 && known.every(({ change }) => change === first.change);
  return isSame
    ? [text.trends.changeAll(first.change)]
    : known.map(({ name, change }) => text.trends.change(name, change));
}
