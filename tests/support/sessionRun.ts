import type { Movement } from '../../renderer/athlete/movements.ts';
import { stepSession } from '../../shared/session/runSession.ts';
import {
  initialSession,
  type Person,
  type PersonInput,
  type SessionEffect,
  type SessionInput,
  type SessionState,
} from '../../shared/session/session.ts';
import type { SessionPlan } from '../../shared/session/sessionPlan.ts';
import { beginTask } from '../../shared/session/taskToTask.ts';
import { ASPECT, drawnFrames, everyFrame } from './drawnPose.ts';
import { savedOf } from './saved.ts';

/** Drives a session with frames and a clock that only moves when told; saves succeed at once. */
export interface SessionRun {
  state(): SessionState;
  readonly effects: SessionEffect[];
  send(input: PersonInput): void;
  watch(movement: Movement): void;
  idle(ms: number): void;
  /** The clock stands still and then jumps. */
  sleep(ms: number): void;
  said(): string[];
}

export const PERSON: Person = {
  ...{ heightCm: 175, coaching: 'usual', handPauses: true },
  profile: { equipment: ['wall'], goals: [], soreSide: 'right' },
};

export function startSession(plan: SessionPlan, person: Partial<Person> = {}): SessionRun {
  let [state, first] = beginTask(initialSession(plan, { ...PERSON, ...person }));
  let nowMs = 1000;
  const effects: SessionEffect[] = [...first];
  const run: SessionRun = {
    state: () => state,
    effects,
    send: (input) => step({ nowMs, frameMs: nowMs, ...input } as SessionInput),
    watch: (movement) => {
      const startMs = nowMs;
      for (const frame of drawnFrames(movement, everyFrame(movement.durationMs))) {
        nowMs = startMs + frame.tMs;
        const reading = { frame: { ...frame, tMs: nowMs }, aspect: ASPECT, brightness: 0.6 };
        step({ type: 'reading', reading, nowMs, frameMs: nowMs });
        step({ type: 'clock', nowMs, frameMs: nowMs });
      }
      nowMs = startMs + movement.durationMs;
    },
    idle: (ms) => {
      for (let passed = 0; passed < ms; passed += 50) {
        nowMs += 50;
        step({ type: 'clock', nowMs, frameMs: nowMs });
      }
    },
    sleep: (ms) => {
      nowMs += ms;
      step({ type: 'clock', nowMs, frameMs: nowMs });
    },
    said: () => effects.flatMap((effect) => (effect.type === 'say' ? [effect.cue.clip] : [])),
  };
  function step(input: SessionInput): void {
    const [next, more] = stepSession(state, input);
    state = next;
    for (const effect of more) {
      effects.push(effect);
      const saved = savedOf(effect);
      if (saved) run.send({ type: 'set', input: saved });
    }
  }
  return run;
}
