import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTask } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createServices } from '../../electron/services/services.ts';
import { createTraceRecorder } from '../../renderer/capture/traceRecorder.ts';
import { createSessionWriter, type SaveEffect } from '../../renderer/session/sessionWriter.ts';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import { stepSession } from '../../shared/session/runSession.ts';
import { initialSession, type Person, type SessionEffect, type SessionInput } from '../../shared/session/session.ts';
import { type SessionPlan, usualBlock } from '../../shared/session/sessionPlan.ts';
import type { SaveOutcome } from '../../shared/session/setState.ts';
import { beginTask } from '../../shared/session/taskToTask.ts';
import { roundFrame } from '../../shared/trace/trace.ts';
import { ASPECT, drawnFrames, everyFrame } from '../../tests/support/drawnPose.ts';
import { raises } from '../clips/clips.ts';
import { median } from './stats.ts';

/**
 * Hours of a session in minutes: drawn landmarks at 30 a second through the real motion, session, writer, services and
 * database, with nothing left out but camera, pose model and loudspeaker.
 */
export interface LongSession {
  readonly hours: number;
  readonly frames: number;
  readonly sets: number;
  readonly reps: number;
  readonly samples: readonly Sample[];
}

/** How it stands at one moment of the session. */
export interface Sample {
  readonly atMinute: number;
  /** After everything that nobody holds was given back. */
  readonly heapMegabytes: number;
  readonly handles: number;
  /** Null where the system does not tell. */
  readonly openFiles: number | null;
  readonly stateKilobytes: number;
  /** Of the stretch since the last sample. */
  readonly usPerFrame: number;
  readonly cuesPerRep: number;
}

const FPS = 30;
const SAMPLE_EVERY_MINUTES = 10;
const REPS = 15;
const TEMPO = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const PERSON: Person = {
  ...{ heightCm: 175, coaching: 'much', handPauses: true },
  profile: { equipment: ['wall'], goals: [], soreSide: 'none' },
};
const BLOCKS = 20;
const SETS = 10;
const REST_MS = 20_000;

export async function runLongSession(hours: number, onSample: (sample: Sample) => void): Promise<LongSession> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-long-'));
  const services = createServices({ dataFolder, host: 'browser', version: '0', now: () => Date.now() });
  try {
    return await live(services.api, hours, onSample);
  } finally {
    services.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function live(
  api: Parameters<typeof createSessionWriter>[0]['api'],
  hours: number,
  onSample: (sample: Sample) => void,
): Promise<LongSession> {
  const movement = raises('calf-raise-double', 'both', REPS, TEMPO, { standMs: 6500 });
  const frames = drawnFrames(movement, everyFrame(movement.durationMs, FPS)).map(roundFrame);
  const block = { ...usualBlock('calf-raise-double', 'main'), sets: SETS, target: { reps: REPS }, restMs: REST_MS };
  const plan: SessionPlan = { kind: 'own', blocks: Array.from({ length: BLOCKS }, () => block) };
  const recorder = createTraceRecorder();
  const counts = { frames: 0, cues: 0, reps: 0, sets: 0 };
  let unsaved = 0;
  const outcomes: SaveOutcome[] = [];
  const writer = createSessionWriter({
    ...{ api, source: 'camera', personHeightCm: PERSON.heightCm },
    onOutcome: (outcome) => outcomes.push(outcome),
    onFailure: (code) => {
      throw new Error(`A record could not be saved: ${code}`);
    },
    onRecovery: () => undefined,
  });
  writer.write({ type: 'save-plan', plan, startAt: 0 });
  let [state, first] = beginTask(initialSession(plan, PERSON));
  const perform = (effect: SessionEffect): void => {
    if (effect.type === 'say') counts.cues += 1;
    if (effect.type === 'save-rep') {
      counts.reps += 1;
      unsaved += 1;
    }
    if (effect.type === 'end-set') counts.sets += 1;
    if (effect.type === 'trace-start') recorder.start();
    else if (effect.type === 'trace-frame') recorder.add(effect.frame);
    else if (/^(begin-set|start-set|end-set|save-)/.test(effect.type)) writer.write(effect as SaveEffect);
  };
  const step = (input: SessionInput): void => {
    const [next, effects] = stepSession(state, input);
    state = next;
    for (const effect of effects) perform(effect);
  };
  for (const effect of first) perform(effect);

  const samples: Sample[] = [];
  let before = { ...counts, atMs: performance.now(), waitedMs: 0 };
  let waitedMs = 0;
  let nowMs = 1000;
  const endMs = nowMs + hours * 3_600_000;
  let sampleAtMs = nowMs + SAMPLE_EVERY_MINUTES * 60_000;
  let at = 0;
  while (nowMs < endMs && state.stage.name !== 'end') {
    at = state.stage.name === 'set' ? at % frames.length : 0;
    const frame = frames[at] as PoseFrame;
    at += 1;
    nowMs += 1000 / FPS;
    counts.frames += 1;
    const reading = { frame: { ...frame, tMs: nowMs }, aspect: ASPECT, brightness: 0.6 };
    step({ type: 'reading', reading, nowMs, frameMs: nowMs });
    step({ type: 'clock', nowMs, frameMs: nowMs });
    // A rep is announced when it is saved: the disk is waited for, and its time is not the session's.
    const waitFromMs = performance.now();
    while (unsaved > 0) {
      await nextTask();
      for (const input of outcomes.splice(0)) {
        unsaved -= 1;
        step({ type: 'set', input });
      }
    }
    waitedMs += performance.now() - waitFromMs;
    if (nowMs < sampleAtMs) continue;
    sampleAtMs += SAMPLE_EVERY_MINUTES * 60_000;
    const spentMs = performance.now() - before.atMs - (waitedMs - before.waitedMs);
    const sample: Sample = {
      atMinute: Math.round((nowMs - 1000) / 60_000),
      heapMegabytes: heapInMegabytes(),
      handles: process.getActiveResourcesInfo().length,
      openFiles: openFiles(),
      stateKilobytes: JSON.stringify(state).length / 1000,
      usPerFrame: (1000 * spentMs) / (counts.frames - before.frames),
      cuesPerRep: (counts.cues - before.cues) / Math.max(1, counts.reps - before.reps),
    };
    samples.push(sample);
    onSample(sample);
    before = { ...counts, atMs: performance.now(), waitedMs };
  }
  await writer.end('finished');
  return { hours, frames: counts.frames, sets: counts.sets, reps: counts.reps, samples };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapInMegabytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function openFiles(): number | null {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return null;
  }
}

/** What is not flat, in words: the last quarter of the session against the first. */
export function whatGrew({ samples }: LongSession): string[] {
  const quarter = Math.max(1, samples.length >> 2);
  const change = (of: (sample: Sample) => number): number =>
    median(samples.slice(-quarter).map(of)) / median(samples.slice(0, quarter).map(of));
  const bars = [
    ['memory', change((sample) => sample.heapMegabytes), 1.05],
    ['handles', change((sample) => 1 + sample.handles), 1],
    // Once a statement was large, SQLite keeps one temporary file open. A second one more would be too many.
    ['open files', change((sample) => sample.openFiles ?? 1), 1.05],
    // It is larger in a set than in a rest: a sample may fall into either.
    ['state', change((sample) => sample.stateKilobytes), 1.5],
    ['time for a frame', change((sample) => sample.usPerFrame), 1.25],
    ['cues for a rep', change((sample) => sample.cuesPerRep), 1.05],
  ] as const;
  return bars.filter(([, grown, bar]) => !(grown <= bar)).map(([name, grown]) => `${name}: × ${grown.toFixed(2)}`);
}
