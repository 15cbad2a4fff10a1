import type { Movement } from '../../renderer/athlete/movements.ts';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import type { VoiceClip } from '../../shared/session/clips.ts';
import { stepSet } from '../../shared/session/liveSet.ts';
import {
  initialSet,
  type SetEffect,
  type SetInput,
  type SetPlan,
  type SetState,
} from '../../shared/session/setState.ts';
import { ASPECT, drawnFrames, everyFrame } from './drawnPose.ts';
import { savedOf } from './saved.ts';

/** Drives a set with frames and a clock that only moves when told; saves succeed at once unless stopped. */
export interface SetRun {
  state(): SetState;
  readonly effects: SetEffect[];
  send(input: SetInput): void;
  /** Feeds a movement's frames, with the clock going along. Times go on where the last movement ended. */
  watch(movement: Movement, untilMs?: number): void;
  /** Lets time pass without frames. */
  idle(ms: number): void;
  said(): VoiceClip[];
  nowMs(): number;
  savesWork: boolean;
  brightness: number;
}

export const PLAN: SetPlan = {
  exercise: 'calf-raise-double',
  side: 'both',
  targetReps: 3,
  personHeightCm: 175,
  coaching: 'usual',
  alreadyDone: 0,
  alreadyCorrected: 0,
};

export function startRun(plan: Partial<SetPlan> = {}): SetRun {
  let state = initialSet({ ...PLAN, ...plan });
  let nowMs = 0;
  const effects: SetEffect[] = [];
  const run: SetRun = {
    state: () => state,
    effects,
    savesWork: true,
    brightness: 0.6,
    nowMs: () => nowMs,
    send: (input) => {
      const [next, more] = stepSet(state, input);
      state = next;
      for (const effect of more) {
        effects.push(effect);
        const saved = run.savesWork && savedOf(effect);
        if (saved) run.send(saved);
      }
    },
    watch: (movement, untilMs = movement.durationMs) => {
      const startMs = nowMs;
      for (const frame of drawnFrames(movement, everyFrame(untilMs))) show(frame, startMs + frame.tMs);
      nowMs = startMs + untilMs;
    },
    idle: (ms) => {
      for (let passed = 0; passed < ms; passed += 50) {
        nowMs += 50;
        run.send({ type: 'clock', nowMs });
      }
    },
    said: () => effects.flatMap((effect) => (effect.type === 'say' ? [effect.cue.clip] : [])),
  };
  function show(frame: PoseFrame, tMs: number): void {
    nowMs = tMs;
    run.send({ type: 'reading', reading: { frame: { ...frame, tMs }, aspect: ASPECT, brightness: run.brightness } });
    run.send({ type: 'clock', nowMs });
  }
  return run;
}
