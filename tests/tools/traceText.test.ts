import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readTraceText } from '../../tools/traceText.ts';
import { tempFolder } from '../support/tempFolder.ts';

function fileOf(bytes: Buffer): string {
  const file = join(tempFolder(), 'a.trace');
  writeFileSync(file, bytes);
  return file;
}

test('a small file that unpacks without end is refused, and so is a large one', () => {
  const zeros = Buffer.alloc(100_000);
  expect(readTraceText(fileOf(gzipSync(zeros)), 100_000)).toHaveLength(100_000);
  expect(() => readTraceText(fileOf(gzipSync(zeros)), 99_999)).toThrow('too large');
  expect(() => readTraceText(fileOf(zeros), 99_999)).toThrow('too large');
});

test('half a packed file is damaged', () => {
  const packed = gzipSync(Buffer.from('hello '.repeat(1000)));
  expect(() => readTraceText(fileOf(packed.subarray(0, packed.length / 2)))).toThrow('damaged or cut off');
});
