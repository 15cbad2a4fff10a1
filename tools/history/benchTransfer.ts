import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { createServices } from '../../electron/services/services.ts';
import type { Api } from '../../shared/contract/contract.ts';
import { isUnderWay, MOST_PART_LETTERS, type Transfer } from '../../shared/history/transfer.ts';

/**
 * `npm run bench:transfer [-- --reps 10000,100000,1000000]` lets whole histories go out and in, and ends with 1 where an export
 * takes too long. Besides the time: the most memory that was in use, and how long everybody else had to wait at most.
 */
const BAR_MS = 20_000;
/** A Friday. */
const NOW_MS = Date.UTC(2026, 10, 20, 20);

interface Measured {
  readonly name: string;
  readonly tookMs: number;
  /** Of this process: what is left of the time on a busy machine. */
  readonly cpuMs: number;
  readonly mostMb: number;
  readonly longestBlockMs: number;
  readonly outcome: Transfer;
}

async function measured(name: string, work: () => Promise<Transfer>): Promise<Measured> {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedMs = performance.now();
  const before = process.cpuUsage();
  const outcome = await work();
  const tookMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  clearInterval(watch);
  return { name, tookMs, cpuMs: (user + system) / 1000, mostMb: most / 1e6, longestBlockMs: delay.max / 1e6, outcome };
}

function start(dataFolder: string) {
  return createServices({ dataFolder, host: 'browser', version: '0', now: () => NOW_MS });
}

async function outcomeOf(api: Api): Promise<Transfer> {
  for (;;) {
    const transfer = await api['data.transfer'](null);
    if (!isUnderWay(transfer)) return transfer;
    // The page asks four times a second.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function importFile(api: Api, path: string): Promise<Transfer> {
  const importId = uuidv7();
  await api['data.beginImport']({ importId, kind: 'history', size: statSync(path).size });
  const file = await open(path);
  try {
    const decoder = new TextDecoder();
    for await (const chunk of file.createReadStream({ highWaterMark: MOST_PART_LETTERS - 8 })) {
      const part = { text: decoder.decode(chunk, { stream: true }) };
      const { state } = await api['data.importPart']({ importId, part });
      if (state !== 'importing') return outcomeOf(api);
      // Each part is a call of its own.
      await new Promise(setImmediate);
    }
  } finally {
    await file.close();
  }
  await api['data.endImport']({ importId });
  return outcomeOf(api);
}

async function measure(reps: number): Promise<boolean> {
  const folder = join('.cache', 'bench-history', `reps-${reps}`);
  if (!existsSync(folder)) {
    // In a process of its own, so that its memory is not counted here.
    const args = ['--reps', String(reps), '--folder', folder];
    spawnSync(process.execPath, ['tools/history/seedHistory.ts', ...args], { stdio: 'inherit' });
  }
  const scratch = mkdtempSync(join('.cache', 'bench-transfer-'));
  const out = join(process.cwd(), scratch);
  const here = start(folder);
  await here.api['app.info'](null);
  const exportTo = (format: 'json' | 'csv') =>
    measured(`export ${format}`, async () => {
      await here.api['data.export']({ format, folder: out });
      return outcomeOf(here.api);
    });
  const results = [await exportTo('json'), await exportTo('csv')];
  here.close();
  const [json] = results;
  const path = json?.outcome.state === 'exported' ? json.outcome.path : '';
  const there = start(join(out, 'other'));
  results.push(await measured('import, all of it new', () => importFile(there.api, path)));
  results.push(await measured('import, none of it new', () => importFile(there.api, path)));
  there.close();
  console.log(`\n${reps.toLocaleString('en')} reps, ${(statSync(path).size / 1e6).toFixed(0)} MB of JSON`);
  for (const { name, tookMs, cpuMs, mostMb, longestBlockMs, outcome } of results) {
    const figures = [
      `${(tookMs / 1000).toFixed(1)} s`.padStart(9),
      `${(cpuMs / 1000).toFixed(1)} s of a core`.padStart(18),
      `${mostMb.toFixed(0)} MB at most`.padStart(17),
      `blocked for ${longestBlockMs.toFixed(0)} ms at most`.padStart(30),
    ];
    console.log(`${name.padEnd(24)}${figures.join('')}   ${outcome.state}`);
  }
  rmSync(scratch, { recursive: true });
  return results.every(({ name, tookMs }) => !name.startsWith('export') || tookMs <= BAR_MS);
}

const { values } = parseArgs({ options: { reps: { type: 'string', default: '10000,100000,1000000' } } });
let isInTime = true;
for (const reps of values.reps.split(',')) isInTime = (await measure(Number(reps))) && isInTime;
if (!isInTime) {
  console.log(`Late: an export took more than ${BAR_MS / 1000} s.`);
  process.exitCode = 1;
}
