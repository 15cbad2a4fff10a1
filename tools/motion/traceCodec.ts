import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { TrueRep } from '../../renderer/athlete/movements.ts';
import { LANDMARK_COUNT, type PoseFrame } from '../../shared/pose/landmarks.ts';
import type { Trace, TraceHeader } from '../../shared/trace/trace.ts';

/** A clip's landmarks as the real model saw them, with the truth of what was shown and the recipe it was made from. */
export interface StoredTrace extends Trace {
  /** Changes with the clip; see `recipeOf`. */
  readonly recipe: string;
  readonly truth: readonly TrueRep[];
}

/**
 * The compact form: whole numbers, each coordinate's steps from frame to frame one after the other, packed by Brotli.
 * About 100 bytes a frame, where a packed trace file takes 700.
 */
const FORMAT = 'soleus-packed/1';
const TIME_UNITS_PER_MS = 100;
/** 1/16384 of the picture is 0.03 px of 480; the model's own jitter is 0.06 px and more. */
const IMAGE_UNITS = [16_384, 16_384, 1000, 100] as const;
const WORLD_UNITS = [1000, 1000, 1000] as const;

interface PackedHeader {
  readonly format: typeof FORMAT;
  readonly recipe: string;
  readonly header: TraceHeader;
  readonly truth: readonly TrueRep[];
  readonly frames: number;
}

/** Packs a trace; coordinates lose what is finer than the units above, times what is finer than 0.01 ms. */
export function packTrace({ recipe, header, truth, frames }: StoredTrace): Buffer {
  const packed: PackedHeader = { format: FORMAT, recipe, header, truth, frames: frames.length };
  const json = Buffer.from(JSON.stringify(packed));
  const bytes: number[] = [];
  writeNumber(bytes, json.length);
  for (const byte of json) bytes.push(byte);
  writeSteps(
    bytes,
    frames.map((frame) => Math.round(frame.tMs * TIME_UNITS_PER_MS)),
  );
  writeSteps(
    bytes,
    frames.map((frame) => (frame.image && frame.world ? 1 : 0)),
  );
  for (const column of columnsOf(frames)) writeSteps(bytes, column);
  return brotliCompressSync(Buffer.from(bytes), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
}

/** @throws Error with a sentence when the bytes are not a whole packed trace */
export function unpackTrace(file: Uint8Array): StoredTrace {
  const reader = { bytes: decompressed(file), at: 0 };
  const length = readNumber(reader);
  const header = parseHeader(reader.bytes.subarray(reader.at, reader.at + length));
  reader.at += length;
  const times = readSteps(reader, header.frames);
  const seen = readSteps(reader, header.frames);
  const count = seen.filter((one) => one === 1).length;
  const columns = [...IMAGE_UNITS, ...WORLD_UNITS].map((units) =>
    Array.from({ length: LANDMARK_COUNT }, () => readSteps(reader, count).map((value) => value / units)),
  );
  let next = 0;
  const frames = times.map((time, i): PoseFrame => {
    const tMs = time / TIME_UNITS_PER_MS;
    if (seen[i] !== 1) return { tMs, image: null, world: null };
    const frame = frameAt(columns, next, tMs);
    next += 1;
    return frame;
  });
  return { recipe: header.recipe, header: header.header, truth: header.truth, frames };
}

/** One list a coordinate, over the frames in which somebody was seen: all x, then all y, … then the world's. */
function columnsOf(frames: readonly PoseFrame[]): number[][] {
  const seen = frames.filter((frame) => frame.image && frame.world);
  const column = (units: number, value: (frame: PoseFrame) => number | undefined): number[] =>
    seen.map((frame) => Math.round(units * (value(frame) ?? 0)));
  const landmarks = Array.from({ length: LANDMARK_COUNT }, (_, i) => i);
  const [x, y, z, visibility] = IMAGE_UNITS;
  const [worldX, worldY, worldZ] = WORLD_UNITS;
  return [
    ...landmarks.map((i) => column(x, (frame) => frame.image?.[i]?.x)),
    ...landmarks.map((i) => column(y, (frame) => frame.image?.[i]?.y)),
    ...landmarks.map((i) => column(z, (frame) => frame.image?.[i]?.z)),
    ...landmarks.map((i) => column(visibility, (frame) => frame.image?.[i]?.visibility)),
    ...landmarks.map((i) => column(worldX, (frame) => frame.world?.[i]?.x)),
    ...landmarks.map((i) => column(worldY, (frame) => frame.world?.[i]?.y)),
    ...landmarks.map((i) => column(worldZ, (frame) => frame.world?.[i]?.z)),
  ];
}

function frameAt(columns: readonly (readonly number[][])[], at: number, tMs: number): PoseFrame {
  const value = (column: number, landmark: number): number => columns[column]?.[landmark]?.[at] ?? 0;
  const landmarks = Array.from({ length: LANDMARK_COUNT }, (_, i) => i);
  return {
    tMs,
    image: landmarks.map((i) => ({ x: value(0, i), y: value(1, i), z: value(2, i), visibility: value(3, i) })),
    world: landmarks.map((i) => ({ x: value(4, i), y: value(5, i), z: value(6, i) })),
  };
}

function decompressed(file: Uint8Array): Buffer {
  try {
    return brotliDecompressSync(file);
  } catch {
    throw new Error('The packed trace is damaged or cut off: render it again.');
  }
}

function parseHeader(bytes: Uint8Array): PackedHeader {
  let header: PackedHeader | undefined;
  try {
    header = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Told below, as any other file that is not one of ours.
  }
  if (header?.format !== FORMAT) throw new Error(`This is not a packed trace of this version (${FORMAT}).`);
  return header;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function writeSteps(bytes: number[], values: readonly number[]): void {
  let previous = 0;
  for (const value of values) {
    const step = value - previous;
    previous = value;
    // Small steps of either sign become small numbers: 0, -1, 1, -2, 2 …
    writeNumber(bytes, step < 0 ? -2 * step - 1 : 2 * step);
  }
}

function readSteps(reader: Reader, count: number): number[] {
  let value = 0;
  return Array.from({ length: count }, () => {
    const coded = readNumber(reader);
    value += coded % 2 === 1 ? -(coded + 1) / 2 : coded / 2;
    return value;
  });
}

/** Seven bits a byte, the lowest first; a set top bit says that more follow. */
function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

function readNumber(reader: Reader): number {
  let value = 0;
  for (let scale = 1; ; scale *= 0x80) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new Error('The packed trace ends too early: render it again.');
    reader.at += 1;
    value += (byte % 0x80) * scale;
    if (byte < 0x80) return value;
  }
}
