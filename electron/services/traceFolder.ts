import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CallError } from '../../shared/contract/contract.ts';
import { parseTrace, TraceError } from '../../shared/trace/trace.ts';

const FOLDER = 'traces';

/** Which part of a long trace this is, counted from 1. */
interface Part {
  readonly n: number;
  readonly of: number;
}

/**
 * Keeps the landmarks of a set; returns the file's path. Each part is a whole trace; the file appears with the last one.
 *
 * @throws CallError `trace-invalid` when the text is no trace
 */
export function saveTrace(folder: string, setId: string, text: string, { n, of }: Part = { n: 1, of: 1 }): string {
  try {
    parseTrace(text);
  } catch (error) {
    if (error instanceof TraceError) throw new CallError('trace-invalid', error.message);
    throw error;
  }
  const traces = join(folder, FOLDER);
  mkdirSync(traces, { recursive: true });
  const path = join(traces, `${setId}.jsonl.gz`);
  if (n === 1) writeFileSync(`${path}.part`, gzipSync(text));
  // Compressed pieces one after the other are one compressed file; the header is needed once.
  else appendFileSync(`${path}.part`, gzipSync(text.slice(text.indexOf('\n') + 1)));
  if (n >= of) renameSync(`${path}.part`, path);
  return path;
}
