import { parseArgs } from 'node:util';
import { BrokenRule } from './oracle.ts';
import type { YearResult } from './simulateYear.ts';
import { databaseYear, memoryYear } from './stores.ts';

/**
 * `npm run simulate:breaks -- --years 1000 [--seed 1]` lets the real break service live through random years, one seed each, and ends with 1
 * and the seed of the first year in which it breaks a rule.
 *
 * One year in fifty is kept in a real database in a temporary folder, the others in memory.
 */
const DATABASE_EVERY = 50;
const PROGRESS_EVERY_MS = 10_000;

function main(): void {
  const { values } = parseArgs({
    options: { years: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
  });
  const years = wholeNumber('--years', values.years, 1);
  const first = wholeNumber('--seed', values.seed, 0);
  const startedMs = performance.now();
  let toldMs = startedMs;
  const total = { wakes: 0, restarts: 0, events: {} as Record<string, number> };
  for (let i = 0; i < years; i++) {
    const seed = first + i;
    try {
      add(total, i % DATABASE_EVERY === DATABASE_EVERY - 1 ? databaseYear(seed) : memoryYear(seed));
    } catch (error) {
      if (!(error instanceof BrokenRule)) console.error(error);
      console.error(`Year ${i + 1}, seed ${seed}: ${error instanceof Error ? error.message : error}`);
      console.error(`Again: npm run simulate:breaks -- --years 1 --seed ${seed}`);
      process.exitCode = 1;
      return;
    }
    if (performance.now() - toldMs > PROGRESS_EVERY_MS) {
      toldMs = performance.now();
      console.log(`${i + 1} years, ${seconds(toldMs - startedMs)}`);
    }
  }
  const tookMs = performance.now() - startedMs;
  console.log(`${years} years in ${seconds(tookMs)} (${(tookMs / years / 1000).toFixed(2)} s a year), no rule broken.`);
  console.log(`${total.wakes} wakes, ${total.restarts} restarts`);
  console.log(
    Object.entries(total.events)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', '),
  );
}

function add(total: { wakes: number; restarts: number; events: Record<string, number> }, year: YearResult): void {
  total.wakes += year.wakes;
  total.restarts += year.restarts;
  for (const [kind, count] of Object.entries(year.events)) total.events[kind] = (total.events[kind] ?? 0) + count;
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  console.error(`${option} is ${text}; it must be a whole number from ${least} on.`);
  process.exit(1);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

main();
