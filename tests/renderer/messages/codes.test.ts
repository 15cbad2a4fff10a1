import { describe, expect, test } from 'vitest';
import { text } from '../../../renderer/messages/en.ts';
import type { SetFault } from '../../../shared/progression/evidence.ts';
import type { Earning, Missing } from '../../../shared/progression/ladder.ts';
import type { Setback } from '../../../shared/progression/ladderFold.ts';
import type { Note, Reason } from '../../../shared/progression/plannedSession.ts';

/** One of each code: a code without an example is a type error, as is one without words. */
type OneOfEach<Union extends { readonly code: string }> = {
  readonly [Code in Union['code']]: Omit<Extract<Union, { readonly code: Code }>, 'code'>;
};

function all<Union extends { readonly code: string }>(examples: OneOfEach<Union>): [string, Union][] {
  return Object.entries(examples).map(([code, rest]) => [code, { code, ...(rest as object) } as unknown as Union]);
}

const SETBACK: Setback = {
  ...{ atMs: 1, sessionId: 'x', from: 'pogo-double', to: 'calf-raise-decline', cause: 'pain', pain: 6 },
};

const REASONS = all<Reason>({
  'your-rung': { rung: 'calf-raise-single' },
  'new-rung': { rung: 'pogo-double' },
  'gate-progress': { have: 1, need: 2, next: 'pogo-double' },
  'five-count-for-hops': { have: 0, need: 2 },
  'takes-turns': { other: 'calf-raise-eccentric' },
  'keeps-strength': {},
  'first-hops': { landings: 45, atMost: 50 },
  'hops-rest': { untilMs: 1 },
  'stepped-back': { from: 'calf-raise-decline', to: 'calf-raise-single' },
  'starts-small': {},
  'after-pause': { days: 20 },
  'ease-off': {},
  'per-week': { have: 1, least: 2, most: 3 },
  'warm-up': {},
  'cool-down': {},
  'not-since': { days: 4 },
  'never-done': {},
  goal: { goal: 'desk-back' },
  'after-sitting': {},
  'sore-side-first': { side: 'left' },
  'sore-side-only': { side: 'right' },
  'test-due': { days: null },
  'test-before-run': {},
  'test-failed': {},
  'no-equipment': { insteadOf: 'calf-raise-decline', needs: [['decline-board', 'step'], ['wall']] },
});

const NOTES = all<Note>({
  'rest-day': { because: 'week-full', daysInWeek: 3 },
  'gentle-day': { cause: 'pain' },
  'stepped-back': { setback: SETBACK },
  'ease-off': {},
  'see-therapist': { days: 14, reports: 5 },
  'pain-red-flags': { pain: 6 },
  'better-twice-a-day': {},
  'welcome-back': { days: 9 },
  'cannot-earn': { rung: 'calf-raise-single', sets: 1, need: 3 },
  'equipment-missing': { exercise: 'calf-raise-eccentric', needs: [['step']] },
  'hops-rest': { untilMs: 1 },
  'better-not-run': {},
  'roll-after-run': {},
});

const MISSING = all<Missing>({
  sessions: { have: 1, need: 2 },
  'hours-apart': { untilMs: 1 },
  'day-after': { sessionId: 'x', untilDay: 20_000 },
  'earn-decline': {},
  'five-count-sessions': { have: 1, need: 2 },
  'rung-before': { rung: 'pogo-double' },
});

const FAULTS = all<SetFault>({
  short: { reps: 11, need: 15 },
  'no-check-in': {},
  'not-done': { end: 'skipped' },
  cramp: {},
  fatigue: {},
  pain: { pain: 4, atMost: 2 },
});

const STANDINGS: Record<Earning['standing'], true> = {
  ...{ counts: true, waits: true, worse: true, 'before-setback': true, 'before-open': true },
};

/** A whole sentence, with nothing left out. */
function expectSentence(words: string | undefined): void {
  expect(words).toMatch(/^[\p{Lu}\d].*\.$/u);
  expect(words).not.toMatch(/undefined|null|NaN|\[object/);
}

describe('every code has words', () => {
  test.each(REASONS)('reason %s', (_, reason) => expectSentence(text.reason(reason)));
  test.each(NOTES)('note %s', (_, note) => expectSentence(text.note(note)));
  test.each(MISSING)('missing %s', (_, missing) => expectSentence(text.ladder.missing(missing, 'calf-raise-single')));
  test.each(FAULTS)('set fault %s', (_, fault) => expectSentence(text.verdict.faults([fault, fault])[0]));
  test.each(Object.keys(STANDINGS))('standing %s', (standing) => {
    expect(text.ladder.standing(standing as Earning['standing'])).toMatch(/\w/);
  });
});

test('a kind of fault is named once, with how often it was', () => {
  const short = { code: 'short', reps: 9, need: 15 } as const;
  expect(text.verdict.faults([short, { code: 'no-check-in' }, short])).toEqual([
    expect.stringContaining('2 sets'),
    expect.stringContaining('1 set '),
  ]);
});

test('one piece of each group of equipment is named', () => {
  const words = text.note({
    code: 'equipment-missing',
    exercise: 'calf-raise-bent-knee',
    needs: [['wall'], ['step', 'band']],
  });
  expect(words).toContain('a wall and a step or a band');
});
