import type { ExerciseId, Side } from '../exercises/exerciseIds.ts';
import { motionOf } from '../exercises/motion.ts';
import type { EndReason } from '../history/records.ts';
import { type CounterState, endCounter, initialCounter, stepCounter, viewCounter } from '../motion/counter.ts';
import type { AttemptReason, Fault, MotionEvent, Rep } from '../motion/events.ts';
import type { PoseFrame } from '../pose/landmarks.ts';
import { type Instruction, initialSetup, type SetupReading, type SetupState, stepSetup } from '../setup/setupCheck.ts';
import { HIGHEST_SPOKEN_NUMBER, type NumberClip, type PhraseId, type ToneId, type VoiceClip } from './clips.ts';
import { PRIORITY, type VoiceCue } from './cueQueue.ts';

/**
 * One set from stepping into the picture to its last rep: (state, input) → [state, effects].
 *
 * All times are in ms on the clock of the camera frames. A rep is saved first and announced when that has succeeded, so
 * whatever the person has heard or seen counted is in the history.
 */
export interface SetPlan {
  readonly exercise: ExerciseId;
  readonly side: Side;
  readonly targetReps: number;
  readonly personHeightCm: number | null;
  /** Reps of this set that are already in the history: it goes on after an interruption. */
  readonly alreadyDone: number;
  /** The sum of the corrections that are already in the history. */
  readonly alreadyCorrected: number;
}

export type SetPhase = 'setup' | 'count-in' | 'working' | 'away' | 'paused' | 'asking' | 'done';

/** What stops a set from outside. Each has its sentence. */
export type Trouble = 'camera-lost' | 'not-saved' | 'pose-failed';

export interface SetRep {
  readonly n: number;
  readonly side: Side;
  /** In the history, and so announced. */
  readonly saved: boolean;
  /** Null while the heel is up. */
  readonly measured: Rep | null;
}

export interface SetAttempt {
  readonly afterRep: number;
  readonly reason: AttemptReason;
}

export interface SetState {
  readonly plan: SetPlan;
  readonly phase: SetPhase;
  /** Where "go on" leads from a pause or a question. */
  readonly before: Exclude<SetPhase, 'paused' | 'asking' | 'done'>;
  readonly setup: SetupState;
  readonly aspect: number;
  readonly counter: CounterState;
  readonly counting: boolean;
  readonly started: boolean;
  readonly countInMs: number;
  readonly countInSaid: number;
  readonly reps: readonly SetRep[];
  readonly attempts: readonly SetAttempt[];
  readonly corrected: number;
  /** Since when the heel sinks, for the count of five. */
  readonly lowerStartMs: number | null;
  readonly lastReadingMs: number | null;
  readonly awaySinceMs: number | null;
  readonly advice: Advice;
  readonly lastCorrectionMs: number;
  readonly trouble: Trouble | null;
  readonly endReason: EndReason | null;
}

/** The instruction on the screen, and when it was last spoken. */
interface Advice {
  readonly instruction: Instruction | null;
  readonly sinceMs: number;
  readonly spokenMs: number | null;
}

export type SetInput =
  | { readonly type: 'reading'; readonly reading: SetupReading }
  /** Time passes, whether frames come or not. */
  | { readonly type: 'clock'; readonly nowMs: number }
  | { readonly type: 'pause-or-go-on'; readonly nowMs: number }
  | { readonly type: 'correct'; readonly change: 1 | -1; readonly nowMs: number }
  | { readonly type: 'ask-to-end' }
  | { readonly type: 'end' }
  | { readonly type: 'go-on'; readonly nowMs: number }
  | { readonly type: 'rep-saved'; readonly n: number }
  | { readonly type: 'trouble'; readonly trouble: Trouble }
  | { readonly type: 'trouble-over'; readonly nowMs: number }
  /** Try again to write what could not be written. */
  | { readonly type: 'retry-saves' };

export type SetEffect =
  | { readonly type: 'say'; readonly cue: VoiceCue }
  /** At once, or at an exact moment of the frame clock. */
  | { readonly type: 'tone'; readonly tone: ToneId; readonly atMs: number | null }
  | { readonly type: 'cancel-tones' }
  | { readonly type: 'start-set' }
  | { readonly type: 'save-rep'; readonly n: number; readonly side: Side; readonly topMs: number }
  | { readonly type: 'save-measures'; readonly rep: Rep }
  | { readonly type: 'save-attempt'; readonly topMs: number; readonly reason: AttemptReason }
  | { readonly type: 'save-correction'; readonly change: 1 | -1 }
  | { readonly type: 'end-set'; readonly reason: EndReason }
  | { readonly type: 'retry-saves' }
  /** A new count begins: forget the frames recorded so far. */
  | { readonly type: 'trace-start' }
  | { readonly type: 'trace-frame'; readonly frame: PoseFrame };

type Step = [SetState, SetEffect[]];

const COUNT_IN = { from: 3, pauseMs: 900, stepMs: 1000 } as const;
const FIVE_COUNT = { ticks: 5, stepMs: 1000 } as const;
/** No frame for this long is more than a hiccup of the camera or a restart of the worker. */
const NO_FRAMES_MS = 1500;
/** An instruction is spoken when it has lasted, and again when it goes on. */
const ADVICE = { afterMs: 1500, everyMs: 7000, goneMs: 1200 } as const;
/** Corrections of form are said at most this often; the tempo of the five-count at every rep. */
const CORRECTION_EVERY_MS = 20_000;
const STALE_MS = { count: 700, state: 1500, correction: 1500, instruction: 2500 } as const;

export function initialSet(plan: SetPlan): SetState {
  return {
    plan,
    phase: 'setup',
    before: 'setup',
    setup: initialSetup(),
    aspect: 4 / 3,
    counter: startingCounter(plan),
    counting: false,
    started: plan.alreadyDone > 0,
    countInMs: 0,
    countInSaid: 0,
    reps: [],
    attempts: [],
    corrected: plan.alreadyCorrected,
    lowerStartMs: null,
    lastReadingMs: null,
    awaySinceMs: null,
    advice: { instruction: null, sinceMs: 0, spokenMs: null },
    lastCorrectionMs: Number.NEGATIVE_INFINITY,
    trouble: null,
    endReason: null,
  };
}

/** The number on the screen: reps in the history and the person's corrections. */
export function countShown(state: SetState): number {
  const saved = state.reps.filter((rep) => rep.saved).length;
  return Math.max(0, state.plan.alreadyDone + saved + state.corrected);
}

export function stepSet(state: SetState, input: SetInput): Step {
  if (input.type === 'retry-saves') return [state, [{ type: 'retry-saves' }]];
  if (state.phase === 'done' && input.type !== 'rep-saved') return [state, []];
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
      return state.phase === 'setup' && !state.started ? finish(state, 'stopped') : ask(state);
    case 'end':
      return finish(state, 'stopped');
    case 'rep-saved':
      return repSaved(state, input.n);
    case 'trouble':
      return trouble(state, input.trouble);
    case 'trouble-over':
      return state.trouble ? goOn({ ...state, trouble: null }, input.nowMs) : [state, []];
  }
}

function takeReading(state: SetState, reading: SetupReading): Step {
  const nowMs = reading.frame.tMs;
  const seen: SetState = {
    ...state,
    setup: stepSetup(state.setup, reading),
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

function takeEvent(state: SetState, event: MotionEvent): Step {
  switch (event.type) {
    case 'armed':
      return [state, []];
    case 'disarmed':
      return disarmed(state, event.tMs);
    case 'rep-top': {
      const rep: SetRep = { n: event.n, side: event.side, saved: false, measured: null };
      const [started, effects] = start(state);
      return [
        { ...started, reps: [...state.reps, rep] },
        [...effects, { type: 'save-rep', n: event.n, side: event.side, topMs: event.topMs }],
      ];
    }
    case 'lowering':
      return [
        { ...state, lowerStartMs: event.lowerStartMs },
        hasTempo(state) ? [{ type: 'cancel-tones' }, ...ticks(event.lowerStartMs)] : [],
      ];
    case 'landed':
      return [
        { ...state, lowerStartMs: null },
        hasTempo(state) ? [{ type: 'cancel-tones' }, { type: 'tone', tone: 'landing', atMs: null }] : [],
      ];
    case 'rep':
      return repMeasured(state, event.rep, event.tMs);
    case 'attempt': {
      const attempt: SetAttempt = { afterRep: state.reps.at(-1)?.n ?? state.plan.alreadyDone, reason: event.reason };
      if (!state.started) return [state, []];
      const [next, said] = correctForm({ ...state, attempts: [...state.attempts, attempt] }, 'higher', event.tMs);
      return [next, [{ type: 'save-attempt', topMs: event.atMs, reason: event.reason }, ...said]];
    }
  }
}

function repMeasured(state: SetState, rep: Rep, nowMs: number): Step {
  const reps = state.reps.map((r) => (r.n === rep.n ? { ...r, side: rep.side, measured: rep } : r));
  const [next, said] = sayFault({ ...state, reps, lowerStartMs: null }, rep.faults, nowMs);
  const effects: SetEffect[] = [{ type: 'save-measures', rep }, ...said];
  const [after, more] = finishWhenReached(next);
  return [after, [...effects, ...more]];
}

function sayFault(state: SetState, faults: readonly Fault[], nowMs: number): Step {
  if (faults.includes('lowered-too-fast')) return [state, [say('slower', 'correction')]];
  if (faults.includes('lowered-too-slow')) return [state, [say('quicker', 'correction')]];
  if (faults.includes('knee-bent')) return correctForm(state, 'straight-knee', nowMs);
  return faults.includes('shallow') ? correctForm(state, 'higher', nowMs) : [state, []];
}

function correctForm(state: SetState, phrase: PhraseId, nowMs: number): Step {
  if (nowMs - state.lastCorrectionMs < CORRECTION_EVERY_MS) return [state, []];
  return [{ ...state, lastCorrectionMs: nowMs }, [say(phrase, 'correction')]];
}

function repSaved(state: SetState, n: number): Step {
  const reps = state.reps.map((rep) => (rep.n === n ? { ...rep, saved: true } : rep));
  const next: SetState = { ...state, reps };
  const [after, effects] = state.phase === 'done' ? [next, []] : finishWhenReached(next);
  return [after, [...announce(countShown(next)), ...effects]];
}

/** Says the number; beyond the recorded ones a tone stands for it. */
function announce(number: number): SetEffect[] {
  if (number < 1) return [];
  if (number > HIGHEST_SPOKEN_NUMBER) return [{ type: 'tone', tone: 'tick', atMs: null }];
  return [say(`number-${number}` satisfies NumberClip, 'count')];
}

function passTime(state: SetState, nowMs: number): Step {
  const silentMs = state.lastReadingMs === null ? 0 : nowMs - state.lastReadingMs;
  if (silentMs > NO_FRAMES_MS && (state.phase === 'working' || state.phase === 'count-in')) {
    return disarmed({ ...state, trouble: 'camera-lost' }, nowMs);
  }
  return state.phase === 'count-in' ? countIn(state, nowMs) : [state, []];
}

function countIn(state: SetState, nowMs: number): Step {
  const due = Math.floor((nowMs - state.countInMs) / COUNT_IN.stepMs) + 1;
  if (due <= state.countInSaid) return [state, []];
  const next: SetState = { ...state, countInSaid: due };
  if (due <= COUNT_IN.from) return [next, announce(COUNT_IN.from - due + 1)];
  const armed = viewCounter(counterSetup(state), state.counter).armed;
  const [started, effects] = start({ ...next, phase: armed ? 'working' : 'away', awaySinceMs: armed ? null : nowMs });
  return [started, [...effects, ...(armed ? [say('go', 'count')] : [])]];
}

function disarmed(state: SetState, nowMs: number): Step {
  const effects: SetEffect[] = [{ type: 'cancel-tones' }];
  const advice: Advice = { instruction: null, sinceMs: nowMs, spokenMs: null };
  if (state.phase === 'count-in' && !state.started) {
    return [{ ...state, phase: 'setup', counting: false, setup: initialSetup(), advice }, effects];
  }
  return [{ ...state, phase: 'away', awaySinceMs: nowMs, lowerStartMs: null, advice }, effects];
}

/** Shows the one thing to do, and says it when it has lasted. */
function advise(state: SetState, nowMs: number): Step {
  const instruction = state.setup.verdict.instruction;
  if (instruction !== state.advice.instruction) {
    return [{ ...state, advice: { instruction, sinceMs: nowMs, spokenMs: null } }, []];
  }
  const { sinceMs, spokenMs } = state.advice;
  const due = spokenMs === null ? nowMs - sinceMs >= ADVICE.afterMs : nowMs - spokenMs >= ADVICE.everyMs;
  if (!instruction || !due) return [state, []];
  const phrase: PhraseId = state.phase === 'away' && instruction === 'step-into-picture' ? 'come-back' : instruction;
  return [{ ...state, advice: { ...state.advice, spokenMs: nowMs } }, [say(phrase, 'instruction')]];
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
  const phase = state.before === 'setup' || !state.started ? 'setup' : 'away';
  const advice: Advice = { instruction: null, sinceMs: nowMs, spokenMs: null };
  const retry: SetEffect[] = state.trouble === 'not-saved' ? [{ type: 'retry-saves' }] : [];
  return [{ ...state, phase, setup: initialSetup(), awaySinceMs: nowMs, trouble: null, advice }, retry];
}

function correct(state: SetState, change: 1 | -1): Step {
  if (!state.started || (change === -1 && countShown(state) === 0)) return [state, []];
  const next: SetState = { ...state, corrected: state.corrected + change };
  const [after, effects] = change === 1 ? finishWhenReached(next) : [next, []];
  return [
    after,
    [{ type: 'save-correction', change }, ...(change === 1 ? announce(countShown(next)) : []), ...effects],
  ];
}

/** The set is done when the target is reached and the last heel is down. */
function finishWhenReached(state: SetState): Step {
  const underWay = state.reps.some((rep) => rep.measured === null || !rep.saved);
  return countShown(state) >= state.plan.targetReps && !underWay ? finish(state, 'finished') : [state, []];
}

function finish(state: SetState, reason: EndReason): Step {
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

function start(state: SetState): Step {
  return state.started ? [state, []] : [{ ...state, started: true }, [{ type: 'start-set' }]];
}

function startingCounter(plan: SetPlan): CounterState {
  return { ...initialCounter(), count: plan.alreadyDone };
}

export function counterSetup({ plan, aspect }: SetState): Parameters<typeof stepCounter>[0] {
  const { exercise, personHeightCm } = plan;
  return { exercise, aspect, ...(personHeightCm !== null && { personHeightCm }) };
}

export function hasTempo({ plan }: SetState): boolean {
  return motionOf(plan.exercise).lowerMs !== undefined;
}

function ticks(lowerStartMs: number): SetEffect[] {
  return Array.from({ length: FIVE_COUNT.ticks }, (_, i) => ({
    type: 'tone',
    tone: 'tick',
    atMs: lowerStartMs + (i + 1) * FIVE_COUNT.stepMs,
  }));
}

function say(clip: VoiceClip, kind: keyof typeof PRIORITY): SetEffect {
  return { type: 'say', cue: { clip, priority: PRIORITY[kind], staleAfterMs: STALE_MS[kind] } };
}
