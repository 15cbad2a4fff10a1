import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import { sessionRecordSchema } from '../../shared/history/records.ts';
import { ladderOf } from '../../shared/progression/ladder.ts';
import { isHop, RUNGS } from '../../shared/progression/rungs.ts';
import { loadsCalves } from '../../shared/progression/trainingHistory.ts';
import { PEOPLE, type Person } from '../../tools/people/person.ts';
import { seedPerson } from '../../tools/people/seedPerson.ts';
import { DAY_MS, type SimulatedDay, type SimulatedPerson, simulate } from '../../tools/people/simulate.ts';
import { peopleReport } from '../../tools/people/timeline.ts';
import { tempFolder } from '../support/tempFolder.ts';

const people = PEOPLE.map((person) => simulate(person));
const [ana, ben, cleo] = people as [SimulatedPerson, SimulatedPerson, SimulatedPerson];

const planned = ({ planned: { items } }: SimulatedDay): string[] => items.map(({ block }) => block.exercise);
const notes = ({ planned: { notes: all } }: SimulatedDay): string[] => all.map(({ code }) => code);
const doesLoad = (day: SimulatedDay): boolean => day.planned.items.some(({ block }) => loadsCalves(block.exercise));
const hops = (day: SimulatedDay): boolean => day.planned.items.some(({ block }) => isHop(block.exercise));
const place = (day: SimulatedDay): number => RUNGS.indexOf(day.after.current);

test('docs/people.md is what the simulation says today', () => {
  const kept = readFileSync(join(import.meta.dirname, '../../docs/people.md'), 'utf8');
  expect(kept, 'Run npm run simulate:people -- --write').toBe(peopleReport(people));
});

describe.each(PEOPLE.flatMap((person) => ([5, 10, 20] as const).map((minutes): Person => ({ ...person, minutes }))))(
  '$name with $minutes minutes',
  (person) => {
    const { days } = simulate(person);
    test('trains the calves neither on two days in a row nor more than three times in seven', () => {
      const loaded = days.filter(doesLoad).map(({ day }) => day);
      expect(loaded.filter((day) => loaded.includes(day - 1))).toEqual([]);
      for (const day of loaded) expect(loaded.filter((d) => d > day - 7 && d <= day).length).toBeLessThanOrEqual(3);
    });
    test('is asked for no more time than there is', () => {
      for (const { planned: session } of days) {
        expect(session.estimatedMs).toBeLessThanOrEqual((person.minutes + 1) * 60_000);
        expect(session.items).not.toHaveLength(0);
      }
    });
    test('gets something else to fill the time on the day after', () => {
      const fill = (day: SimulatedDay): string =>
        day.planned.items
          .filter(({ block }) => !loadsCalves(block.exercise) && block.part !== 'check')
          .map(({ block }) => block.exercise)
          .join();
      const repeated = days.filter((day, i) => {
        const before = days[i - 1];
        return before?.day === day.day - 1 && fill(day).length > 0 && fill(day) === fill(before);
      });
      expect(repeated.map(({ day }) => day)).toEqual([]);
    });
  },
);

describe('Ana, who gets better', () => {
  const { days } = ana;
  test('climbs rung by rung, without a step back, as far as hops', () => {
    const climbed = days.map(place);
    expect(climbed).toEqual([...climbed].sort((a, b) => a - b));
    expect(Math.max(...climbed.map((rung, i) => rung - (climbed[i - 1] ?? 0)))).toBe(1);
    expect(climbed.at(-1)).toBeGreaterThan(RUNGS.indexOf('pogo-double'));
    expect(days.at(-1)?.after.setbacks).toEqual([]);
  });
  test('hops only when the decline raise is earned and the five-count is done well', () => {
    const first = days.findIndex(hops);
    expect(days[first]?.before.hops).toEqual({ declineEarned: true, fiveCount: { have: 2, need: 2 } });
    expect(first).toBeGreaterThan(20);
  });
  test('has days for each hop, and 48 hours between sessions of them', () => {
    const opened = new Set(days.flatMap(({ after: { lastOpened } }) => (lastOpened ? [lastOpened.atMs] : [])));
    const hopsOpened = [...opened].slice(2);
    expect(hopsOpened.length).toBeGreaterThan(2);
    const between = hopsOpened.map((atMs, i) => atMs - (hopsOpened[i - 1] ?? -Infinity));
    expect(Math.min(...between)).toBeGreaterThan(4 * DAY_MS);
    const sessions = days.filter(hops).map(({ clock }) => clock.nowMs);
    expect(Math.min(...sessions.map((ms, i) => ms - (sessions[i - 1] ?? -Infinity)))).toBeGreaterThanOrEqual(
      2 * DAY_MS,
    );
  });
  test('begins every hop with few landings', () => {
    for (const rung of RUNGS.filter(isHop)) {
      const first = days.find((day) => planned(day).includes(rung));
      const reasons = first?.planned.items.find(({ block }) => block.exercise === rung)?.reasons ?? [];
      if (first) expect(reasons.map(({ code }) => code)).toContain('first-hops');
    }
  });
  test('trains the slow lower until the five-count is done, and keeps it up after', () => {
    const lowered = days.filter((day) => planned(day).includes('calf-raise-eccentric'));
    expect(lowered.length).toBeGreaterThan(6);
    const shown = days.find(({ after }) => after.hops.fiveCount.have === 2)?.day ?? Infinity;
    const strength = days.filter((day) => doesLoad(day) && day.day <= shown && place(day) > 0 && day.day > 7);
    expect(strength.every((day) => planned(day).includes('calf-raise-eccentric'))).toBe(true);
    expect(lowered.at(-1)?.day).toBeGreaterThan(45);
  });
  test('is never sent to a therapist', () => expect(days.flatMap(notes)).not.toContain('see-therapist'));
});

describe('Ben, who has pain', () => {
  const { days } = ben;
  const setbacks = days.at(-1)?.after.setbacks ?? [];
  test('goes back whenever it was too much, and is told so', () => {
    expect(setbacks.length).toBeGreaterThanOrEqual(2);
    expect(new Set(setbacks.map(({ cause }) => cause)).size).toBe(2);
    for (const { atMs } of setbacks) {
      const next = days.find(({ clock }) => clock.nowMs > atMs);
      expect(next && notes(next)).toContain('stepped-back');
    }
  });
  test('has gentle days after it, then the rung below', () => {
    for (const { atMs, to } of setbacks) {
      const after = days.filter(({ clock }) => clock.nowMs > atMs);
      expect(after.slice(0, 1).flatMap(notes)).toContain('gentle-day');
      expect(after.slice(0, 1).some(doesLoad)).toBe(false);
      const strength = after.find(doesLoad);
      expect(strength && planned(strength)).toContain(to);
      expect(strength && strength.clock.nowMs - atMs).toBeGreaterThan(1.5 * DAY_MS);
    }
  });
  test('comes back to a rung that was too much with fewer sets', () => {
    for (const { from, atMs } of setbacks) {
      const again = days.find((day) => day.clock.nowMs > atMs && planned(day).includes(from));
      const block = again?.planned.items.find((item) => item.block.exercise === from)?.block;
      if (block) expect(block.sets).toBe(2);
    }
  });
  test('never hops', () => expect(days.some(hops)).toBe(false));
  test('sees the red flags after pain of 5, and a therapist after two weeks', () => {
    expect(days.flatMap(notes)).toContain('pain-red-flags');
    expect(days.find((day) => notes(day).includes('see-therapist'))?.day).toBe(14);
  });
});

describe('Cleo, who skips', () => {
  const { days, progress } = cleo;
  const returns = days.filter(({ day }, i) => day - (days[i - 1]?.day ?? day) >= 7);
  test('is welcomed back', () => {
    expect(returns.length).toBeGreaterThan(2);
    for (const day of returns) expect(notes(day)).toContain('welcome-back');
  });
  test('begins with fewer sets after a long time, and goes on as before', () => {
    const [longest] = days.filter(({ day }, i) => day - (days[i - 1]?.day ?? day) >= 14);
    const sets = (day: SimulatedDay | undefined): number =>
      Math.max(
        0,
        ...(day?.planned.items ?? []).filter(({ block }) => loadsCalves(block.exercise)).map(({ block }) => block.sets),
      );
    expect(sets(longest)).toBe(2);
    expect(sets(days[days.indexOf(longest as SimulatedDay) + 1])).toBe(3);
  });
  test('loses no rung by staying away, and gains none', () => {
    expect(days.at(-1)?.after.setbacks).toEqual([]);
    for (const { before, clock } of returns) {
      const last = Math.max(...progress.sets.map(({ startedAtMs }) => startedAtMs).filter((ms) => ms < clock.nowMs));
      const soon = ladderOf(progress, { ...clock, nowMs: last + 2 * DAY_MS });
      expect(before.rungs.map(({ state }) => state)).toEqual(soon.rungs.map(({ state }) => state));
    }
  });
  test('earns nothing with questions unanswered', () => {
    const silent = new Set(days.filter(({ feel }) => feel === null).map(({ clock }) => clock.nowMs));
    const earned = days.at(-1)?.after.rungs.flatMap((rung) => rung.earned.map(({ atMs }) => atMs)) ?? [];
    expect(silent.size).toBeGreaterThan(3);
    expect(earned.filter((atMs) => silent.has(atMs))).toEqual([]);
  });
});

test('a history seeded with someone holds what was simulated', () => {
  const { db } = openDatabase(tempFolder(), 'now');
  onTestFinished(() => {
    db.close();
  });
  const store = createHistoryStore(db);
  const endMs = 1_800_000_000_000;
  // In one go: thousands of single writes would each wait for the disk.
  const { progress, days } = db.transaction(() => seedPerson(store, { ...ana.person, minutes: 5 }, endMs))();
  // Balance is measured in its sets; the people of the simulation only say how the ankle test went.
  const { checks, ...read } = store.progress();
  expect({ ...read, checks: checks.filter(({ kind }) => kind === 'knee-to-wall') }).toEqual(progress);
  expect(store.unfinished()).toBeNull();
  const sessions = store.sessions(endMs, 100);
  expect(sessions).toHaveLength(days.length);
  for (const one of sessions) sessionRecordSchema.parse(one);
});
