import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { replayTrace } from '../shared/trace/replay.ts';
import { parseTrace } from '../shared/trace/trace.ts';

/** `npm run --silent replay -- FILE`: counts a recorded trace and prints what was found as one JSON object. */
function main(): void {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) fail('Name one trace file: npm run --silent replay -- FILE');
  try {
    console.log(JSON.stringify(replayTrace(parseTrace(readText(file)))));
  } catch (error) {
    fail(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readText(file: string): string {
  const bytes = readFileSync(file);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new Error('the compressed file is damaged or cut off');
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

main();
