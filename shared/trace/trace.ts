import { z } from 'zod';
import { EXERCISE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import { LANDMARK_COUNT, type Landmark, type PoseFrame, type WorldLandmark } from '../pose/landmarks.ts';

/** What a file may hold at most. A frame takes 2 kB; an hour at 30 frames a second is about 200 MB. */
export const TRACE_CHARS_AT_MOST = 500_000_000;
const LINE_CHARS_AT_MOST = 20_000;
/** An hour at 120 frames a second has 432,000. */
const FRAMES_AT_MOST = 500_000;
/** In pictures, or in metres: whoever is seen is not further off. */
const COORDINATE_AT_MOST = 1_000;
/** Cameras count from their start, or from 1970. */
const MS_AT_MOST = 1e13;
const POINTS_AT_MOST = 100_000;
const FPS_AT_MOST = 10_000;

const upTo = (name: string, most: number): z.ZodNumber =>
  z
    .number({ error: `"${name}" must be a number` })
    .positive(`"${name}" must be above 0`)
    .max(most, `"${name}" is too large`);

/**
 * The trace file: the landmarks of a set or a clip, one JSON object a line, without any picture.
 *
 * The first line is the header, every further line a frame: `{"t":33.33,"p":[[x,y,z,visibility] × 33],"w":[[x,y,z] × 33]}`,
 * or `{"t":66.67,"p":null}` where nobody was seen. Frame times are irregular and frames go missing.
 */
const headerSchema = z.object({
  trace: z.literal('soleus/1', { error: 'this is not a Soleus trace ("trace" must be "soleus/1")' }),
  exercise: z.enum(EXERCISE_IDS, {
    error: (issue) => `"exercise" is ${JSON.stringify(issue.input)}, which Soleus does not know`,
  }),
  side: z.enum(SIDES, { error: '"side" must be "left", "right" or "both"' }),
  fps: upTo('fps', FPS_AT_MOST),
  width: upTo('width', POINTS_AT_MOST),
  height: upTo('height', POINTS_AT_MOST),
  personHeightCm: z
    .number({ error: '"personHeightCm" must be a number' })
    .min(80, '"personHeightCm" must be between 80 and 250')
    .max(250, '"personHeightCm" must be between 80 and 250')
    .optional(),
});

export type TraceHeader = z.infer<typeof headerSchema>;

export interface Trace {
  readonly header: TraceHeader;
  readonly frames: readonly PoseFrame[];
}

/** Something is wrong with a trace; `line` counts from 1. The message is a sentence for people. */
export class TraceError extends Error {
  readonly line: number;

  constructor(line: number, problem: string) {
    super(`Line ${line}: ${problem}.`);
    this.name = 'TraceError';
    this.line = line;
  }
}

/**
 * Reads a whole trace.
 *
 * @throws TraceError with the first line that is wrong
 */
export function parseTrace(text: string): Trace {
  if (text.length > TRACE_CHARS_AT_MOST) throw new TraceError(1, 'the file is too large');
  const lines = linesOf(text);
  const first = lines.next().value;
  if (!first) throw new TraceError(1, 'the file is empty');
  const header = readHeader(first);
  const frames: PoseFrame[] = [];
  for (const line of lines) {
    if (frames.length === FRAMES_AT_MOST)
      throw new TraceError(line.number, 'there are more frames than any recording has');
    frames.push(parseFrame(parseJson(line), line.number));
  }
  return { header, frames };
}

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  readonly isLast: boolean;
}

/** One by one, so that a bad file is left at its first wrong line, however many follow. The last one may be blank: then it is none. */
function* linesOf(text: string): Generator<Line, undefined> {
  const lastAt = text.lastIndexOf('\n') + 1;
  const isBlank = text.slice(lastAt).trim() === '';
  if (isBlank && lastAt === 0) return;
  const endAt = isBlank ? lastAt - 1 : text.length;
  for (let from = 0, number = 1; from <= endAt; number++) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? endAt : Math.min(found, endAt);
    const isLast = to === endAt;
    if (to - from > LINE_CHARS_AT_MOST) throw new TraceError(number, 'the line is too long');
    yield { text: text.slice(from, to), number, isLast };
    from = to + 1;
  }
}

function readHeader(line: Line): TraceHeader {
  const header = headerSchema.safeParse(parseJson(line));
  if (header.success) return header.data;
  const issue = header.error.issues[0];
  const isMissing = issue?.code === 'invalid_type' && issue.path.length === 0;
  throw new TraceError(1, isMissing ? 'the header is missing' : (issue?.message ?? 'the header is wrong'));
}

/** Writes a trace; reading it back gives the same numbers when the frames went through `roundFrame`. */
export function formatTrace(trace: Trace): string {
  return `${[JSON.stringify(trace.header), ...trace.frames.map(formatFrame)].join('\n')}\n`;
}

/**
 * Rounds a frame as the trace file does: times to 0.01 ms, coordinates to 5 decimals. Live frames are rounded before
 * they are counted, so that a saved trace replays to the very same reps.
 */
export function roundFrame(frame: PoseFrame): PoseFrame {
  return {
    tMs: roundMs(frame.tMs),
    image:
      frame.image?.map((p) => ({
        x: round(p.x, 5),
        y: round(p.y, 5),
        z: round(p.z, 5),
        visibility: round(p.visibility, 5),
      })) ?? null,
    world: frame.world?.map((w) => ({ x: round(w.x, 5), y: round(w.y, 5), z: round(w.z, 5) })) ?? null,
  };
}

function formatFrame({ tMs, image, world }: PoseFrame): string {
  if (!image || !world) return JSON.stringify({ t: tMs, p: null });
  return JSON.stringify({
    t: tMs,
    p: image.map((p) => [p.x, p.y, p.z, p.visibility]),
    w: world.map((w) => [w.x, w.y, w.z]),
  });
}

function parseJson({ text, number, isLast }: Line): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TraceError(number, isLast && number > 1 ? 'the file is cut off here' : 'this is not JSON');
  }
}

function parseFrame(value: unknown, line: number): PoseFrame {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TraceError(line, 'a frame must be an object');
  const { t, p, w } = value as { t?: unknown; p?: unknown; w?: unknown };
  if (!isWithin(t, MS_AT_MOST)) throw new TraceError(line, '"t" must be a time in ms');
  if (p === null) return { tMs: t, image: null, world: null };
  const image = numbers(p, 4, 'p', line).map(
    ([x = 0, y = 0, z = 0, visibility = 0]): Landmark => ({ x, y, z, visibility }),
  );
  const world = numbers(w, 3, 'w', line).map(([x = 0, y = 0, z = 0]): WorldLandmark => ({ x, y, z }));
  return { tMs: t, image, world };
}

/** Checks for a list of 33 points of `size` numbers each. */
function numbers(value: unknown, size: number, name: string, line: number): number[][] {
  if (!Array.isArray(value)) throw new TraceError(line, `"${name}" must be a list of landmarks`);
  if (value.length !== LANDMARK_COUNT) {
    throw new TraceError(line, `"${name}" has ${value.length} landmarks where ${LANDMARK_COUNT} are needed`);
  }
  value.forEach((point: unknown, i) => {
    if (!Array.isArray(point) || point.length !== size || !point.every((n) => isWithin(n, COORDINATE_AT_MOST))) {
      throw new TraceError(line, `landmark ${i} of "${name}" must be ${size} numbers`);
    }
  });
  return value as number[][];
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}

/** A time in ms as the trace file keeps it. */
export function roundMs(ms: number): number {
  return round(ms, 2);
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
