import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { formatTrace } from '../../shared/trace/trace.ts';
import { THREE_RAISES_TRACE } from '../support/traces.ts';

const folder = mkdtempSync(join(tmpdir(), 'soleus-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = formatTrace(THREE_RAISES_TRACE);

function replay(name: string, content: string | Buffer) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../tools/replay.ts'), file], { encoding: 'utf8' });
}

describe('npm run replay', () => {
  test.each([
    ['plain.jsonl', text],
    ['packed.jsonl.gz', gzipSync(text)],
  ])('prints one JSON object for %s and nothing else', (name, content) => {
    const { stdout, stderr, status } = replay(name, content);
    expect(JSON.parse(stdout)).toMatchObject({ exercise: 'calf-raise-double', count: 3 });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect([stderr, status]).toEqual(['', 0]);
  });

  test.each([
    ['bad.jsonl', `${text.split('\n').slice(0, 3).join('\n')}\nnonsense\n{}`, 'Line 4'],
    ['cut.jsonl.gz', gzipSync(text).subarray(0, 5000), 'damaged or cut off'],
    ['later.jsonl', text.replace('calf-raise-double', 'cartwheel'), 'exercise'],
  ])('%s: one line that says what is wrong, and exit code 1', (name, content, words) => {
    const { stdout, stderr, status } = replay(name, content);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(words);
  });

  test('a file that is not there', () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../tools/replay.ts'), join(folder, 'none')],
      {
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
