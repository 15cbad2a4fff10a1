import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { text } from '../../renderer/messages/en.ts';
import { median } from '../bench/stats.ts';
import { openSoleus } from '../browser/soleusApp.ts';
import { seedHistory } from './seedHistory.ts';

/**
 * `npm run bench:overview [-- --reps 1000000] [--rounds 10]`: how long the overview takes in a real browser, from the press in
 * the navigation until days, bests and ladder are drawn and can be used. Ends with 1 above the bar.
 */
const BAR_MS = 300;
const SEED = 1;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { reps: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '10' } },
  });
  const reps = Number(values.reps);
  const dataFolder = join(import.meta.dirname, '../../.cache/bench-overview', `reps-${reps}`);
  if (!existsSync(dataFolder)) {
    mkdirSync(dataFolder, { recursive: true });
    seedHistory(dataFolder, reps, SEED, Date.now());
  }
  const app = await openSoleus({ dataFolder });
  const tookMs: number[] = [];
  try {
    const { page } = app;
    page.setDefaultTimeout(120_000);
    await page.getByRole('heading', { name: text.today.greeting }).waitFor();
    // The first opening fetches the screen; it counts like the others.
    for (let round = 0; round < Number(values.rounds); round++) {
      tookMs.push(await page.evaluate(openOverview, text.app.history));
      await page.getByRole('button', { name: text.app.today, exact: true }).click();
      await page.getByRole('heading', { name: text.today.greeting }).waitFor();
    }
  } finally {
    await app.close();
  }
  const [first] = tookMs;
  const worst = Math.max(...tookMs);
  console.log(
    `Overview at ${reps} reps: first ${first?.toFixed(0)} ms, median ${median(tookMs).toFixed(0)} ms, worst ${worst.toFixed(0)} ms (bar ${BAR_MS} ms)`,
  );
  process.exitCode = worst <= BAR_MS ? 0 : 1;
}

/** Runs in the page: presses, and looks with each picture whether everything is there. */
async function openOverview(history: string): Promise<number> {
  const button = [...document.querySelectorAll<HTMLElement>('nav button')].find((one) => one.textContent === history);
  const startedMs = performance.now();
  button?.click();
  const parts = ['.calendar-table .calendar-session', '.week-goal-days', '.bests-table td', '.overview .next-step'];
  while (parts.some((part) => !document.querySelector(part))) await new Promise(requestAnimationFrame);
  return performance.now() - startedMs;
}

await main();
