import { parseArgs } from 'node:util';
import { fuzzFiles } from './files.ts';
import { fuzz } from './fuzz.ts';
import type { Tally } from './tally.ts';

/**
 * `npm run test:fuzz [-- --messages 100000] [--files 20000] [--seed 1]` sends so many fuzzed messages to the real services over
 * their socket and Electron's channel, and a fifth of that to their HTTP server; then it has so many fuzzed files read. It ends
 * with 1 and a seed when one of them does harm.
 */
const TELL_EVERY = 10_000;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      messages: { ...text, default: '100000' },
      files: { ...text, default: '20000' },
      seed: { ...text, default: '1' },
    },
  });
  const [messages, files, seed] = [values.messages, values.files, values.seed].map(Number) as [number, number, number];
  if (![messages, files, seed].every((n) => Number.isInteger(n) && n >= 0)) {
    console.error('--messages, --files and --seed must be whole numbers.');
    process.exitCode = 1;
    return;
  }
  const startedMs = performance.now();
  let told = 0;
  try {
    const tallies = await fuzz(messages, seed, (sofar) => {
      const sent = total(sofar);
      if (sent - told < TELL_EVERY) return;
      told = sent;
      console.log(`${sent} messages, ${seconds(startedMs)}`);
    });
    show(tallies);
    const read = await fuzzFiles(files, seed);
    show(read);
    console.log(
      `${total(tallies)} messages and ${total(read)} files in ${seconds(startedMs)}: nothing crashed, and nothing refused was written.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('Again: npm run test:fuzz -- --messages 2000 --seed …');
    process.exitCode = 1;
  }
}

function show(tallies: Readonly<Record<string, Tally>>): void {
  for (const [name, { sent, refused, done }] of Object.entries(tallies)) {
    console.log(`${name}: ${sent} sent, ${refused} refused, ${done} done`);
  }
}

function total(tallies: Readonly<Record<string, Tally>>): number {
  return Object.values(tallies).reduce((sum, { sent }) => sum + sent, 0);
}

function seconds(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}

await main();
