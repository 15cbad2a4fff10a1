import { median } from './stats.ts';

/** How it stands when a set is over: what comes and goes within one is the same each time. */
export interface SoakSample {
  readonly atS: number;
  readonly megabytes: number;
  /** Looked at by the pose model since the last sample. */
  readonly framesPerSecond: number;
  readonly soundsPerRep: number;
  /** Of the host; null where the system does not tell. */
  readonly openFiles: number | null;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
}

/** One line of the verdict: what it was in the first third, in the last, and whether that is flat. */
export interface Verdict {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly isFlat: boolean;
  readonly bar: string;
}

/** Models, audio and the recording's first minutes are loaded by then. */
const SETTLED_AFTER_S = 120;

/** The first third of what is settled against the last. Nothing where too little is. */
export function judge(all: readonly SoakSample[]): Verdict[] {
  const samples = all.filter(({ atS }) => atS >= SETTLED_AFTER_S);
  if (samples.length < 2) return [];
  const third = Math.max(1, Math.floor(samples.length / 3));
  const verdictOf = (
    name: string,
    of: (sample: SoakSample) => number,
    bar: string,
    isFlat: (first: number, last: number) => boolean,
  ): Verdict => {
    const [first, last] = [median(samples.slice(0, third).map(of)), median(samples.slice(-third).map(of))];
    return { name, first, last, bar, isFlat: isFlat(first, last) };
  };
  const within = (share: number) => (first: number, last: number) => Math.abs(last / first - 1) <= share;
  const atMost = (more: number) => (first: number, last: number) => last - first <= more;
  const memory = samples.map(({ megabytes }) => megabytes);
  const [least, most] = [Math.min(...memory), Math.max(...memory)];
  return [
    {
      ...{ name: 'memory, MB (least, most)', first: least, last: most, bar: '±5 %' },
      isFlat: (most - least) / (most + least) <= 0.05,
    },
    // Other work on the machine shows here.
    verdictOf('frames a second', ({ framesPerSecond }) => framesPerSecond, '±15 %', within(0.15)),
    // Of the same eight reps, with and without praise.
    verdictOf('sounds a rep', ({ soundsPerRep }) => soundsPerRep, '±15 %', within(0.15)),
    // Once a statement was large, SQLite keeps one temporary file open.
    verdictOf('open files of the host', ({ openFiles }) => openFiles ?? 0, '+1', atMost(1)),
    verdictOf('nodes of the page', ({ nodes }) => nodes, '±5 %', within(0.05)),
    verdictOf('listeners of the page', ({ listeners }) => listeners, '±5 %', within(0.05)),
    // A worn pose worker may have its heir beside it.
    verdictOf('workers', ({ workers }) => workers, '+1', atMost(1)),
  ];
}

export function tableOf(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ name, first, last, bar, isFlat }) => [
    name,
    first.toFixed(1),
    last.toFixed(1),
    bar,
    isFlat ? 'flat' : 'NOT FLAT',
  ]);
  const all = [['', 'first third', 'last third', 'bar', ''], ...rows];
  const width = (column: number): number => Math.max(...all.map((row) => (row[column] ?? '').length));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(width(i)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
