import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { doseOutcome } from '../../../shared/breaks/doseOutcome.ts';
import type { EndReason, SessionRecord, SetRecord } from '../../../shared/history/records.ts';
import type { Block } from '../../../shared/session/sessionPlan.ts';
import { aRep, aSession, aSet } from '../../support/records.ts';

const START_MS = 1_700_000_000_000;
const RAISES: Block = {
  ...{ exercise: 'calf-raise-single', part: 'main', sets: 1, sides: ['left', 'right'] },
  ...{ target: { reps: 6 }, restMs: 60_000 },
};

function sessionOf(blocks: Block[], sets: SetRecord[], plannedMs = START_MS): SessionRecord {
  const plan = { atMs: plannedMs, startAt: 0, plan: { kind: 'break' as const, blocks } };
  const end = { endedAtMs: START_MS + 90_000, reason: 'stopped' as const };
  return { ...aSession({ startedAtMs: START_MS }), note: '', deletedAtMs: null, end, plan, feels: [], sets };
}

function setOf(task: number, reps: number, reason: EndReason, changes: Partial<SetRecord> = {}): SetRecord {
  const set = aSet(uuidv7(), { startedAtMs: START_MS + 1000 * task, exercise: 'calf-raise-single', task });
  const seen = Array.from({ length: reps }, (_, i) => ({ ...aRep(set.id, i + 1), counts: true, measures: null }));
  const end = { endedAtMs: START_MS + 60_000, reason };
  const asIs = { recordedSide: set.side, note: '', attempts: [], corrected: 0, checkIn: null };
  return { ...set, ...asIs, end, reps: seen, ...changes };
}

describe('what a session of a break came to', () => {
  test('every side finished, and the camera saw it: counted', () => {
    const session = sessionOf([RAISES], [setOf(0, 6, 'finished'), setOf(1, 6, 'finished')]);
    expect(doseOutcome(session)).toEqual({ rest: null, how: 'counted' });
  });

  test('of what was ended early the missing reps are left, and the other side', () => {
    const { rest } = doseOutcome(sessionOf([RAISES], [setOf(0, 4, 'stopped')]));
    expect(rest?.blocks).toMatchObject([
      { sides: ['left'], target: { reps: 2 } },
      { sides: ['right'], target: { reps: 6 } },
    ]);
  });

  test('what was skipped is left whole, though it was not the last', () => {
    const { rest } = doseOutcome(sessionOf([RAISES], [setOf(0, 2, 'skipped'), setOf(1, 6, 'finished')]));
    expect(rest?.blocks).toMatchObject([{ sides: ['left'], target: { reps: 6 } }]);
  });

  test('begun again and then finished it is done', () => {
    const session = sessionOf([{ ...RAISES, sides: ['left'] }], [setOf(0, 3, 'restarted'), setOf(0, 6, 'finished')]);
    expect(doseOutcome(session).rest).toBeNull();
  });

  test('after another exercise was chosen, what was done of the first one does not count', () => {
    const before = setOf(0, 6, 'finished');
    const session = sessionOf(
      [RAISES],
      [before, setOf(1, 6, 'finished', { startedAtMs: START_MS + 40_000 })],
      START_MS + 30_000,
    );
    expect(doseOutcome(session).rest?.blocks).toMatchObject([{ sides: ['left'] }]);
  });

  test('what a clock leads, and what only the person counted, is on their word', () => {
    const stretch: Block = { ...RAISES, exercise: 'hamstring-stretch', sides: ['left'], target: { goMs: 30_000 } };
    const go = setOf(0, 0, 'finished', { exercise: 'hamstring-stretch' });
    expect(doseOutcome(sessionOf([stretch], [go]))).toEqual({ rest: null, how: 'reported' });
    const corrected = setOf(0, 0, 'finished', { corrected: 6 });
    expect(doseOutcome(sessionOf([{ ...RAISES, sides: ['left'] }], [corrected])).how).toBe('reported');
  });
});
