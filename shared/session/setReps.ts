import type { EndReason } from '../history/records.ts';
import { endCounter } from '../motion/counter.ts';
import type { MotionEvent, Rep } from '../motion/events.ts';
import { initialSetup } from '../setup/setupCheck.ts';
import type { PhraseId } from './clips.ts';
import { paceRep, promptPace } from './pace.ts';
import { announceCount, coach, say, ticks } from './setCues.ts';
import {
  type Advice,
  counterSetup,
  countShown,
  hasTempo,
  type SetAttempt,
  type SetEffect,
  type SetRep,
  type SetState,
  type Step,
} from './setState.ts';

/** How a set takes what the counter saw, from its first rep to its last. */
export function takeEvent(state: SetState, event: MotionEvent): Step {
  switch (event.type) {
    case 'armed':
      return [state, []];
    case 'disarmed':
      return disarmed(state, event.tMs);
    case 'rep-top': {
      const rep: SetRep = { n: event.n, side: event.side, saved: false, measured: null };
      const [started, effects] = start(state);
      const pace = state.pace && paceRep(state.pace, event.topMs);
      return [
        { ...started, reps: [...state.reps, rep], pace },
        [...effects, { type: 'save-rep', n: event.n, side: event.side, topMs: event.topMs }],
      ];
    }
    case 'lowering':
      return [
        { ...state, lowerStartMs: event.lowerStartMs },
        hasTempo(state) ? [{ type: 'cancel-tones' }, ...ticks(event.lowerStartMs)] : [],
      ];
    case 'not-lowering':
      return [{ ...state, lowerStartMs: null }, hasTempo(state) ? [{ type: 'cancel-tones' }] : []];
    case 'landed':
      return [
        { ...state, lowerStartMs: null },
        hasTempo(state) ? [{ type: 'cancel-tones' }, { type: 'tone', tone: 'landing', atMs: null }] : [],
      ];
    case 'rep':
      return repMeasured(state, event.rep, event.tMs);
    case 'attempt': {
      const attempt: SetAttempt = {
        afterRep: state.reps.at(-1)?.n ?? state.plan.alreadyDone,
        reason: event.reason,
        heldMs: event.heldMs ?? null,
      };
      if (!state.started) return [state, []];
      const [next, said] = coach(
        { ...state, attempts: [...state.attempts, attempt] },
        [event.reason],
        'none',
        event.tMs,
      );
      const { atMs: topMs, reason } = event;
      const effects: SetEffect[] = [{ type: 'save-attempt', topMs, reason, heldMs: attempt.heldMs }, ...said];
      if (!hasTriedEnough(next)) return [next, effects];
      const [after, more] = finish(next, 'stopped');
      return [after, [...effects, ...more]];
    }
  }
}

function repMeasured(state: SetState, rep: Rep, nowMs: number): Step {
  const reps = state.reps.map((r) => (r.n === rep.n ? { ...r, side: rep.side, measured: rep } : r));
  const [next, said] = coach(
    { ...state, reps, lowerStartMs: null },
    rep.faults,
    rep.lowerMs === undefined ? 'all-but-tempo' : 'all',
    nowMs,
  );
  const effects: SetEffect[] = [{ type: 'save-measures', rep }, ...said];
  if (state.pace && rep.faults.includes('shallow')) {
    const [after, more] = losePace(next, 'higher');
    return [after, [...effects, ...more]];
  }
  const [after, more] = finishWhenReached(next);
  return [after, [...effects, ...more]];
}

export function repSaved(state: SetState, n: number): Step {
  const reps = state.reps.map((rep) => (rep.n === n ? { ...rep, saved: true } : rep));
  const next: SetState = { ...state, reps };
  const [after, effects] = finishWhenReached(next);
  return [after, [...announceCount(next, countShown(next)), ...effects]];
}

/** A rep that can never be in the history is none: nobody waits for it. */
export function repRefused(state: SetState, n: number): Step {
  return finishWhenReached({ ...state, reps: state.reps.filter((rep) => rep.n !== n) });
}

/** Who lets go so often will not manage the hold today, and what was held is in the history. */
const TRIES = 3;

function hasTriedEnough({ attempts }: SetState): boolean {
  return attempts.filter(({ reason }) => reason === 'let-go').length >= TRIES;
}

/** The set is done when the target is reached, the last heel is down, and all of it is in the history. */
export function finishWhenReached(state: SetState): Step {
  if (state.phase === 'done') return [state, []];
  const underWay = state.correcting !== 0 || state.reps.some((rep) => rep.measured === null || !rep.saved);
  return countShown(state) >= state.plan.targetReps && !underWay ? finish(state, 'finished') : [state, []];
}

export function finish(state: SetState, reason: EndReason): Step {
  // A rep under way is closed with what is known of it.
  const last = endCounter(counterSetup(state), state.counter).flatMap((e) => (e.type === 'rep' ? [e.rep] : []));
  const open = last.filter((rep) => state.reps.some((r) => r.n === rep.n && r.measured === null));
  const reps = state.reps.map((r) => ({ ...r, measured: r.measured ?? open.find((rep) => rep.n === r.n) ?? null }));
  const effects: SetEffect[] = [
    { type: 'cancel-tones' },
    ...open.map((rep): SetEffect => ({ type: 'save-measures', rep })),
    ...(state.started ? [{ type: 'end-set', reason } as const] : []),
  ];
  if (reason === 'finished') effects.push({ type: 'tone', tone: 'done', atMs: null }, say('set-done', 'state'));
  return [{ ...state, reps, phase: 'done', endReason: reason }, effects];
}

/** Of a set with a beat: says what was lost, and ends it when that was said often enough. */
export function losePace(state: SetState, what: PhraseId): Step {
  if (!state.pace) return [state, []];
  const [pace, verdict] = promptPace(state.pace);
  const next: SetState = { ...state, pace };
  return verdict === 'end' ? finish(next, 'finished') : [next, [say(what, 'correction')]];
}

export function start(state: SetState): Step {
  return state.started ? [state, []] : [{ ...state, started: true }, [{ type: 'start-set' }]];
}

export function disarmed(state: SetState, nowMs: number): Step {
  const effects: SetEffect[] = [{ type: 'cancel-tones' }];
  const advice: Advice = { instruction: null, sinceMs: nowMs, spokenMs: null };
  if (state.phase === 'count-in' && !state.started) {
    return [{ ...state, phase: 'setup', counting: false, setup: initialSetup(), advice }, effects];
  }
  return [{ ...state, phase: 'away', awaySinceMs: nowMs, lowerStartMs: null, advice }, effects];
}
