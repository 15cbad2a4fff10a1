import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { needsTherapist, pendingFeel, redFlagsDue } from '../../../shared/progression/advice.ts';
import { ESSENTIAL_AFTER_DAYS, essentialSets } from '../../../shared/progression/essentials.ts';
import type { Ladder } from '../../../shared/progression/ladder.ts';
import { ladderOf } from '../../../shared/progression/ladder.ts';
import { planSession } from '../../../shared/progression/plan.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import { sessionVerdict } from '../../../shared/progression/sessionVerdict.ts';
import { at, clockAt, DAY_MS, DECLINE_EARNED, fiveCountTwice, goodSets, past, session } from '../../support/pasts.ts';
import { randomPast } from '../../support/randomPasts.ts';

// Many histories; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** What is sent when the older part was thinned out. */
function thinned(progress: Progress, thinnedAtMs: number, untilMs: number): Progress {
  const kept = new Set(essentialSets(upTo(progress, thinnedAtMs), clockAt(thinnedAtMs), untilMs));
  const sets = progress.sets.filter(({ setId, startedAtMs }) => startedAtMs >= untilMs || kept.has(setId));
  const sessions = new Set(sets.map(({ sessionId }) => sessionId));
  return { ...progress, sets, feels: progress.feels.filter(({ sessionId }) => sessions.has(sessionId)) };
}

/** As it was known at a moment. */
function upTo({ sets, feels, overrides, checks }: Progress, nowMs: number): Progress {
  return past({
    sets: sets.filter(({ startedAtMs }) => startedAtMs <= nowMs),
    feels: feels.filter(({ atMs }) => atMs <= nowMs),
    overrides: overrides.filter(({ atMs }) => atMs <= nowMs),
    checks,
  });
}

function withoutLists({ rungs, ...ladder }: Ladder) {
  return { ...ladder, rungs: rungs.map(({ earned: _, ...rung }) => rung) };
}

const profile = { equipment: ['wall', 'step', 'decline-board'], goals: [], soreSide: 'left' } as const;

function decisions(progress: Progress, nowMs: number) {
  const clock = clockAt(nowMs);
  const ladder = ladderOf(progress, clock);
  return {
    ladder: withoutLists(ladder),
    plan: planSession({ progress, ladder, clock, profile, minutes: 20, kind: 'recommended' }),
    asked: pendingFeel(progress, clock),
    therapist: needsTherapist(progress, clock, true),
    flags: redFlagsDue(progress, clock),
  };
}

const runs = { numRuns: 100 };

describe('of an old past, the essential sets', () => {
  test('decide the same as all of it, then and later, and leave the same verdicts of what came since', () => {
    const pasts = fc.array(randomPast, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(pasts, fc.double({ min: 0, max: 1, noNaN: true }), (made, where) => {
        // Several pasts in a row, thinned out somewhere in their middle, when that was long ago.
        const { whole, days } = inARow(made.map(({ progress }) => progress));
        const cut = Math.floor(where * days);
        const untilMs = at(cut, 0);
        const thinnedAtMs = untilMs + ESSENTIAL_AFTER_DAYS * DAY_MS;
        const changed = whole.feels.some(
          ({ sessionId, atMs }) =>
            atMs > thinnedAtMs && whole.sets.some((set) => set.sessionId === sessionId && set.startedAtMs < untilMs),
        );
        // What is written of an older session has it thinned out anew.
        fc.pre(!changed);
        const part = thinned(whole, thinnedAtMs, untilMs);
        for (const nowMs of [thinnedAtMs, thinnedAtMs + 40 * DAY_MS, at(days + 5)].filter((ms) => ms >= thinnedAtMs)) {
          expect(decisions(part, nowMs)).toEqual(decisions(whole, nowMs));
          const since = whole.sets.filter(({ startedAtMs }) => startedAtMs >= untilMs && startedAtMs <= nowMs);
          const last = since.at(-1)?.sessionId;
          if (last) {
            expect(sessionVerdict(part, last, clockAt(nowMs))).toEqual(sessionVerdict(whole, last, clockAt(nowMs)));
          }
        }
        // Thinned out again, later, what is left is as good.
        const again = thinned(part, thinnedAtMs + 50 * DAY_MS, untilMs + 50 * DAY_MS);
        const endMs = Math.max(thinnedAtMs + 50 * DAY_MS, at(days + 5));
        expect(decisions(again, endMs)).toEqual(decisions(whole, endMs));
      }),
      runs,
    );
  });

  test('are few, of years in which the same was shown again and again', () => {
    const years = Array.from({ length: 300 }, (_, i) =>
      session(at(20 + 3 * i), goodSets('calf-raise-decline'), { nextDay: 'same' }),
    );
    const progress = past(...DECLINE_EARNED, ...fiveCountTwice(14), ...years);
    const kept = essentialSets(progress, clockAt(at(1000)), at(900, 0));
    expect(progress.sets.length).toBeGreaterThan(1800);
    expect(kept.length).toBeLessThan(60);
  });
});

/** One past after the other, and how many days they take together. */
function inARow(pasts: readonly Progress[]): { whole: Progress; days: number } {
  let days = 0;
  const parts = pasts.map((one) => {
    const part = shifted(one, days * DAY_MS);
    const lastMs = Math.max(0, ...one.sets.map(({ startedAtMs }) => startedAtMs - at(0)));
    days += Math.ceil(lastMs / DAY_MS) + 1;
    return part;
  });
  return { whole: past(...parts), days };
}

function shifted({ sets, feels, overrides, checks }: Progress, byMs: number): Partial<Progress> {
  return {
    sets: sets.map((set) => ({ ...set, startedAtMs: set.startedAtMs + byMs })),
    feels: feels.map((feel) => ({ ...feel, atMs: feel.atMs + byMs })),
    overrides: overrides.map((one) => ({ ...one, atMs: one.atMs + byMs })),
    checks,
  };
}
