import { fuzzHistories } from './historyFiles.ts';
import { fuzzTables } from './tableFiles.ts';
import { newTally, type Tally } from './tally.ts';
import { fuzzTraces } from './traceFiles.ts';
import { fuzzVideos, VIDEO_FORMATS } from './videoFiles.ts';

/** Of a hundred files. A history goes into services of its own; a video that does not end takes two seconds. */
const SHARES = { history: 5, table: 50, trace: 40, video: 5 } as const;
export type FileKind = keyof typeof SHARES;
export type FileTallies = Readonly<Record<FileKind, Tally>>;

/**
 * Reads fuzzed files of every kind that comes in.
 *
 * @throws an error that names the kind of the file that did what it must not
 */
export async function fuzzFiles(count: number, seed: number): Promise<FileTallies> {
  const tallies: Partial<Record<FileKind, Tally>> = {};
  for (const kind of Object.keys(SHARES) as FileKind[]) {
    tallies[kind] = await READERS[kind](seed, Math.ceil((count * SHARES[kind]) / 100)).catch((error: unknown) => {
      throw new Error(`Seed ${seed}, a ${kind}: ${error instanceof Error ? error.message : error}`, { cause: error });
    });
  }
  return tallies as FileTallies;
}

const READERS: Readonly<Record<FileKind, (seed: number, count: number) => Promise<Tally>>> = {
  history: fuzzHistories,
  table: async (seed, count) => fuzzTables(seed, count),
  trace: async (seed, count) => fuzzTraces(seed, count),
  video: async (seed, count) => {
    const tally = newTally();
    for (const format of VIDEO_FORMATS) {
      const { claims, refused, putAway } = await fuzzVideos(format, seed, Math.ceil(count / VIDEO_FORMATS.length));
      tally.done += claims;
      tally.refused += refused + putAway;
      tally.sent += claims + refused + putAway;
    }
    return tally;
  },
};
