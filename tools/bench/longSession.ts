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
  /** That were handed to the session, and that it has looked at. */
  readonly frames: number;
  readonly framesSeen: number;
  readonly sets: number;
  readonly reps: number;
  readonly samples: readonly Sample[];
}

/** How it stands at the end of a set: what comes and goes within one is the same each time. */
export interface Sample {
  readonly atMinute: number;
  /** After everything that nobody holds was given back. */
  readonly heapMegabytes: number;
  readonly handles: number;
  /** Null where the system does not tell. */
  readonly openFiles: number | null;
  /** Of the session, but for what became of each set, which is kept for the questions at its end. */
  readonly stateKilobytes: number;
  /** Of the stretch since the last sample; of the processor alone, for the machine may be shared. */
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
  const counts = { frames: 0, framesSeen: 0, cues: 0, reps: 0, sets: 0 };
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
  let before = { ...counts, cpuMs: cpuMs(), savingMs: 0 };
  let savingMs = 0;
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
    const setsBefore = counts.sets;
    const reading = { frame: { ...frame, tMs: nowMs }, aspect: ASPECT, brightness: 0.6 };
    step({ type: 'reading', reading, nowMs, frameMs: nowMs });
    if (state.hand.lastMs === nowMs) counts.framesSeen += 1;
    step({ type: 'clock', nowMs, frameMs: nowMs });
    // A rep is announced when it is saved, which takes a time of its own.
    const saveFromMs = cpuMs();
    while (unsaved > 0) {
      await nextTask();
      for (const input of outcomes.splice(0)) {
        unsaved -= 1;
        step({ type: 'set', input });
      }
    }
    savingMs += cpuMs() - saveFromMs;
    if (nowMs < sampleAtMs || counts.sets === setsBefore) continue;
    sampleAtMs += SAMPLE_EVERY_MINUTES * 60_000;
    const spentMs = cpuMs() - before.cpuMs - (savingMs - before.savingMs);
    const sample: Sample = {
      atMinute: Math.round((nowMs - 1000) / 60_000),
      heapMegabytes: heapInMegabytes(),
      handles: process.getActiveResourcesInfo().length,
      openFiles: openFiles(),
      stateKilobytes: JSON.stringify({ ...state, outcomes: [] }).length / 1000,
      usPerFrame: (1000 * spentMs) / (counts.frames - before.frames),
      cuesPerRep: (counts.cues - before.cues) / Math.max(1, counts.reps - before.reps),
    };
    samples.push(sample);
    onSample(sample);
    before = { ...counts, cpuMs: cpuMs(), savingMs };
  }
  await writer.end('finished');
  const { frames: given, framesSeen, sets, reps } = counts;
  return { hours, frames: given, framesSeen, sets, reps, samples };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
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
export function whatGrew({ samples, frames, framesSeen }: LongSession): string[] {
  const quarter = Math.max(1, samples.length >> 2);
  const [first, last] = [samples.slice(0, quarter), samples.slice(-quarter)];
  const ratio = (of: (sample: Sample) => number): number => median(last.map(of)) / median(first.map(of));
  const more = (of: (sample: Sample) => number): number => median(last.map(of)) - median(first.map(of));
  const bars = [
    ['frames that nobody looked at', frames - framesSeen, 0],
    ['memory, times', ratio((sample) => sample.heapMegabytes), 1.05],
    ['more handles', more((sample) => sample.handles), 0],
    // Once a statement was large, SQLite keeps one temporary file open. A second one more would be too many.
    ['more open files', more((sample) => sample.openFiles ?? 0), 1],
    // By a sample more or less of the last second.
    ['state, times', ratio((sample) => sample.stateKilobytes), 1.03],
    ['time for a frame, times', ratio((sample) => sample.usPerFrame), 1.25],
    ['cues for a rep, times', ratio((sample) => sample.cuesPerRep), 1.02],
  ] as const;
  return bars.filter(([, grown, bar]) => !(grown <= bar)).map(([name, grown]) => `${name}: ${grown.toFixed(2)}`);
}
