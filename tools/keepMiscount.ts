import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replayTrace } from '../shared/trace/replay.ts';
import { parseTrace } from '../shared/trace/trace.ts';
import { packTrace } from './motion/traceCodec.ts';
import { readTraceText } from './traceText.ts';

/**
 * `npm run miscount -- FILE COUNT NAME "what happened"`: keeps the trace of a set that was miscounted, with the count that
 * is right, as tests/miscounts/NAME.trace. A test counts all of them.
 */
export const MISCOUNTS = join(import.meta.dirname, '../tests/miscounts');
const LIST = join(MISCOUNTS, 'miscounts.json');

const listSchema = z.record(z.string(), z.strictObject({ count: z.int().min(0), what: z.string() }));
export type Miscounts = z.infer<typeof listSchema>;

/** What is known of the kept traces, by name. */
export function readMiscounts(): Miscounts {
  return existsSync(LIST) ? listSchema.parse(JSON.parse(readFileSync(LIST, 'utf8'))) : {};
}

function main(): void {
  const [file, countText, name, what] = process.argv.slice(2);
  const count = Number(countText);
  if (!file || !name || !what || !Number.isInteger(count) || count < 0 || !/^[a-z0-9-]+$/.test(name)) {
    console.error('Say which file, the right count, a name-with-hyphens and what happened, in this order:');
    console.error('npm run miscount -- trace.jsonl.gz 8 pause-in-the-middle "Rests half-way down in rep 3."');
    process.exitCode = 1;
    return;
  }
  try {
    const trace = parseTrace(readTraceText(file));
    writeFileSync(join(MISCOUNTS, `${name}.trace`), packTrace({ ...trace, recipe: 'miscount', truth: [] }));
    const list = { ...readMiscounts(), [name]: { count, what } };
    writeFileSync(LIST, `${JSON.stringify(list, null, 2)}\n`);
    console.log(`Kept as tests/miscounts/${name}.trace: ${replayTrace(trace).count} counted, ${count} is right.`);
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) main();
