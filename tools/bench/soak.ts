import { readdirSync, writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import { openSoleus, type SoleusApp, startSet } from '../browser/soleusApp.ts';
import { EIGHT_DOUBLES } from '../clips/fakeCameraClips.ts';
import { judge, type SoakSample, tableOf } from './soakVerdict.ts';

/** The clip has eight raises and starts over when it ends. */
const SET = { exercise: 'calf-raise-double', reps: 8, sets: 10 } as const;
const SET_WITHIN_MS = 300_000;
/** Counts set after set before the fake camera, for as long as wished, and looks whether anything grows or slows. */
export async function soak(minutes: number, file: string): Promise<void> {
  const app = await openSoleus({ clip: EIGHT_DOUBLES, prepare: preparePage });
  const samples: SoakSample[] = [];
  try {
    const sample = await sampler(app);
    await startSet(app.page, SET);
    for (let atS = 0; atS < 60 * minutes; ) {
      await toTheNextRest(app.page);
      const one = await sample();
      samples.push(one);
      atS = one.atS;
      console.log(lineOf(one));
      await app.page.getByRole('button', { name: text.rest.startNow, exact: true }).click();
    }
  } finally {
    await app.close();
  }
  const verdicts = judge(samples);
  const isFlat = verdicts.length > 0 && verdicts.every((verdict) => verdict.isFlat);
  writeFileSync(file, `${JSON.stringify({ minutes, samples, verdicts }, null, 2)}\n`);
  console.log(`\n${tableOf(verdicts)}\n\n${isFlat ? 'All is flat.' : 'Not all is flat.'}`);
  process.exitCode = isFlat ? 0 : 1;
}

async function preparePage(page: Page): Promise<void> {
  await page.addInitScript(keepCount);
}

/** After the last set the session is ended, and another one begun. */
async function toTheNextRest(page: Page): Promise<void> {
  const rest = page.getByRole('heading', { name: text.rest.title });
  const finish = page.getByRole('button', { name: text.summary.finish, exact: true });
  await rest.or(finish).first().waitFor({ timeout: SET_WITHIN_MS });
  if (!(await finish.isVisible())) return;
  await finish.click();
  await startSet(page, SET);
  await rest.waitFor({ timeout: SET_WITHIN_MS });
}

interface Counts {
  frames: number;
  sounds: number;
  reps: number;
}

async function sampler({ page, host }: SoleusApp): Promise<() => Promise<SoakSample>> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const fromMs = performance.now();
  let before = { frames: 0, sounds: 0, reps: 0, atMs: fromMs };
  return async () => {
    const counts = await page.evaluate(() => ({ ...(globalThis as unknown as { counts: Counts }).counts }));
    const atMs = performance.now();
    const since = (what: keyof Counts): number => counts[what] - before[what];
    const pace = {
      framesPerSecond: (1000 * since('frames')) / (atMs - before.atMs),
      soundsPerRep: since('sounds') / since('reps'),
    };
    before = { ...counts, atMs };
    const megabytes = await page.evaluate(memoryInMegabytes);
    // What nobody holds any more would be counted as well.
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return {
      atS: Math.round((atMs - fromMs) / 1000),
      megabytes,
      ...pace,
      openFiles: openFilesOf(host.pid),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      workers: page.workers().length,
    };
  };
}

function openFilesOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}

/** Runs in the page, before the app: counts frames that were looked at, sounds that were made, and reps that were saved. */
function keepCount(): void {
  const counts: Counts = { frames: 0, sounds: 0, reps: 0 };
  Object.assign(globalThis, { counts });
  const PlainWorker = globalThis.Worker;
  globalThis.Worker = class extends PlainWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'pose') counts.frames += 1;
      });
    }
  };
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when): void {
    counts.sounds += 1;
    start.apply(this, when);
  };
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (this: WebSocket, data): void {
    if (String(data).includes('"history.addRep"')) counts.reps += 1;
    send.call(this, data);
  };
}

/** Runs in the page, which is isolated from other origins and so may ask. */
async function memoryInMegabytes(): Promise<number> {
  const measure = (performance as { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> })
    .measureUserAgentSpecificMemory;
  if (!measure) throw new Error('This browser does not measure memory.');
  return (await measure.call(performance)).bytes / 1e6;
}

function lineOf(sample: SoakSample): string {
  const { atS, megabytes, framesPerSecond, soundsPerRep, openFiles, nodes, listeners, workers } = sample;
  return [
    `${String(atS).padStart(6)} s`,
    `${megabytes.toFixed(1)} MB`,
    `${framesPerSecond.toFixed(1)} frames a second`,
    `${soundsPerRep.toFixed(2)} sounds a rep`,
    `${openFiles ?? '?'} files`,
    `${nodes} nodes`,
    `${listeners} listeners`,
    `${workers} workers`,
  ].join('  ');
}
