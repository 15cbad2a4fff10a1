import { parseArgs } from 'node:util';
import { fuzz, type Tallies } from './fuzz.ts';

/**
 * `npm run test:fuzz [-- --messages 100000] [--seed 1]` sends so many fuzzed messages to the real services over their socket
 * and Electron's channel, and a fifth of that to their HTTP server; ends with 1 and a seed when one of them does harm.
 */
const TELL_EVERY = 10_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { messages: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  });
  const [messages, seed] = [Number(values.messages), Number(values.seed)];
  if (!(Number.isInteger(messages) && messages > 0 && Number.isInteger(seed))) {
    console.error('--messages and --seed must be whole numbers.');
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
    for (const [way, { sent, refused, done }] of Object.entries(tallies)) {
      console.log(`${way}: ${sent} sent, ${refused} refused, ${done} done`);
    }
    console.log(
      `${total(tallies)} messages in ${seconds(startedMs)}: nothing crashed, and nothing refused was written.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('Again: npm run test:fuzz -- --messages 2000 --seed …');
    process.exitCode = 1;
  }
}

function total(tallies: Tallies): number {
  return Object.values(tallies).reduce((sum, { sent }) => sum + sent, 0);
}

function seconds(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}

await main();
