import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EQUIPMENT, type Equipment } from '../../../shared/exercises/catalogue.ts';
import { ladderOf } from '../../../shared/progression/ladder.ts';
import { planSession } from '../../../shared/progression/plan.ts';
import type { Progress, SetEvidence } from '../../../shared/progression/progress.ts';
import { RUNGS, type RungId } from '../../../shared/progression/rungs.ts';
import { sessionPlanSchema } from '../../../shared/session/sessionPlan.ts';
import { GOALS, SORE_SIDES } from '../../../shared/settings/settings.ts';
import { clockAt, DAY_MS, HOUR_MS } from '../../support/pasts.ts';
import { randomPast } from '../../support/randomPasts.ts';

const HOPS: readonly string[] = ['pogo-double', 'pogo-single', 'pogo-line', 'pogo-travel'];

function openRungs(progress: Progress, nowMs: number): RungId[] {
  return ladderOf(progress, clockAt(nowMs)).rungs.flatMap(({ rung, state }) => (state === 'open' ? [rung] : []));
}

/** What the protocol says of a session, in the plainest way, with nothing of the code under test. */
function naive({ sets, feels }: Progress, nowMs: number) {
  const ids = [...new Set(sets.filter((set) => set.startedAtMs <= nowMs).map((set) => set.sessionId))];
  const of = (id: string): SetEvidence[] => sets.filter((set) => set.sessionId === id && set.startedAtMs <= nowMs);
  const start = (id: string): number => Math.min(...of(id).map((set) => set.startedAtMs));
  const last = (id: string): number => Math.max(...of(id).map((set) => set.startedAtMs));
  const isGood = ({ fullReps, checkIn, endReason }: SetEvidence): boolean =>
    fullReps >= 15 &&
    (endReason === 'finished' || endReason === 'stopped' || endReason === 'closed-later') &&
    checkIn !== null &&
    !checkIn.cramp &&
    checkIn.fatigue !== 'a-lot' &&
    checkIn.pain !== null &&
    checkIn.pain <= 2;
  const saidWorse = (id: string): boolean =>
    feels.some((f) => f.sessionId === id && f.asked === 'next-day' && f.feel === 'worse' && f.atMs <= nowMs);
  const isSameDay = (a: string, b: string): boolean => Math.floor(last(a) / DAY_MS) === Math.floor(last(b) / DAY_MS);
  const dayAfterCame = (id: string): boolean =>
    Math.floor(nowMs / DAY_MS) >= Math.floor(last(id) / DAY_MS) + 2 ||
    feels.some(
      (f) => ids.includes(f.sessionId) && isSameDay(f.sessionId, id) && f.asked === 'next-day' && f.atMs <= nowMs,
    );
  const sides = (rung: string): string[] =>
    rung === 'calf-raise-double' || rung === 'pogo-double' ? ['both'] : ['left', 'right'];
  const earned = (rung: string): string[] =>
    ids.filter((id) =>
      sides(rung).every(
        (side) => of(id).filter((s) => s.exercise === rung && s.side === side && isGood(s)).length >= 3,
      ),
    );
  const fiveCounts = ids.filter((id) => {
    const lowered = of(id).filter((set) => set.exercise === 'calf-raise-eccentric' && set.endReason === 'finished');
    const timed = lowered.reduce((sum, set) => sum + set.timedLowers, 0);
    return timed >= 15 && lowered.reduce((sum, set) => sum + set.lowersInCount, 0) >= 0.8 * timed;
  });
  const isShown = (rung: string): boolean => {
    const well = earned(rung).filter((id) => !saidWorse(id) && dayAfterCame(id));
    return well.some((a) => well.some((b) => start(b) - last(a) >= 24 * HOUR_MS));
  };
  return { isShown, fiveCounts: fiveCounts.length };
}

describe('the ladder', () => {
  test('no history without the stated evidence ever opens a hop', () => {
    fc.assert(
      fc.property(randomPast, ({ progress, nowMs }) => {
        const hops = openRungs(progress, nowMs).filter((rung) => HOPS.includes(rung));
        if (hops.length === 0) return;
        const { isShown, fiveCounts } = naive(progress, nowMs);
        expect(isShown('calf-raise-decline')).toBe(true);
        expect(fiveCounts).toBeGreaterThanOrEqual(2);
        for (const rung of hops) {
          const before = RUNGS[RUNGS.indexOf(rung) - 1];
          expect(before && isShown(before)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('those histories do open hops, one and two of them, and as often do not', () => {
    const open = fc
      .sample(randomPast, { numRuns: 600, seed: 7 })
      .map(({ progress, nowMs }) => openRungs(progress, nowMs).filter((rung) => HOPS.includes(rung)).length);
    const share = (hops: (n: number) => boolean): number => open.filter(hops).length / open.length;
    expect(share((n) => n >= 1)).toBeGreaterThan(0.1);
    expect(share((n) => n >= 2)).toBeGreaterThan(0.03);
    expect(share((n) => n === 0)).toBeGreaterThan(0.3);
  });

  test('the order of the records does not matter', () => {
    fc.assert(
      fc.property(randomPast, fc.infiniteStream(fc.nat()), ({ progress, nowMs }, keys) => {
        const shuffle = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => [keys.next().value ?? 0, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
        const { sets, feels, overrides, checks } = progress;
        const shuffled = { sets: shuffle(sets), feels: shuffle(feels), overrides: shuffle(overrides), checks };
        expect(ladderOf(shuffled, clockAt(nowMs))).toEqual(ladderOf(progress, clockAt(nowMs)));
      }),
      { numRuns: 100 },
    );
  });
});

const profile = fc.record({
  equipment: fc.subarray<Equipment>([...EQUIPMENT]),
  goals: fc.subarray([...GOALS]),
  soreSide: fc.constantFrom(null, ...SORE_SIDES),
});
const minutes = fc.constantFrom(5 as const, 10 as const, 20 as const);
const kind = fc.constantFrom('recommended' as const, 'before-run' as const);

describe('a plan', () => {
  const isStrength = (exercise: string): boolean => exercise.startsWith('calf-raise') || exercise.startsWith('pogo');

  test('keeps to the time, to what is open, to the days between and to the week', () => {
    fc.assert(
      fc.property(randomPast, profile, minutes, kind, ({ progress, nowMs }, person, time, of) => {
        const clock = clockAt(nowMs);
        const ladder = ladderOf(progress, clock);
        const planned = planSession({ progress, ladder, clock, profile: person, minutes: time, kind: of });
        sessionPlanSchema.parse(planned.plan);
        expect(planned.estimatedMs).toBeLessThanOrEqual((time + 1) * 60_000);
        expect(planned.items.every(({ reasons }) => reasons.length > 0)).toBe(true);

        const ids = planned.items.map(({ block }) => block.exercise);
        const open: readonly string[] = openRungs(progress, nowMs);
        expect(ids.filter((id) => (RUNGS as readonly string[]).includes(id) && !open.includes(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);

        const done = progress.sets.filter((set) => set.startedAtMs <= nowMs && set.fullReps > 0);
        const today = clock.dayOf(nowMs);
        const daysAgo = (set: SetEvidence): number => today - clock.dayOf(set.startedAtMs);
        if (ids.some(isStrength)) {
          const strengthOn = (ago: number): number =>
            done.filter((set) => isStrength(set.exercise) && daysAgo(set) === ago).length;
          expect(strengthOn(0)).toBeLessThan(2);
          expect(strengthOn(1)).toBeLessThan(2);
          expect([2, 3, 4, 5, 6].filter((ago) => strengthOn(ago) >= 2).length).toBeLessThanOrEqual(2);
        }
        if (ids.some((id) => HOPS.includes(id))) {
          const hopped = new Set(done.filter((set) => HOPS.includes(set.exercise)).map(({ sessionId }) => sessionId));
          const starts = [...hopped].map((id) => startOf(done, id));
          expect(nowMs - Math.max(...starts)).toBeGreaterThanOrEqual(48 * HOUR_MS);
          const inWeek = starts.map((ms) => clock.dayOf(ms)).filter((day) => day > today - 7);
          expect(new Set(inWeek).size).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('those pasts do lead to plans with strength, and with hops', () => {
    const plans = fc.sample(randomPast, { numRuns: 600, seed: 7 }).map(({ progress, nowMs }) => {
      const clock = clockAt(nowMs);
      const all = { equipment: EQUIPMENT, goals: [], soreSide: null };
      const ladder = ladderOf(progress, clock);
      const { items } = planSession({ progress, ladder, clock, profile: all, minutes: 20, kind: 'recommended' });
      return items.map(({ block }) => block.exercise);
    });
    expect(plans.filter((ids) => ids.some(isStrength)).length).toBeGreaterThan(100);
    expect(plans.filter((ids) => ids.some((id) => HOPS.includes(id))).length).toBeGreaterThan(15);
  });

  function startOf(sets: readonly SetEvidence[], id: string): number {
    return Math.min(...sets.filter(({ sessionId }) => sessionId === id).map(({ startedAtMs }) => startedAtMs));
  }
});
