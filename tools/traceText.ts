import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { TRACE_CHARS_AT_MOST } from '../shared/trace/trace.ts';

/**
 * The text of a trace file, packed by gzip or not.
 *
 * @throws Error with a sentence when the file cannot be read
 */
export function readTraceText(file: string, bytesAtMost = TRACE_CHARS_AT_MOST): string {
  if (statSync(file).size > bytesAtMost) throw new Error('the file is too large');
  const bytes = readFileSync(file);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: bytesAtMost }).toString('utf8');
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Error(isTooLarge ? 'the compressed file is too large' : 'the compressed file is damaged or cut off');
  }
}
