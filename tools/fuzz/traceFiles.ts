import * as fc from 'fast-check';
import { replayTrace } from '../../shared/trace/replay.ts';
import { formatTrace, parseTrace, type Trace, TraceError } from '../../shared/trace/trace.ts';
import { brokenTexts, mutated } from './mutations.ts';
import { traceTexts } from './requests.ts';
import { done, newTally, refused, type Tally } from './tally.ts';
import { anyText } from './texts.ts';
import { Broken } from './verdict.ts';

/** Traces as somebody hostile, or a broken disk, might make them: read or refused with a line; what was read counts, and reads the same. */

const lineChanged = fc.tuple(traceTexts(), fc.nat(10)).chain(([text, n]) => {
  const lines = text.split('\n');
  const at = n % lines.length;
  return mutated(fc.constant(parsedLine(lines[at] ?? ''))).map((by) =>
    lines.map((old, i) => (i === at ? JSON.stringify(by) : old)).join('\n'),
  );
});

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

/** @throws Broken */
export function fuzzTraces(seed: number, count: number): Tally {
  const tally = newTally();
  const files = fc.oneof(traceTexts(), brokenTexts(traceTexts()), lineChanged, anyText());
  for (const text of fc.sample(files, { seed, numRuns: count })) {
    const trace = readOrRefuse(text);
    if (!trace) {
      refused(tally);
      continue;
    }
    done(tally);
    if (JSON.stringify(replayTrace(trace)).includes('null')) throw new Broken(`Its count is no number: ${text}`);
    const again = JSON.stringify(parseTrace(formatTrace(trace)));
    if (again !== JSON.stringify(trace)) throw new Broken(`It reads otherwise when it was written: ${text}`);
  }
  return tally;
}

/** Null for what is refused as it should be. */
export function readOrRefuse(text: string): Trace | null {
  try {
    return parseTrace(text);
  } catch (error) {
    if (error instanceof TraceError) return null;
    throw new Broken(`${error}: ${text.slice(0, 2000)}`);
  }
}
