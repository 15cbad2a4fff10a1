import { describe, expect, test } from 'vitest';
import { type ChartModel, extentOf, heightsOf, rowsOf } from '../../../renderer/charts/chart.ts';
import { scalesOf } from '../../../renderer/charts/scales.ts';

const MODEL: ChartModel = {
  kind: 'line',
  x: { label: 'Week', isTime: true, format: String },
  y: { label: 'Reps', format: String },
  series: [
    {
      name: 'Left',
      look: 'left',
      noise: 6,
      points: [
        { x: 10, y: 4 },
        { x: 30, y: 20 },
      ],
    },
    {
      name: 'Right',
      look: 'right',
      points: [
        { x: 20, y: 9 },
        { x: 30, y: 12 },
      ],
    },
  ],
  level: { at: 40, label: 'much' },
};

describe('a chart', () => {
  test('has a row for each place on the x axis, with what each series has there', () => {
    expect(rowsOf(MODEL)).toEqual([
      { x: 10, values: [4, null] },
      { x: 20, values: [null, 9] },
      { x: 30, values: [20, 12] },
    ]);
  });

  test('has room for every value, band and level', () => {
    const { y, frame } = scalesOf(MODEL, 600);
    for (const value of [0, 4, 20, 26, 40]) {
      expect(y(value)).toBeGreaterThanOrEqual(frame.top);
      expect(y(value)).toBeLessThanOrEqual(frame.bottom);
    }
    expect(heightsOf(MODEL)).toContain(26);
    expect(Math.min(...heightsOf(MODEL))).toBe(0);
  });

  test('a single value stands in the middle', () => {
    const [least, most] = extentOf([8], MODEL.y);
    expect((least + most) / 2).toBe(8);
    expect(most).toBeGreaterThan(least);
  });

  test('bars stand within the frame, and do not overlap', () => {
    const points = [1, 2, 3].map((x) => ({ x, y: x }));
    const { x, frame, barsPx } = scalesOf(
      {
        ...MODEL,
        kind: 'bars',
        x: { label: 'Time', format: String },
        series: [{ name: 'Left', look: 'left', points }],
      },
      600,
    );
    expect(Number(x(1)) - barsPx / 2).toBeGreaterThanOrEqual(frame.left);
    expect(Number(x(3)) + barsPx / 2).toBeLessThanOrEqual(frame.right);
    expect(Number(x(2)) - Number(x(1))).toBeGreaterThan(barsPx);
  });
});
