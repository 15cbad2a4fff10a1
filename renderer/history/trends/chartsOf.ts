import { type Family, familyOf } from '../../../shared/exercises/catalogue.ts';
import { type CatalogueId, isSeen } from '../../../shared/exercises/exerciseIds.ts';
import { motionOf } from '../../../shared/exercises/motion.ts';
import type { RepProfile } from '../../../shared/history/repProfile.ts';
import type { Trends } from '../../../shared/history/trends.ts';
import type { TrendKey } from '../../messages/trends.ts';
import { dayAfterChart, indexChart } from './legs.ts';
import { isOverTime, overTimeChart } from './overTime.ts';
import type { TrendChart } from './trendChart.ts';
import { lowersChart, tiringChart } from './withinSets.ts';

const OF_FAMILY: Record<Family, readonly TrendKey[]> = {
  'calf-raises': ['volume', 'best', 'range', 'height', 'lowering', 'lowers', 'index', 'tiringRange', 'tiringLowers'],
  hops: ['volume', 'best', 'cadence', 'flight', 'height', 'index', 'tiringRange'],
  bridges: ['volume', 'best', 'range', 'height', 'lowering', 'lowers', 'index', 'tiringRange', 'tiringLowers'],
  ankle: ['volume', 'best', 'range', 'index', 'tiringRange'],
  holds: ['hold', 'sets'],
};
const OF_ALL: readonly TrendKey[] = ['pain', 'dayAfter'];

/** The charts that say something of an exercise, in the order in which they are shown. */
export function chartsOf(exercise: CatalogueId, trends: Trends, profile: RepProfile): TrendChart[] {
  const tempo = hasTempo(exercise);
  const own = isSeen(exercise) ? OF_FAMILY[familyOf(exercise)] : (['sets'] as const);
  const keys = [...own, ...OF_ALL].flatMap((key): readonly TrendKey[] =>
    key === 'lowering' && tempo ? ['fiveCount'] : [key],
  );
  return keys.map((key) => {
    if (isOverTime(key)) return overTimeChart(key, trends);
    if (key === 'lowers') return lowersChart(profile, tempo);
    if (key === 'index') return indexChart(trends);
    if (key === 'dayAfter') return dayAfterChart(trends);
    return tiringChart(key, profile);
  });
}

function hasTempo(exercise: CatalogueId): boolean {
  return isSeen(exercise) && motionOf(exercise).lowerMs !== undefined;
}
