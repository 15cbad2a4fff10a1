import { readFileSync, statSync } from 'node:fs';

/**
 * A page as it was written into the journal beside a database file, once for each time that it was changed
 * (https://sqlite.org/fileformat2.html#the_write_ahead_log).
 */
export interface Frame {
  readonly page: number;
  readonly content: Buffer;
  /** The last one of what was committed together. */
  readonly isCommit: boolean;
  /** Nothing has happened to it since. */
  readonly isWhole: boolean;
}

export interface Journal {
  readonly isHeaderWhole: boolean;
  /** In the order in which they were written, without those of an earlier round, which lie behind them. */
  readonly frames: readonly Frame[];
}

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** One more says that the sums are of numbers with the highest byte first. */
const MAGIC = 0x377f0682;

/**
 * @param pageBytes of the database
 * @returns null where there is none, or nothing is in it
 */
export function readJournal(file: string, pageBytes: number): Journal | null {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < HEADER_BYTES + FRAME_HEADER_BYTES + pageBytes)
    return null;
  const bytes = readFileSync(file);
  const magic = bytes.readUInt32BE(0);
  const isHighFirst = magic === MAGIC + 1;
  const isHeaderWhole =
    (isHighFirst || magic === MAGIC) && isSame(addUp(bytes.subarray(0, 24), isHighFirst, [0, 0]), sumsAt(bytes, 24));
  if (isHeaderWhole) return { isHeaderWhole, frames: framesOf(bytes, pageBytes, isHighFirst, bytes.subarray(16, 24)) };
  // What the header said is found out by trying.
  const salts = bytes.subarray(HEADER_BYTES + 8, HEADER_BYTES + 16);
  const ways = [false, true].map((way) => framesOf(bytes, pageBytes, way, salts));
  const whole = (frames: readonly Frame[]): number => frames.filter(({ isWhole }) => isWhole).length;
  return { isHeaderWhole, frames: ways.sort((a, b) => whole(b) - whole(a))[0] ?? [] };
}

/**
 * Whether SQLite would leave out what was committed: it reads a journal up to the first frame that is not whole. What a power cut
 * leaves at the end is at most one commit that nobody was told of, since each is on the disk before the next one begins.
 */
export function losesCommits({ isHeaderWhole, frames }: Journal): boolean {
  if (!isHeaderWhole) return frames.some(({ isCommit, isWhole }) => isCommit && isWhole);
  const broken = frames.findIndex(({ isWhole }) => !isWhole);
  const commit = frames.findIndex(({ isCommit }, i) => broken >= 0 && i >= broken && isCommit);
  return commit >= 0 && frames.slice(commit + 1).some(({ isWhole }) => isWhole);
}

/** @param salts by which the frames of one round are known */
function framesOf(bytes: Buffer, pageBytes: number, isHighFirst: boolean, salts: Buffer): Frame[] {
  const frames: Frame[] = [];
  const length = FRAME_HEADER_BYTES + pageBytes;
  let inRound = 0;
  let before = sumsAt(bytes, 24);
  for (let at = HEADER_BYTES; at + length <= bytes.length; at += length) {
    const content = bytes.subarray(at + FRAME_HEADER_BYTES, at + length);
    const isOfRound = bytes.subarray(at + 8, at + 16).equals(salts);
    // Each is added up from what the one before says, so that a wrong one does not make all that follow wrong.
    const own = sumsAt(bytes, at + 16);
    const sums = addUp(content, isHighFirst, addUp(bytes.subarray(at, at + 8), isHighFirst, before));
    const isCommit = bytes.readUInt32BE(at + 4) > 0;
    frames.push({ page: bytes.readUInt32BE(at), content, isCommit, isWhole: isOfRound && isSame(sums, own) });
    before = own;
    if (isOfRound) inRound = frames.length;
  }
  return frames.slice(0, inRound);
}

type Sums = readonly [number, number];

function sumsAt(bytes: Buffer, at: number): Sums {
  return [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
}

function isSame(one: Sums, other: Sums): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function addUp(bytes: Buffer, isHighFirst: boolean, [first, second]: Sums): Sums {
  let [a, b] = [first, second];
  for (let i = 0; i < bytes.length; i += 8) {
    a = (a + (isHighFirst ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i)) + b) >>> 0;
    b = (b + (isHighFirst ? bytes.readUInt32BE(i + 4) : bytes.readUInt32LE(i + 4)) + a) >>> 0;
  }
  return [a, b];
}
