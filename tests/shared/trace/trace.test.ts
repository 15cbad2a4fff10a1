import { describe, expect, test } from 'vitest';
import { replayTrace } from '../../../shared/trace/replay.ts';
import { formatTrace, parseTrace, TraceError } from '../../../shared/trace/trace.ts';
import { DOUBLES_HEADER, THREE_RAISES_TRACE } from '../../support/traces.ts';

const TEXT = formatTrace(THREE_RAISES_TRACE);

describe('a trace file', () => {
  test('reads back as it was written, to the last digit', () => {
    expect(parseTrace(TEXT)).toEqual(THREE_RAISES_TRACE);
  });

  test('replays to the very same reps as the live frames', () => {
    expect(replayTrace(parseTrace(TEXT))).toEqual(replayTrace(THREE_RAISES_TRACE));
  });

  test('may end with or without a line end, and with spaces behind it', () => {
    for (const end of ['', '\n', '\r\n', '\n  ']) {
      expect(parseTrace(TEXT.trimEnd() + end).frames).toHaveLength(THREE_RAISES_TRACE.frames.length);
    }
  });

  test('keeps frames in which nobody was seen', () => {
    const gone = { tMs: 99_999, image: null, world: null };
    const { frames } = parseTrace(formatTrace({ ...THREE_RAISES_TRACE, frames: [...THREE_RAISES_TRACE.frames, gone] }));
    expect(frames.at(-1)).toEqual(gone);
  });

  test('is one JSON object a line, in the agreed shape', () => {
    const [header, first] = TEXT.split('\n');
    expect(JSON.parse(header ?? '')).toEqual(DOUBLES_HEADER);
    const frame = JSON.parse(first ?? '') as { t: number; p: number[][]; w: number[][] };
    expect(Object.keys(frame)).toEqual(['t', 'p', 'w']);
    expect([frame.p.length, frame.p[0]?.length, frame.w.length, frame.w[0]?.length]).toEqual([33, 4, 33, 3]);
  });

  const lines = TEXT.split('\n');
  const withLine = (n: number, line: string): string => lines.map((l, i) => (i === n - 1 ? line : l)).join('\n');
  const frameOf = (n: number): { t: unknown; p: unknown[][]; w: unknown[][] } => JSON.parse(lines[n - 1] ?? '');
  test.each([
    ['an empty file', '', 1, 'empty'],
    ['something else', 'hello', 1, 'not JSON'],
    ['JSON of another kind', '[1,2]', 1, 'header'],
    ['another format', withLine(1, JSON.stringify({ ...DOUBLES_HEADER, trace: 'other/9' })), 1, 'soleus/1'],
    ['an unknown exercise', withLine(1, JSON.stringify({ ...DOUBLES_HEADER, exercise: 'push-up' })), 1, 'push-up'],
    ['a wrong side', withLine(1, JSON.stringify({ ...DOUBLES_HEADER, side: 'up' })), 1, 'side'],
    ['no width', withLine(1, JSON.stringify({ ...DOUBLES_HEADER, width: undefined })), 1, 'width'],
    ['a missing landmark', withLine(4, JSON.stringify({ ...frameOf(4), p: frameOf(4).p.slice(1) })), 4, '32 landmarks'],
    [
      'a landmark that is no number',
      withLine(5, JSON.stringify({ ...frameOf(5), w: [['a', 1, 2], ...frameOf(5).w.slice(1)] })),
      5,
      'landmark 0',
    ],
    ['a time that is no number', withLine(6, JSON.stringify({ ...frameOf(6), t: 'now' })), 6, '"t"'],
    ['a line in the middle that is no JSON', withLine(7, '{"t":1'), 7, 'not JSON'],
    [
      'a landmark beyond all rooms',
      withLine(5, JSON.stringify({ ...frameOf(5), w: [[1e9, 1, 2], ...frameOf(5).w.slice(1)] })),
      5,
      'landmark 0',
    ],
    ['a time beyond all cameras', withLine(6, JSON.stringify({ ...frameOf(6), t: 1e300 })), 6, '"t"'],
    ['a picture larger than any', withLine(1, JSON.stringify({ ...DOUBLES_HEADER, height: 1e9 })), 1, 'too large'],
    ['a line without end', withLine(8, `${lines[7]}${' '.repeat(20_000)}`), 8, 'too long'],
    ['brackets without end', withLine(8, '['.repeat(19_999)), 8, 'not JSON'],
    ['line ends without end', `${lines[0]}${'\n'.repeat(1_000_000)}`, 2, 'not JSON'],
    ['blank lines at its end', `${TEXT}\n \n`, lines.length, 'not JSON'],
    ['frames without end', `${lines[0]}\n${'{"t":1,"p":null}\n'.repeat(500_001)}`, 500_002, 'more frames'],
    ['a file that was cut off', TEXT.slice(0, TEXT.length - 900), lines.length - 1, 'cut off'],
  ])('%s is refused with the line and what is wrong', (_, text, line, word) => {
    const refusal = refusalOf(text);
    expect(refusal.line).toBe(line);
    expect(refusal.message).toContain(word);
    expect(refusal.message).toMatch(/^Line \d+: .+\.$/);
  });
});

test('a replay has the agreed shape, and leaves out what is unknown', () => {
  const replay = replayTrace(THREE_RAISES_TRACE);
  expect(replay.count).toBe(3);
  expect(Object.keys(replay)).toEqual(['exercise', 'count', 'reps', 'attempts', 'tracking']);
  expect(replay.tracking).toEqual({
    framesTotal: THREE_RAISES_TRACE.frames.length,
    framesSeen: THREE_RAISES_TRACE.frames.length,
    lostMs: 0,
  });
  const [rep] = replay.reps;
  expect(rep).toMatchObject({ n: 1, side: 'both', counted: true, faults: [] });
  for (const key of [
    'startMs',
    'topMs',
    'lowerStartMs',
    'endMs',
    'raiseMs',
    'holdMs',
    'lowerMs',
    'heightCm',
  ] as const) {
    expect(rep?.[key], key).toBeTypeOf('number');
  }
  const { personHeightCm: _, ...unknownHeight } = DOUBLES_HEADER;
  expect(replayTrace({ ...THREE_RAISES_TRACE, header: unknownHeight }).reps[0]).not.toHaveProperty('heightCm');
});

test('time without a person is told apart', () => {
  const frames = THREE_RAISES_TRACE.frames.map((frame, i) =>
    i >= 10 && i < 40 ? { ...frame, image: null, world: null } : frame,
  );
  const { framesSeen, lostMs } = replayTrace({ ...THREE_RAISES_TRACE, frames }).tracking;
  expect(framesSeen).toBe(THREE_RAISES_TRACE.frames.length - 30);
  expect(lostMs).toBeCloseTo(1000, -1);
});

function refusalOf(text: string): TraceError {
  try {
    parseTrace(text);
  } catch (error) {
    if (error instanceof TraceError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}
