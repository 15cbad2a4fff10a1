import { catalogueEntry } from '../exercises/catalogue.ts';
import { stepCounter, viewCounter } from '../motion/counter.ts';
import type { PoseFrame } from '../pose/landmarks.ts';
import { initialSetup, type SetupReading, stepSetup } from '../setup/setupCheck.ts';
import { hasPace, startPace, stepPace } from './pace.ts';
import { advise, announce, say } from './setCues.ts';
import { disarmed, finish, finishWhenReached, losePace, repRefused, repSaved, start, takeEvent } from './setReps.ts';
import {
  type Advice,
  counterSetup,
  countShown,
  type SetEffect,
  type SetInput,
  type SetState,
  type Step,
  startingCounter,
  type Trouble,
} from './setState.ts';

const COUNT_IN = { from: 3, pauseMs: 900, stepMs: 1000 } as const;
/** No frame for this long is more than a hiccup of the camera or a restart of the worker. */
const NO_FRAMES_MS = 1500;
const HELD_WITHIN_MS = 90_000;
/** Who steps off the beat for longer has ended the check: what comes after a rest is another try. */
const OFF_THE_BEAT_MS = 3000;

/** One step of a set: (state, input) → [state, effects]. */
export function stepSet(state: SetState, input: SetInput): Step {
  if (state.phase === 'done' && !canFollowSet(input)) return [state, []];
  switch (input.type) {
    case 'reading':
      return takeReading(state, input.reading);
    case 'clock':
      return passTime(state, input.nowMs);
    case 'pause-or-go-on':
      return state.phase === 'paused' || state.phase === 'asking' ? goOn(state, input.nowMs) : pause(state);
    case 'go-on':
      return goOn(state, input.nowMs);
    case 'correct':
      return correct(state, input.change);
    case 'ask-to-end':
      return ask(state);
    case 'end':
      return finish(state, 'stopped');
    case 'rep-saved':
      return repSaved(state, input.n);
    case 'rep-refused':
      return repRefused(state, input.n);
    case 'correction-saved':
      return correctionSaved(state, input.change);
    case 'correction-refused':
      return finishWhenReached({ ...state, correcting: state.correcting - input.change });
    case 'trouble':
      return trouble(state, input.trouble);
    case 'trouble-over':
      return state.trouble ? goOn({ ...state, trouble: null }, input.nowMs) : [state, []];
  }
}

/** What may still come, and mean something, when the set is over. */
const AFTER_THE_SET: readonly SetInput['type'][] = [
  'correct',
  'rep-saved',
  'rep-refused',
  'correction-saved',
  'correction-refused',
];

export function canFollowSet({ type }: SetInput): boolean {
  return AFTER_THE_SET.includes(type);
}

function takeReading(state: SetState, reading: SetupReading): Step {
  const nowMs = reading.frame.tMs;
  const seen: SetState = {
    ...state,
    setup: stepSetup(state.setup, reading, state.plan.exercise),
    aspect: reading.aspect,
    lastReadingMs: nowMs,
    trouble: state.trouble === 'camera-lost' ? null : state.trouble,
  };
  switch (state.phase) {
    case 'setup':
      return setUp(seen, nowMs);
    case 'count-in':
    case 'working':
    case 'away':
      return count(seen, reading.frame);
    default:
      return [seen, []];
  }
}

function setUp(state: SetState, nowMs: number): Step {
  if (!state.setup.verdict.ready) return advise(state, nowMs);
  const next: SetState = {
    ...state,
    phase: 'count-in',
    counter: startingCounter(state.plan),
    counting: true,
    countInMs: nowMs + COUNT_IN.pauseMs,
    countInSaid: 0,
    advice: { instruction: null, sinceMs: nowMs, spokenMs: null },
  };
  return [next, [{ type: 'trace-start' }, say('ready', 'state')]];
}

function count(state: SetState, frame: PoseFrame): Step {
  const [counter, events] = stepCounter(counterSetup(state), state.counter, frame);
  const effects: SetEffect[] = [{ type: 'trace-frame', frame }];
  let next: SetState = { ...state, counter };
  for (const event of events) {
    const [after, more] = takeEvent(next, event);
    next = after;
    effects.push(...more);
  }
  if (next.phase !== 'away') return [next, effects];
  if (viewCounter(counterSetup(next), counter).armed) {
    return [{ ...next, phase: 'working', awaySinceMs: null }, [...effects, say('go-on', 'state')]];
  }
  const [after, more] = advise(next, frame.tMs);
  return [after, [...effects, ...more]];
}

function passTime(state: SetState, nowMs: number): Step {
  const silentMs = state.lastReadingMs === null ? 0 : nowMs - state.lastReadingMs;
  if (silentMs > NO_FRAMES_MS && state.trouble === null) {
    const lost: SetState = { ...state, trouble: 'camera-lost' };
    if (state.phase === 'setup') return [{ ...lost, setup: initialSetup() }, []];
    if (state.phase === 'working' || state.phase === 'count-in') return disarmed(lost, nowMs);
    if (state.phase === 'away') return [lost, []];
  }
  if (state.phase === 'count-in') return countIn(state, nowMs);
  if (isOverdue(state, nowMs)) return finish(state, 'stopped');
  if (state.pace && state.phase === 'away' && nowMs - (state.awaySinceMs ?? nowMs) > OFF_THE_BEAT_MS) {
    return finish(state, 'finished');
  }
  return state.phase === 'working' && hasPace(state.plan.exercise) ? keepPace(state, nowMs) : [state, []];
}

/**
 * A hold that the camera does not see, or that the person does not manage, must not be waited for for ever: nobody is at the
 * keyboard. So long for each hold, getting into it and resting between tries included.
 */
function isOverdue({ plan, phase, workingSinceMs }: SetState, nowMs: number): boolean {
  if (catalogueEntry(plan.exercise).verification !== 'held' || workingSinceMs === null) return false;
  const isRunning = phase === 'working' || phase === 'away';
  return isRunning && nowMs - workingSinceMs > HELD_WITHIN_MS * plan.targetReps;
}

function keepPace(state: SetState, nowMs: number): Step {
  // An interruption has silenced the beat: it begins anew, and the prompts are remembered.
  const isSounding = state.pace !== null && nowMs - state.pace.beatsToMs < NO_FRAMES_MS;
  const [pace, { beats, isLost }] = stepPace(
    isSounding && state.pace ? state.pace : startPace(nowMs, state.pace),
    nowMs,
  );
  const effects: SetEffect[] = beats.map((atMs) => ({ type: 'tone', tone: 'tick', atMs }));
  const next: SetState = { ...state, pace };
  if (!isLost) return [next, effects];
  const [after, more] = losePace(next, 'keep-the-beat');
  return [after, [...effects, ...more]];
}

function countIn(state: SetState, nowMs: number): Step {
  const due = Math.floor((nowMs - state.countInMs) / COUNT_IN.stepMs) + 1;
  if (due <= state.countInSaid) return [state, []];
  const next: SetState = { ...state, countInSaid: due };
  if (due <= COUNT_IN.from) return [next, announce(COUNT_IN.from - due + 1)];
  const armed = viewCounter(counterSetup(state), state.counter).armed;
  const [started, effects] = start({
    ...next,
    phase: armed ? 'working' : 'away',
    awaySinceMs: armed ? null : nowMs,
    workingSinceMs: nowMs,
  });
  return [started, [...effects, ...(armed ? [say('go', 'count')] : [])]];
}

function pause(state: SetState): Step {
  if (state.phase === 'asking' || state.phase === 'paused' || state.phase === 'done') return [state, []];
  return [interrupted(state, 'paused'), [{ type: 'cancel-tones' }, say('paused', 'state')]];
}

function ask(state: SetState): Step {
  if (state.phase === 'asking') return [state, []];
  return [interrupted(state, 'asking'), [{ type: 'cancel-tones' }]];
}

function trouble(state: SetState, what: Trouble): Step {
  const effects: SetEffect[] = [{ type: 'cancel-tones' }];
  if (what === 'not-saved') effects.push(say('not-saved', 'state'));
  return [{ ...interrupted(state, 'paused'), trouble: what }, effects];
}

function interrupted(state: SetState, phase: 'paused' | 'asking'): SetState {
  const before =
    state.phase === 'paused' || state.phase === 'asking' || state.phase === 'done' ? state.before : state.phase;
  return { ...state, phase, before, lowerStartMs: null };
}

/** Back to where the set was; once counting has begun, the person must stand still again first. */
function goOn(state: SetState, nowMs: number): Step {
  if (state.phase !== 'paused' && state.phase !== 'asking') return [state, []];
  if (state.pace) return finish(state, 'finished');
  const phase = state.before === 'setup' || !state.started ? 'setup' : 'away';
  const advice: Advice = { instruction: null, sinceMs: nowMs, spokenMs: null };
  const retry: SetEffect[] = state.trouble === 'not-saved' ? [{ type: 'retry-saves' }] : [];
  return [{ ...state, phase, setup: initialSetup(), awaySinceMs: nowMs, trouble: null, advice }, retry];
}

function correct(state: SetState, change: 1 | -1): Step {
  if (!state.started || (change === -1 && countShown(state) + state.correcting <= 0)) return [state, []];
  return [{ ...state, correcting: state.correcting + change }, [{ type: 'save-correction', change }]];
}

function correctionSaved(state: SetState, change: 1 | -1): Step {
  const next: SetState = { ...state, corrected: state.corrected + change, correcting: state.correcting - change };
  const [after, effects] = finishWhenReached(next);
  const isNews = change === 1 && state.phase !== 'done';
  return [after, [...(isNews ? announce(countShown(next)) : []), ...effects]];
}
