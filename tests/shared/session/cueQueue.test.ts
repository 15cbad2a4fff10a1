import { describe, expect, test } from 'vitest';
import { addCue, type CueQueue, nextCue, PRIORITY, SILENT, type VoiceCue } from '../../../shared/session/cueQueue.ts';

const number: VoiceCue = { clip: 'number-7', priority: PRIORITY.count, staleAfterMs: 700 };
const slower: VoiceCue = { clip: 'slower', priority: PRIORITY.correction, staleAfterMs: 1500 };
const advice: VoiceCue = { clip: 'show-feet', priority: PRIORITY.instruction, staleAfterMs: 2500 };
const lasts = (): number => 500;

function said(queue: CueQueue, nowMs: number): [CueQueue, string | null] {
  const [next, cue] = nextCue(queue, nowMs, lasts);
  return [next, cue?.clip ?? null];
}

describe('the voice', () => {
  test('says what waits, once', () => {
    const [next, first] = said(addCue(SILENT, number, 0), 0);
    expect(first).toBe('number-7');
    expect(said(next, 1000)[1]).toBeNull();
  });

  test('never speaks over itself: a correction waits for the count to end', () => {
    const [speaking] = said(addCue(SILENT, number, 0), 0);
    const waiting = addCue(speaking, slower, 100);
    expect(said(waiting, 200)[1]).toBeNull();
    expect(said(waiting, 500)[1]).toBe('slower');
  });

  test('a count cuts an instruction short', () => {
    const [speaking] = said(addCue(SILENT, advice, 0), 0);
    expect(said(addCue(speaking, number, 100), 100)[1]).toBe('number-7');
  });

  test('the more important goes first', () => {
    const both = addCue(addCue(SILENT, advice, 0), number, 0);
    expect(said(both, 0)[1]).toBe('number-7');
  });

  test('what has waited too long is dropped', () => {
    const [speaking] = said(addCue(SILENT, number, 0), 0);
    const waiting = addCue(speaking, { ...number, clip: 'number-8' }, 100);
    expect(said(waiting, 900)[1]).toBeNull();
  });

  test('the same words do not wait twice', () => {
    const twice = addCue(addCue(SILENT, advice, 0), advice, 50);
    expect(twice.waiting).toHaveLength(1);
  });
});
