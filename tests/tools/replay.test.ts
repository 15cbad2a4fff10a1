import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { formatTrace, roundFrame } from '../../shared/trace/trace.ts';
import { raises } from '../../tools/clips/clips.ts';
import { drawnFrames, everyFrame } from '../support/drawnPose.ts';

const folder = mkdtempSync(join(tmpdir(), 'soleus-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tempo = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const movement = raises('calf-raise-double', 'both', 3, tempo, { standMs: 2000 });
const header = {
  trace: 'soleus/1',
  exercise: 'calf-raise-double',
  side: 'both',
  fps: 30,
  width: 640,
  height: 480,
} as const;
const text = formatTrace({ header, frames: drawnFrames(movement, everyFrame(movement.durationMs)).map(roundFrame) });

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
