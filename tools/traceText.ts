import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * The text of a trace file, packed by gzip or not.
 *
 * @throws Error with a sentence when the file cannot be read
 */
export function readTraceText(file: string): string {
  const bytes = readFileSync(file);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new Error('the compressed file is damaged or cut off');
  }
}
