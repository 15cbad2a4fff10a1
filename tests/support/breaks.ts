import { localTimeOf } from '../../electron/services/breaks/localTime.ts';
import { type BreakSettings, DEFAULT_BREAK_SETTINGS } from '../../shared/breaks/breakSettings.ts';
import {
  type BreakAction,
  type BreakEvent,
  type BreakInput,
  type BreakState,
  initialBreaks,
  type Presence,
  type Sense,
} from '../../shared/breaks/breakState.ts';
import { stepBreaks } from '../../shared/breaks/policy.ts';

/** Wednesday, 18 November 2026, 9:00 UTC. */
export const NINE = Date.UTC(2026, 10, 18, 9);
export const MINUTE = 60_000;
export const UTC = localTimeOf(() => 0);

export function senseOf(changes: Partial<Sense> = {}): Sense {
  return { presence: { kind: 'idle', ms: 8000 }, fullScreen: 'no', call: 'no', doNotDisturb: 'no', ...changes };
}

/** Someone at work from nine, without a warning ahead unless they want one. */
export function atWork(changes: Partial<BreakSettings> = {}) {
  let settings: BreakSettings = { ...DEFAULT_BREAK_SETTINGS, warningSeconds: 0, ...changes };
  let nowMs = NINE;
  let state: BreakState = initialBreaks(nowMs);
  const events: (BreakEvent & { readonly minute: number })[] = [];
  const step = (input: BreakInput): void => {
    const [next, more] = stepBreaks({ settings, local: UTC }, state, input);
    state = next;
    events.push(...more.map((event) => ({ ...event, minute: Math.round((event.atMs - NINE) / 1000) / 60 })));
  };
  const tick = (sense = senseOf(), isUnwatched = false): void =>
    step({ type: 'tick', nowMs, sense, isUnwatched, isCatchingUp: false });
  tick();
  return {
    events,
    kinds: () => events.map(({ kind }) => kind).filter((kind) => kind !== 'sat'),
    state: () => state,
    stage: () => state.stage.name,
    set: (more: Partial<BreakSettings>) => {
      settings = { ...settings, ...more };
    },
    tick,
    /** Time passes, with a look every half minute. Hands that are idle at the end have been so from the beginning on. */
    pass: (minutes: number, sense: Partial<Sense> = {}) => {
      const startMs = nowMs;
      const grow = (presence: Presence): Presence =>
        presence.kind === 'idle' && presence.ms >= MINUTE ? { kind: 'idle', ms: nowMs - startMs } : presence;
      const untilMs = nowMs + minutes * MINUTE;
      while (nowMs < untilMs) {
        nowMs = Math.min(nowMs + 30_000, untilMs);
        const now = senseOf(sense);
        tick({ ...now, presence: grow(now.presence) });
      }
    },
    /** The clock shows something else, and nothing ran in between. */
    jump: (minutes: number) => {
      nowMs += minutes * MINUTE;
    },
    act: (act: BreakAction) => step({ type: 'act', nowMs, act }),
    hearSession: (isReal: boolean | null = true) => step({ type: 'session-heard', nowMs, isReal }),
    endSession: (isFinished = true) => step({ type: 'session-ended', nowMs, isFinished }),
  };
}

export const LONG_IDLE: Presence = { kind: 'idle', ms: MINUTE };
