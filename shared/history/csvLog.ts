import { type CatalogueId, SIDES, type Side } from '../exercises/exerciseIds.ts';
import { NOTE_LETTERS } from './amendments.ts';
import { LOG_LIMITS, type LogSession, type LogSet, recordsOf, recordsOfSet } from './logSessions.ts';
import { type DateOrder, type LocalDate, readDate, readSeconds, readTime } from './logTimes.ts';

/** A table as it was read from a file: its first row names the columns. */
export interface LogTable {
  readonly header: readonly string[];
  readonly rows: readonly LogRow[];
}

export interface LogRow {
  /** In the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const LOG_FIELDS = [
  'date',
  'time',
  'exercise',
  'side',
  'sets',
  'reps',
  'seconds',
  'load',
  'pain',
  'note',
] as const;
export type LogField = (typeof LOG_FIELDS)[number];

/** What the person says of a table. */
export interface LogMapping {
  /** Which column holds what; what is not there is in none. */
  readonly columns: { readonly [Field in LogField]?: number | undefined };
  readonly dates: DateOrder;
  /** Which exercise a name stands for, by `nameKey`; null leaves its rows out. */
  readonly exercises: ReadonlyMap<string, CatalogueId | null>;
}

export interface LogProblem {
  readonly line: number;
  readonly code:
    | 'date'
    | 'time'
    | 'no-exercise'
    | 'side'
    | 'sets'
    | 'reps'
    | 'seconds'
    | 'pain'
    | 'note'
    | 'nothing-done';
  /** What stands there. */
  readonly text: string;
}

export interface ReadLog {
  readonly sessions: readonly LogSession[];
  readonly sets: number;
  readonly reps: number;
  /** Rows that cannot be read. */
  readonly problems: readonly LogProblem[];
  /** Rows of exercises that are left out. */
  readonly leftOut: number;
  /** It claims more than is taken in; the rest of it was not read. */
  readonly isTooLarge: boolean;
}

/** Where no time of day is known, a day's sets begin at noon and follow each other by this. Our own figure. */
const SET_EVERY_MS = 60_000;
const NOON: readonly [number, number, number] = [12, 0, 0];
const SETS_IN_ROW = 20;
const TEXT_LETTERS = 60;

/**
 * The sets of a table, a session a day. Each depends on its own row and on those of its day above it, so a log that went on
 * since gives the same sets as before, and more.
 *
 * @param msOf the moment (ms since 1970) of a local date and time
 */
export function readLog(
  { rows, header }: LogTable,
  mapping: LogMapping,
  nowMs: number,
  msOf: (date: LocalDate, time: readonly [number, number, number]) => number,
): ReadLog {
  const problems: LogProblem[] = [];
  const days = new Map<string, LogSet[]>();
  let leftOut = 0;
  let records = 0;
  for (const row of rows) {
    if (records > LOG_LIMITS.records) break;
    const read = readRow(row, header, mapping);
    if (read === 'left-out') leftOut++;
    else if ('code' in read) problems.push(read);
    else {
      const key = read.date.join('-');
      const day = days.get(key) ?? [];
      const atMs = msOf(read.date, read.time ?? NOON);
      if (atMs <= 0 || atMs > nowMs) {
        problems.push({ line: row.line, code: 'date', text: read.dateText.slice(0, TEXT_LETTERS) });
        continue;
      }
      days.set(key, day);
      records += read.sets * recordsOfSet(read.set);
      for (let i = 0; i < read.sets; i++) {
        const startedAtMs = read.time ? atMs + i * SET_EVERY_MS : atMs + day.length * SET_EVERY_MS;
        day.push({ ...read.set, startedAtMs });
      }
    }
  }
  const sessions = [...days.values()].flatMap(sessionsOf);
  const sets = sessions.flatMap((session) => session.sets);
  const reps = sets.reduce((sum, set) => sum + (set.reps ?? 0), 0);
  const isTooLarge = recordsOf(sessions) > LOG_LIMITS.records;
  return { sessions, sets: sets.length, reps, problems, leftOut, isTooLarge };
}

/** A name of an exercise as it is compared. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The different names in the column of exercises, as they stand there first. */
export function exerciseNames({ rows }: LogTable, column: number | undefined): string[] {
  if (column === undefined) return [];
  const names = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((name) => name !== '');
  return [...Map.groupBy(names, nameKey).values()].flatMap((same) => same.slice(0, 1));
}

interface RowRead {
  readonly date: LocalDate;
  readonly dateText: string;
  readonly time: readonly [number, number, number] | null;
  readonly sets: number;
  readonly set: Omit<LogSet, 'startedAtMs'>;
}

function readRow(
  { line, cells }: LogRow,
  header: readonly string[],
  mapping: LogMapping,
): RowRead | LogProblem | 'left-out' {
  const textOf = (field: LogField): string => (cells[mapping.columns[field] ?? -1] ?? '').trim();
  const problem = (code: LogProblem['code'], text = ''): LogProblem => ({
    line,
    code,
    text: text.slice(0, TEXT_LETTERS),
  });
  const name = textOf('exercise');
  if (name === '') return problem('no-exercise');
  const exercise = mapping.exercises.get(nameKey(name)) ?? null;
  if (exercise === null) return 'left-out';
  const dated = readDate(textOf('date'), mapping.dates);
  if (!dated) return problem('date', textOf('date'));
  const time = textOf('time') === '' ? dated.time : readTime(textOf('time'));
  if (textOf('time') !== '' && !time) return problem('time', textOf('time'));
  const side = sideOf(textOf('side'));
  if (!side) return problem('side', textOf('side'));
  const numbers = {
    sets: wholeOf(textOf('sets'), 1, SETS_IN_ROW),
    reps: wholeOf(textOf('reps'), 0, LOG_LIMITS.reps),
    pain: wholeOf(textOf('pain'), 0, 10),
  };
  for (const field of ['sets', 'reps', 'pain'] as const) {
    if (numbers[field] === undefined) return problem(field, textOf(field));
  }
  const seconds = textOf('seconds') === '' ? null : readSeconds(textOf('seconds'), LOG_LIMITS.seconds);
  if (seconds === undefined) return problem('seconds', textOf('seconds'));
  const reps = numbers.reps || null;
  if (reps === null && !seconds) return problem('nothing-done', name);
  const load = textOf('load');
  const loadNote = load && `${header[mapping.columns.load ?? -1] ?? ''}: ${load}`;
  const note = [textOf('note'), loadNote].filter(Boolean).join(' · ');
  if (note.length > NOTE_LETTERS) return problem('note', note);
  const set = { exercise, side, reps, seconds: seconds || null, pain: numbers.pain ?? null, note };
  return { date: dated.date, dateText: textOf('date'), time, sets: numbers.sets ?? 1, set };
}

/** A day's sets, in their order; one session holds only so many. */
function sessionsOf(day: readonly LogSet[]): LogSession[] {
  const sessions: { startedAtMs: number; sets: LogSet[] }[] = [];
  for (const set of [...day].sort((a, b) => a.startedAtMs - b.startedAtMs)) {
    const last = sessions.at(-1);
    const hasRoom =
      last &&
      last.sets.length < LOG_LIMITS.setsInSession &&
      recordsOf([last]) + recordsOfSet(set) <= LOG_LIMITS.recordsInPart;
    if (hasRoom) last.sets.push(set);
    else sessions.push({ startedAtMs: set.startedAtMs, sets: [set] });
  }
  return sessions;
}

const SIDE_WORDS: Readonly<Record<Side, readonly string[]>> = {
  left: ['l', 'left', 'links'],
  right: ['r', 'right', 'rechts'],
  both: ['', 'b', 'both', 'l+r', 'l/r', 'lr', 'left and right', 'left/right', 'beide', 'beidseitig'],
};

function sideOf(text: string): Side | null {
  return SIDES.find((side) => SIDE_WORDS[side].includes(text.toLowerCase())) ?? null;
}

/** Null where nothing stands, undefined where it is not such a number. */
function wholeOf(text: string, least: number, most: number): number | null | undefined {
  if (text === '') return null;
  const number = /^\d{1,6}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
