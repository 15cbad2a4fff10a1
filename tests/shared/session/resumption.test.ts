import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { countOf, type EndReason, type SessionRecord, type SetRecord } from '../../../shared/history/records.ts';
import { objectionTo, resumptionOf, setsToClose } from '../../../shared/session/resumption.ts';
import { type SessionPlan, usualBlock } from '../../../shared/session/sessionPlan.ts';
import { aRep, aSession, aSet } from '../../support/records.ts';

const PLAN: SessionPlan = {
  kind: 'recommended',
  blocks: [
    { exercise: 'calf-raise-single', part: 'main', sets: 2, sides: ['left', 'right'], target: { reps: 15 }, restMs: 1 },
    { exercise: 'hamstring-stretch', part: 'cool-down', sets: 1, sides: ['left'], target: { goMs: 30_000 }, restMs: 1 },
  ],
};
const PLANNED_MS = 1_700_000_000_000;

function session(sets: readonly SetRecord[], change: Partial<SessionRecord> = {}): SessionRecord {
  return {
    ...aSession({ startedAtMs: PLANNED_MS }),
    ...{ note: '', deletedAtMs: null },
    end: null,
    plan: { atMs: PLANNED_MS, startAt: 0, plan: PLAN },
    feels: [],
    sets: [...sets],
    ...change,
  };
}

/** A set of the plan's task, begun so many minutes into the session. */
function set(task: number, reps: number, reason: EndReason | null, change: Partial<SetRecord> = {}): SetRecord {
  const side = task % 2 === 0 ? 'left' : 'right';
  const startedAtMs = PLANNED_MS + task * 60_000;
  const plan = aSet(uuidv7(), { exercise: 'calf-raise-single', side, targetReps: 15, task, startedAtMs });
  return {
    ...plan,
    ...{ recordedSide: plan.side, note: '' },
    end: reason && { endedAtMs: startedAtMs + 50_000, reason },
    reps: Array.from({ length: reps }, (_, i) => ({ ...aRep(plan.id, i + 1), counts: true, measures: null })),
    attempts: [],
    corrected: 0,
    checkIn: null,
    ...change,
  };
}

const STRETCH: Partial<SetRecord> = { exercise: 'hamstring-stretch', side: 'left', targetReps: 1, targetMs: 30_000 };

describe('where a session goes on', () => {
  test.each<[string, SetRecord[], number | null]>([
    ['before its first set', [], 0],
    ['after a set that was done', [set(0, 15, 'finished')], 1],
    ['after a set that was stopped or skipped', [set(0, 4, 'stopped'), set(1, 0, 'skipped')], 2],
    ['with a set that was given up for a new try', [set(0, 15, 'finished'), set(1, 3, 'restarted')], 1],
    ['with a set that was closed later', [set(0, 15, 'finished'), set(1, 3, 'closed-later')], 1],
    ['after a set that was closed later, but has all of its reps', [set(0, 15, 'closed-later')], 1],
    ['after an open set that has all of its reps', [set(0, 15, null)], 1],
    ['nowhere, when everything is done', [set(4, 0, 'finished', STRETCH)], null],
  ])('%s', (_, sets, startAt) => {
    const resumable = resumptionOf(session(sets));
    expect(resumable?.resume.startAt ?? null).toBe(startAt);
    expect(resumable?.resume.open).toBeUndefined();
    if (resumable) expect(resumable).toMatchObject({ source: 'camera', plan: PLAN });
  });

  test('with the set that was cut off, from its count', () => {
    const open = set(1, 8, null, { corrected: -1 });
    const { resume } = resumptionOf(session([set(0, 15, 'finished'), open])) ?? {};
    expect(resume).toMatchObject({
      startAt: 1,
      open: { setId: open.id, alreadyDone: 8, alreadyCorrected: -1 },
    });
  });

  test('with the set that was cut off, numbered on from its last rep where one in between is lost', () => {
    const whole = set(1, 5, null, { corrected: 1 });
    const open = { ...whole, reps: whole.reps.filter(({ n }) => n !== 3) };
    const { resume } = resumptionOf(session([set(0, 15, 'finished'), open])) ?? {};
    expect(resume?.open).toMatchObject({ alreadyDone: 5, alreadyCorrected: 0 });
  });

  test('more was taken away from it than there was: here and in the history the next rep makes good for that', () => {
    const open = set(1, 2, null, { corrected: -3 });
    const { resume } = resumptionOf(session([set(0, 15, 'finished'), open])) ?? {};
    const { alreadyDone = 0, alreadyCorrected = 0 } = resume?.open ?? {};
    const goneOn = { ...open, reps: [...open.reps, ...set(1, 3, null).reps.slice(2)] };
    expect(alreadyDone + alreadyCorrected + 1).toBe(0);
    expect(countOf(goneOn)).toBe(0);
  });

  test('after all that is in its records, whatever the clock says by then', () => {
    const open = set(1, 3, null);
    const lastMs = open.startedAtMs + 40_000;
    const reps = open.reps.map((rep, i) => ({ ...rep, atMs: lastMs - 1000 * i }));
    const { resume } = resumptionOf(session([set(0, 15, 'finished'), { ...open, reps }])) ?? {};
    expect(resume?.lastMs).toBe(lastMs);
  });

  test('what a clock leads begins anew, and its open set is closed', () => {
    const open = set(4, 0, null, STRETCH);
    const cut = session([set(3, 15, 'finished'), open]);
    const { resume } = resumptionOf(cut) ?? {};
    expect(resume).toMatchObject({ sessionId: cut.id, startAt: 4 });
    expect(resume).not.toHaveProperty('open');
    expect(setsToClose(cut, resume ?? null)).toEqual([open.id]);
  });

  test('a test of endurance begins anew: its reps count without a rest only', () => {
    const open = set(0, 12, null, { exercise: 'heel-rise-endurance', targetReps: 60 });
    const plan: SessionPlan = { kind: 'check', blocks: [usualBlock('heel-rise-endurance', 'check')] };
    const cut = session([open], { plan: { atMs: PLANNED_MS, startAt: 0, plan } });
    const { resume } = resumptionOf(cut) ?? {};
    expect(resume).toMatchObject({ sessionId: cut.id, startAt: 0, done: [] });
    expect(resume).not.toHaveProperty('open');
    expect(setsToClose(cut, resume ?? null)).toEqual([open.id]);
  });

  test('at its questions, when all is done and a set has no answer', () => {
    const unanswered = set(3, 15, 'finished');
    const cut = session([unanswered, set(4, 0, 'finished', STRETCH)]);
    expect(resumptionOf(cut)?.resume).toMatchObject({
      startAt: 5,
      done: [{ id: unanswered.id, checkIn: null, reason: 'finished' }, { exercise: 'hamstring-stretch' }],
    });
  });

  test('by its latest plan: what was done before that decides nothing', () => {
    const atMs = PLANNED_MS + 10 * 60_000;
    const changed = session([set(0, 15, 'finished'), set(1, 7, null)], { plan: { atMs, startAt: 2, plan: PLAN } });
    expect(resumptionOf(changed)?.resume).toMatchObject({ sessionId: changed.id, startAt: 2 });
    expect(setsToClose(changed, resumptionOf(changed)?.resume ?? null)).toHaveLength(1);
  });
});

describe('a session of an older version, without a plan', () => {
  test('goes on with its open set alone', () => {
    const open = set(0, 8, null, { task: null });
    expect(resumptionOf(session([open], { plan: null, source: 'athlete' }))).toMatchObject({
      source: 'athlete',
      plan: {
        kind: 'free',
        blocks: [{ exercise: 'calf-raise-single', sets: 1, sides: ['left'], target: { reps: 15 } }],
      },
      resume: { startAt: 0, open: { setId: open.id, alreadyDone: 8 } },
    });
  });

  test('without an open set there is nothing to go on with', () => {
    expect(resumptionOf(session([set(0, 15, 'finished', { task: null })], { plan: null }))).toBeNull();
  });
});

test('the set that goes on stays open; with no going on, all are closed', () => {
  const open = set(1, 8, null);
  const cut = session([set(0, 15, 'finished'), open]);
  expect(setsToClose(cut, resumptionOf(cut)?.resume ?? null)).toEqual([]);
  expect(setsToClose(cut, null)).toEqual([open.id]);
});

describe('what speaks against going on', () => {
  const HOPS: SessionPlan = {
    kind: 'recommended',
    blocks: [usualBlock('pogo-single', 'main'), usualBlock('calf-raise-double', 'main')],
  };
  const HOUR_MS = 3_600_000;
  const meanwhile = (hours: number) => ({ nowMs: PLANNED_MS + hours * HOUR_MS, closedHops: ['pogo-single'] as const });

  function objection(cut: SessionRecord, hours: number) {
    const resumable = resumptionOf(cut);
    return resumable && objectionTo(resumable, cut, meanwhile(hours));
  }

  test('more than twelve hours since the last set', () => {
    const cut = session([set(0, 15, 'finished', { startedAtMs: PLANNED_MS + HOUR_MS })]);
    expect(objection(cut, 13)).toBeNull();
    expect(objection(cut, 13.1)).toBe('long-ago');
    expect(objection(session([]), 12.1)).toBe('long-ago');
  });

  test('hops still to do that have closed, unless the demo athlete does them', () => {
    const plan = (startAt: number) => ({ plan: { atMs: PLANNED_MS, startAt, plan: HOPS } });
    const hopsDone = 2 * (HOPS.blocks[0]?.sets ?? 0);
    expect(objection(session([], plan(0)), 1)).toBe('closed-hops');
    expect(objection(session([], plan(hopsDone)), 1)).toBeNull();
    expect(objection(session([], { ...plan(0), source: 'athlete' }), 1)).toBeNull();
  });
});
