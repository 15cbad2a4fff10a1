import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CallError } from '../../shared/contract/contract.ts';
import { parseTrace, TraceError } from '../../shared/trace/trace.ts';

const FOLDER = 'traces';

/**
 * Keeps the landmarks of a set that was miscounted; returns the file's path.
 *
 * @throws CallError `trace-invalid` when the text is no trace
 */
export function saveTrace(folder: string, setId: string, text: string): string {
  try {
    parseTrace(text);
  } catch (error) {
    if (error instanceof TraceError) throw new CallError('trace-invalid', error.message);
    throw error;
  }
  const traces = join(folder, FOLDER);
  mkdirSync(traces, { recursive: true });
  const path = join(traces, `${setId}.jsonl.gz`);
  writeFileSync(`${path}.part`, gzipSync(text));
  renameSync(`${path}.part`, path);
  return path;
}
