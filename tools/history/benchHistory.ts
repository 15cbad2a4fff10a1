import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServices } from '../../electron/services/services.ts';
import { answerCall, createClient } from '../../shared/contract/contract.ts';
import { median, percentile } from '../bench/stats.ts';
import { questionsOf } from './historyQuestions.ts';
import { seedHistory } from './seedHistory.ts';

/**
 * `npm run bench:history [-- --reps 10000,100000,1000000] [--rounds 40] [--cpu] [--new]` asks everything that the screens ask of a
 * history, at three sizes, and ends with 1 where an answer is late. The histories are kept in `.cache/bench-history`; `--cpu`
 * counts the time of the processor instead of what has passed, for a machine that is busy with other things.
 */
const BAR_MS = 30;
/** A Friday. */
const NOW_MS = Date.UTC(2026, 10, 20, 20);
const SEED = 1;

interface Measured {
  readonly name: string;
  /** In the services, of an answer ready to be sent; and with the way to the page and the check there. */
  readonly answerMs: readonly number[];
  readonly wholeMs: readonly number[];
  readonly bytes: number;
}

interface Size {
  readonly reps: number;
  readonly firstMs: number;
  readonly openMs: number;
  readonly questions: readonly Measured[];
}

function msOf(isCpu: boolean): number {
  if (!isCpu) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(reps: number, rounds: number, isNew: boolean, isCpu: boolean): Promise<Size> {
  const clockMs = (): number => msOf(isCpu);
  const folder = join('.cache', 'bench-history', `reps-${reps}`);
  if (isNew) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    seedHistory(folder, reps, SEED, NOW_MS);
  }
  const open = async () => {
    const startedMs = clockMs();
    const services = createServices({ dataFolder: folder, host: 'browser', version: '0', now: () => NOW_MS });
    await services.api['app.info'](null);
    return { services, tookMs: clockMs() - startedMs };
  };
  const first = await open();
  first.services.close();
  const { services, tookMs: openMs } = await open();
  const questions: Measured[] = [];
  for (const { name, call, requests } of await questionsOf(services.api, NOW_MS)) {
    const answerMs: number[] = [];
    const wholeMs: number[] = [];
    let bytes = 0;
    const client = createClient(async (asked, request) => {
      const startedMs = clockMs();
      const text = JSON.stringify(await answerCall(services.api, asked, request));
      answerMs.push(clockMs() - startedMs);
      bytes = Math.max(bytes, text.length);
      return JSON.parse(text);
    });
    for (let i = 0; i < rounds; i++) {
      const startedMs = clockMs();
      await client[call](requests[i % requests.length] as never);
      wholeMs.push(clockMs() - startedMs);
    }
    questions.push({ name, answerMs, wholeMs, bytes });
  }
  services.close();
  return { reps, firstMs: first.tookMs, openMs, questions };
}

function show(sizes: readonly Size[]): boolean {
  const cell = (text: string, width: number): string => text.padStart(width);
  const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
  const heads = sizes.map(({ reps }) => cell(`${reps.toLocaleString('en')} reps: answer, whole trip, kB`, 44));
  console.log(`${'median / p95, ms'.padEnd(34)}${heads.join('')}`);
  let isInTime = true;
  for (const [i, { name }] of (sizes[0]?.questions ?? []).entries()) {
    const cells = sizes.map(({ questions }) => {
      const found = questions[i];
      if (!found) return '';
      const { answerMs, wholeMs, bytes } = found;
      const isLate = percentile(answerMs, 0.95) > BAR_MS;
      isInTime &&= !isLate;
      const [answer, whole] = [answerMs, wholeMs].map((all) => `${ms(median(all))} / ${ms(percentile(all, 0.95))}`);
      return cell(`${answer}${isLate ? ' !' : ''}`, 18) + cell(`${whole}`, 16) + cell((bytes / 1000).toFixed(0), 10);
    });
    console.log(`${name.padEnd(34)}${cells.join('')}`);
  }
  const opened = (of: (size: Size) => number): string => sizes.map((size) => cell(ms(of(size)), 44)).join('');
  console.log(`${'opening, first'.padEnd(34)}${opened(({ firstMs }) => firstMs)}`);
  console.log(`${'opening, again'.padEnd(34)}${opened(({ openMs }) => openMs)}`);
  return isInTime;
}

const { values } = parseArgs({
  options: {
    reps: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '40' },
    new: { type: 'boolean', default: false },
    cpu: { type: 'boolean', default: false },
  },
});
const sizes: Size[] = [];
for (const reps of values.reps.split(','))
  sizes.push(await measure(Number(reps), Number(values.rounds), values.new, values.cpu));
if (!show(sizes)) {
  console.log(`Late: p95 of an answer above ${BAR_MS} ms.`);
  process.exitCode = 1;
}
