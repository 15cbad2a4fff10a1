import { replayTrace } from '../shared/trace/replay.ts';
import { parseTrace } from '../shared/trace/trace.ts';
import { readTraceText } from './traceText.ts';

/** `npm run --silent replay -- FILE`: counts a recorded trace and prints what was found as one JSON object. */
function main(): void {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) fail('Name one trace file: npm run --silent replay -- FILE');
  try {
    console.log(JSON.stringify(replayTrace(parseTrace(readTraceText(file)))));
  } catch (error) {
    fail(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

main();
