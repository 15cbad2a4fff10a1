import { readFileSync } from 'node:fs';

/** Samples of a 16-bit mono WAV file, −1 to 1. */
export interface Wav {
  readonly samples: Float32Array;
}

export function readWav(path: string): Wav {
  const bytes = readFileSync(path);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === 'data') {
      const count = Math.floor(Math.min(size, bytes.length - at - 8) / 2);
      return { samples: Float32Array.from({ length: count }, (_, i) => bytes.readInt16LE(at + 8 + 2 * i) / 32768) };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error(`${path} holds no samples.`);
}

export function levelOf({ samples }: Wav): { rmsDb: number; peakDb: number } {
  let sum = 0;
  let peak = 0;
  for (const sample of samples) {
    sum += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  return { rmsDb: 10 * Math.log10(sum / samples.length), peakDb: 20 * Math.log10(peak) };
}

/** The first sample that is heard: louder than a hundredth of full scale. */
export function findStart(samples: Float32Array): number {
  const index = samples.findIndex((sample) => Math.abs(sample) > 0.01);
  return index < 0 ? samples.length : index;
}
