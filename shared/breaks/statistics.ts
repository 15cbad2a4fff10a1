import { z } from 'zod';
import type { BreakEvent } from './breakState.ts';

/** What the history keeps of the breaks. */
export const KEPT_KINDS = ['offered', 'snoozed', 'skipped', 'done', 'credited', 'lapsed', 'sat'] as const;
export type KeptEvent = Extract<BreakEvent, { kind: (typeof KEPT_KINDS)[number] }>;

export function isKept(event: BreakEvent): event is KeptEvent {
  return (KEPT_KINDS as readonly string[]).includes(event.kind);
}

const count = z.int().min(0);
export const breakCountsSchema = z.object({
  /** Breaks, however often each was offered. */
  offered: count,
  counted: count,
  held: count,
  reported: count,
  snoozed: count,
  skipped: count,
  credited: count,
  /** Offered, and nothing came of it. */
  lapsed: count,
  /** Stretches of sitting: how many, how long together, and the longest, in ms. */
  stretches: count,
  satMs: count,
  longestMs: count,
});
export type BreakCounts = z.infer<typeof breakCountsSchema>;

export const breakDaySchema = z.object({ ...breakCountsSchema.shape, date: z.iso.date() });
export const breakStatisticsSchema = z.object({
  /** Days with anything in them, the oldest first. */
  days: z.array(breakDaySchema),
  /** The same by week; the date is its Monday. */
  weeks: z.array(breakDaySchema),
});
export type BreakStatistics = z.infer<typeof breakStatisticsSchema>;
type Dated = z.infer<typeof breakDaySchema>;

const DAY_MS = 86_400_000;
/** Day 0 of the calendar, 1 January 1970, was a Thursday. */
const MONDAY_OF_DAY_0 = -3;

/** @param dayOf the number of the calendar day that a moment belongs to; 0 is 1 January 1970 */
export function breakStatistics(events: readonly KeptEvent[], dayOf: (ms: number) => number): BreakStatistics {
  const days = countBy(events, ({ atMs }) => dayOf(atMs));
  const weeks = countBy(events, ({ atMs }) => mondayOf(dayOf(atMs)));
  return { days, weeks };
}

function mondayOf(day: number): number {
  return day - ((((day - MONDAY_OF_DAY_0) % 7) + 7) % 7);
}

function countBy(events: readonly KeptEvent[], dayOf: (event: KeptEvent) => number): Dated[] {
  const groups = Map.groupBy(events, dayOf);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([day, group]) => ({ ...countsOf(group), date: new Date(day * DAY_MS).toISOString().slice(0, 10) }));
}

function countsOf(events: readonly KeptEvent[]): BreakCounts {
  const of = (matches: (event: KeptEvent) => boolean): number => events.filter(matches).length;
  const stretches = events.filter((event) => event.kind === 'sat').map(({ atMs, fromMs }) => atMs - fromMs);
  return {
    offered: of((event) => event.kind === 'offered' && event.n === 1),
    counted: of((event) => event.kind === 'done' && event.how === 'counted'),
    held: of((event) => event.kind === 'done' && event.how === 'held'),
    reported: of((event) => event.kind === 'done' && event.how === 'reported'),
    snoozed: of((event) => event.kind === 'snoozed'),
    skipped: of((event) => event.kind === 'skipped'),
    credited: of((event) => event.kind === 'credited'),
    lapsed: of((event) => event.kind === 'lapsed'),
    stretches: stretches.length,
    satMs: stretches.reduce((sum, ms) => sum + ms, 0),
    longestMs: Math.max(0, ...stretches),
  };
}
