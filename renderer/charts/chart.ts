/**
 * What a chart shows, as plain data. Its picture, its table, its readout and its sentence are all made from this, so that
 * none of them can say something else than the others.
 */
export interface ChartModel {
  readonly kind: 'line' | 'bars';
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** A level that means something, such as 5 of 10. */
  readonly level?: { readonly at: number; readonly label: string };
  /** A stretch of the x axis that means something, such as the count of five. */
  readonly stretch?: { readonly from: number; readonly to: number; readonly label: string };
}

export interface ChartAxis {
  readonly label: string;
  /** Calendar days, as ms since 1970 in UTC; they get ticks at days, months and years. */
  readonly isTime?: true;
  /** A value in full, for the table and the readout. */
  format(value: number): string;
  /** The same in short, beside the axis; without it, in full. */
  readonly tick?: (value: number) => string;
  /** What is shown at least. */
  readonly atLeast?: readonly [from: number, to: number];
  /** Where the ticks are, in place of round numbers. */
  readonly ticks?: readonly number[];
}

/** How a series looks: each has a colour, a shape and a line of its own. */
export type SeriesLook = 'left' | 'right' | 'both' | 'other';

export interface ChartSeries {
  readonly name: string;
  readonly look: SeriesLook;
  /** In the order of x. */
  readonly points: readonly ChartPoint[];
  /** A difference of so much, up or down, says nothing: it is drawn as a band. */
  readonly noise?: number;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** One row of the table, one stop of the keyboard: a place on the x axis, with the value of each series there. */
export interface ChartRow {
  readonly x: number;
  /** In the order of the series; null where one has no value here. */
  readonly values: readonly (number | null)[];
}

export function rowsOf({ series }: Pick<ChartModel, 'series'>): ChartRow[] {
  const byX = series.map(({ points }) => new Map(points.map(({ x, y }) => [x, y])));
  const all = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return all.map((x) => ({ x, values: byX.map((values) => values.get(x) ?? null) }));
}

/** The least and the greatest that the picture must have room for; of a single value, some room around it. */
export function extentOf(values: readonly number[], { atLeast, isTime }: ChartAxis): [number, number] {
  const all = [...values, ...(atLeast ?? [])];
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  if (least < most) return [least, most];
  const room = isTime ? DAY_MS : Math.abs(least) / 2 || 1;
  return [least - room, most + room];
}

const DAY_MS = 86_400_000;

/** Everything on the y axis that must be in the picture: the values, the bands around them, the level. */
export function heightsOf({ series, level }: ChartModel): number[] {
  return [
    ...series.flatMap(({ points, noise = 0 }) => points.flatMap(({ y }) => [Math.max(0, y - noise), y + noise])),
    ...(level ? [level.at] : []),
  ];
}
