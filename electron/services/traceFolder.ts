import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CallError } from '../../shared/contract/contract.ts';
import { formatTrace, parseTrace, type Trace, TraceError } from '../../shared/trace/trace.ts';
import { makePrivateFolder } from './privateFolder.ts';

const FOLDER = 'traces';

/** Which part of a long trace this is, counted from 1. */
interface Part {
  readonly n: number;
  readonly of: number;
}

/**
 * Keeps the landmarks of a set; returns the file's path. Each part is a whole trace; the file appears with the last one.
 * Only what was read as numbers is written, so that nothing else finds its way into the file.
 *
 * @throws CallError `trace-invalid` when the text is no trace
 */
export function saveTrace(folder: string, setId: string, text: string, { n, of }: Part = { n: 1, of: 1 }): string {
  const lines = formatTrace(readTrace(text));
  const traces = join(folder, FOLDER);
  const path = join(traces, `${setId}.jsonl.gz`);
  if (n > 1 && !existsSync(`${path}.part`)) throw new CallError('trace-invalid', `Part ${n} came before the first.`);
  makePrivateFolder(traces);
  if (n === 1) writeFileSync(`${path}.part`, gzipSync(lines));
  // Compressed pieces one after the other are one compressed file; the header is needed once.
  else appendFileSync(`${path}.part`, gzipSync(lines.slice(lines.indexOf('\n') + 1)));
  if (n >= of) renameSync(`${path}.part`, path);
  return path;
}

function readTrace(text: string): Trace {
  try {
    return parseTrace(text);
  } catch (error) {
    if (error instanceof TraceError) throw new CallError('trace-invalid', error.message);
    throw error;
  }
}
