import { scaleLinear, scaleUtc } from '@visx/scale';
import { type ChartModel, extentOf, heightsOf, rowsOf } from './chart.ts';

export const HEIGHT = 232;
const MARGIN = { top: 14, right: 16, bottom: 32, left: 58 } as const;
const PIXELS_A_TICK = { x: 96, y: 46 } as const;
/** So that the first and the last mark do not touch the frame. */
const INSET = 12;

/** Where in the picture a value lies. */
export type Scales = ReturnType<typeof scalesOf>;

export function scalesOf(model: ChartModel, width: number) {
  const xs = rowsOf(model).map((row) => row.x);
  const [first, last] = extentOf(xs, model.x);
  const halfBar = model.kind === 'bars' ? stepOf(xs) / 2 : 0;
  const frame = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom };
  const inset = model.kind === 'bars' ? 0 : INSET;
  const config = {
    domain: [first - halfBar, last + halfBar],
    range: [frame.left + inset, Math.max(frame.left + inset, frame.right - inset)],
  };
  const x = model.x.isTime ? scaleUtc<number>(config) : scaleLinear<number>(config);
  const y = scaleLinear<number>({
    domain: extentOf(heightsOf(model), model.y),
    range: [frame.bottom, frame.top],
    nice: true,
  });
  const wanted = (from: number, to: number, each: number): number => Math.max(2, Math.floor((to - from) / each));
  return {
    frame,
    x,
    y,
    xTicks: model.x.ticks ?? x.ticks(wanted(frame.left, frame.right, PIXELS_A_TICK.x)).map(Number),
    yTicks: model.y.ticks ?? y.ticks(wanted(frame.top, frame.bottom, PIXELS_A_TICK.y)),
    /** How wide all bars of one place are together. */
    barsPx: halfBar === 0 ? 0 : 0.8 * (Number(x(first + halfBar)) - Number(x(first - halfBar))),
  };
}

/** The smallest distance between two values, which are in order. */
function stepOf(xs: readonly number[]): number {
  const steps = xs.slice(1).map((x, i) => x - (xs[i] ?? x));
  return steps.length === 0 ? 1 : steps.reduce((a, b) => Math.min(a, b));
}
