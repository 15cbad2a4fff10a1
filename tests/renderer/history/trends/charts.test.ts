import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { createHistoryQueries } from '../../../../electron/services/history/queries.ts';
import { createHistoryStore, type HistoryStore } from '../../../../electron/services/history/store.ts';
import { rowsOf } from '../../../../renderer/charts/chart.ts';
import { chartsOf } from '../../../../renderer/history/trends/chartsOf.ts';
import { checkCharts } from '../../../../renderer/history/trends/checkCharts.ts';
import type { TrendChart } from '../../../../renderer/history/trends/trendChart.ts';
import { text } from '../../../../renderer/messages/en.ts';
import type { CatalogueId } from '../../../../shared/exercises/exerciseIds.ts';
import type { NewRep, RepMeasures } from '../../../../shared/history/records.ts';
import { memoryHistory } from '../../../support/memoryHistory.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../../../support/records.ts';

const DAY_MS = 86_400_000;
/** All in UTC, so that the days here are those of the database. Friday, 20 November 2026, noon. */
const NOW_MS = Date.UTC(2026, 10, 20, 12);
const DAYS = { dayOf: (ms: number) => Math.floor(ms / DAY_MS), startMsOf: (day: number) => day * DAY_MS };
const MONDAY = 0;

interface Raw {
  readonly side: 'left' | 'right';
  readonly weeksAgo: number;
  readonly pain: number;
  readonly rises: readonly number[];
  readonly lowersMs: readonly number[];
}

/** Monday of so many weeks ago. */
function mondayMs(weeksAgo: number): number {
  return Date.UTC(2026, 10, 16) - 7 * weeksAgo * DAY_MS;
}

/** Sets of made-up figures, and the same figures again for the test to reckon with. */
const RAW: readonly Raw[] = [0, 1, 2, 3, 5].flatMap((weeksAgo) =>
  (['left', 'right'] as const).flatMap((side) =>
    [0, 1].map((n): Raw => {
      const count = 10 + weeksAgo + n + (side === 'left' ? 0 : 3);
      return {
        ...{ side, weeksAgo, pain: (weeksAgo * 2 + n) % 7 },
        rises: Array.from({ length: count }, (_, i) => 0.05 + 0.001 * ((i * 7 + weeksAgo) % 11)),
        lowersMs: Array.from({ length: count }, (_, i) => 3400 + 210 * ((i * 5 + n + weeksAgo) % 19)),
      };
    }),
  ),
);

function write(store: HistoryStore, exercise: CatalogueId): void {
  for (const { side, weeksAgo, pain, rises, lowersMs } of RAW) {
    const startedAtMs = mondayMs(weeksAgo) + 10 * 3_600_000;
    const session = aSession({ startedAtMs });
    const set = aSet(session.id, { startedAtMs, exercise, side });
    store.startSession(session);
    store.startSet(set);
    rises.forEach((riseRatio, i) => {
      const rep: NewRep = aRep(set.id, i + 1, { side });
      const { topMs } = rep;
      const measures: Partial<RepMeasures> = {
        riseRatio,
        lowerStartMs: topMs + 500,
        endMs: topMs + 500 + (lowersMs[i] ?? 0),
      };
      store.addRep(rep);
      store.addRepMeasures(measuresOf(rep, measures));
    });
    store.endSet({ id: set.id, endedAtMs: startedAtMs + 90_000, reason: 'finished' });
    store.addCheckIn(aCheckIn(set.id, { atMs: startedAtMs + 95_000, pain }));
    store.endSession({ id: session.id, endedAtMs: startedAtMs + 100_000, reason: 'finished' });
    const feel = pain > 4 ? 'worse' : 'same';
    store.addFeel({ id: uuidv7(), sessionId: session.id, atMs: startedAtMs + DAY_MS, asked: 'next-day', feel });
  }
}

function drawn(exercise: CatalogueId): Map<string, TrendChart> {
  const db = memoryHistory();
  db.transaction(() => write(createHistoryStore(db), exercise))();
  const queries = createHistoryQueries(db, DAYS, 'UTC', () => NOW_MS);
  const request = { exercise, span: '3-months' as const, firstWeekday: MONDAY };
  const charts = chartsOf(exercise, queries['history.trends'](request), queries['history.repProfile'](request));
  return new Map(charts.map((chart) => [chart.key, chart]));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const setsOf = (side: Raw['side'], weeksAgo: number): Raw[] =>
  RAW.filter((raw) => raw.side === side && raw.weeksAgo === weeksAgo);
const WEEKS_DONE = [5, 3, 2, 1, 0];

/** Each week with sets, reckoned from the raw figures. */
const EXPECTED: Record<string, (sets: readonly Raw[]) => number> = {
  volume: (sets) => sum(sets.flatMap(({ rises }) => rises)),
  best: (sets) => Math.max(...sets.map(({ rises }) => rises.length)),
  range: (sets) => mean(sets.flatMap(({ rises }) => rises)),
  fiveCount: (sets) => mean(sets.flatMap(({ lowersMs }) => lowersMs).map((ms) => Number(ms >= 4000 && ms <= 6500))),
  pain: (sets) => Math.max(...sets.map(({ pain }) => pain)),
};

const CHARTS = drawn('calf-raise-eccentric');

describe('the charts say what the raw records say', () => {
  test.each(Object.keys(EXPECTED))('%s, week by week and side by side', (key) => {
    const { model } = CHARTS.get(key) ?? {};
    expect(model?.series.map(({ look }) => look)).toEqual(['left', 'right']);
    for (const { look, points } of model?.series ?? []) {
      for (const weeksAgo of WEEKS_DONE) {
        const point = points.find(({ x }) => x === mondayMs(weeksAgo));
        expect(point?.y).toBeCloseTo(EXPECTED[key]?.(setsOf(look as Raw['side'], weeksAgo)) ?? Number.NaN, 3);
      }
    }
    // The fourth week ago was rest: no work, and nothing known of the rest.
    const rest = rowsOf({ series: model?.series ?? [] }).find(({ x }) => x === mondayMs(4));
    expect(rest?.values ?? null).toEqual(key === 'volume' ? [0, 0] : null);
  });

  test('how long lowers take', () => {
    const { series } = CHARTS.get('lowers')?.model ?? { series: [] };
    for (const { look, points } of series) {
      const lowers = RAW.filter(({ side }) => side === look).flatMap(({ lowersMs }) => lowersMs);
      expect(sum(points.map(({ y }) => y))).toBe(lowers.length);
      for (const { x, y } of points) {
        const [from, to] = [x - 250, x + 250];
        expect(y).toBe(lowers.filter((ms) => ms >= from && ms < to).length);
      }
    }
  });

  test.each([
    ['tiringRange', (raw: Raw) => raw.rises],
    ['tiringLowers', (raw: Raw) => raw.lowersMs],
  ] as const)('%s: rep by rep', (key, valuesOf) => {
    for (const { look, points } of CHARTS.get(key)?.model.series ?? []) {
      const sets = RAW.filter(({ side }) => side === look).map(valuesOf);
      for (const { x, y } of points) {
        const reps = sets.flatMap((values) => values[x - 1] ?? []);
        expect(Math.abs(y / mean(reps) - 1)).toBeLessThan(0.002);
      }
    }
  });

  test('left against right', () => {
    const work = (side: Raw['side'], weeksAgo: number): number =>
      mean(setsOf(side, weeksAgo).map(({ rises }) => sum(rises)));
    const series = CHARTS.get('index')?.model.series.find(({ name }) => name === text.trends.indexOf.work);
    for (const weeksAgo of WEEKS_DONE) {
      const [left, right] = [work('left', weeksAgo), work('right', weeksAgo)];
      const percent = series?.points.find(({ x }) => x === mondayMs(weeksAgo))?.y ?? Number.NaN;
      expect(Math.abs(percent - (100 * Math.min(left, right)) / Math.max(left, right))).toBeLessThan(0.6);
    }
  });

  test('the day after: each answer once', () => {
    const { model, sentence } = CHARTS.get('dayAfter') ?? {};
    const total = (name: string): number =>
      sum(model?.series.find((one) => one.name === name)?.points.map(({ y }) => y) ?? []);
    const worse = RAW.filter(({ pain }) => pain > 4).length;
    expect([total(text.trends.feels.worse), total(text.trends.feels.same)]).toEqual([worse, RAW.length - worse]);
    expect(sentence).toBe(text.trends.dayAfterSentence(0, RAW.length - worse, worse));
  });

  test('the sentence tells the latest week, and what is only noise is no change', () => {
    const [left, right] = (['left', 'right'] as const).map((side) => EXPECTED['best']?.(setsOf(side, 0)));
    expect(CHARTS.get('best')?.sentence).toContain(`left ${left}, right ${right}`);
    expect(CHARTS.get('best')?.sentence).toContain(text.trends.changeAll('same'));
    expect(CHARTS.get('pain')?.sentence).toContain(text.trends.painOften('week', 2));
  });

  test('of a sum, the week that is under way is not held against whole ones', () => {
    const { model, sentence = '' } = CHARTS.get('volume') ?? {};
    expect(model?.series[0]?.points.at(-1)?.x).toBe(mondayMs(0));
    const weekOf = (weeksAgo: number): string => model?.x.format(mondayMs(weeksAgo)) ?? '';
    expect(sentence).toContain(weekOf(1));
    expect(sentence).not.toContain(weekOf(0));
  });
});

test('every chart of every kind of exercise says what will be there', () => {
  const db = memoryHistory();
  const queries = createHistoryQueries(db, DAYS, 'UTC', () => NOW_MS);
  for (const exercise of [
    'calf-raise-double',
    'pogo-single',
    'glute-bridge',
    'knee-to-wall',
    'wall-calf-stretch',
    'foam-roll-calf',
  ] as const) {
    const request = { exercise, span: 'all' as const, firstWeekday: MONDAY };
    const charts = chartsOf(exercise, queries['history.trends'](request), queries['history.repProfile'](request));
    expect(charts.length).toBeGreaterThan(2);
    for (const { model, empty } of charts) {
      expect(rowsOf(model)).toEqual([]);
      expect(empty).toMatch(/will be here/);
    }
  }
});

test('the checks of the span, the last figure of each day', () => {
  const checks = [40, 9, 9, 2].map((daysAgo, i) => ({
    ...{ kind: 'heel-rise' as const, side: 'left' as const, passed: null, heightCm: null },
    ...{ atMs: NOW_MS - daysAgo * DAY_MS + i, value: 20 + i },
  }));
  const span = { fromDate: '2026-10-26', toDate: '2026-11-20' };
  const chart = checkCharts(checks, span, DAYS.dayOf).find(({ key }) => key === 'heel-rise');
  expect(chart?.model.series).toMatchObject([{ look: 'left', points: [{ y: 22 }, { y: 23 }] }]);
  expect(chart?.sentence).toContain('left 23 reps');
});
