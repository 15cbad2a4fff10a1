import { CATALOGUE_IDS, type CatalogueId } from '../exercises/exerciseIds.ts';
import { EXERCISE_WORDS } from '../exercises/words.ts';
import { exerciseNames, LOG_FIELDS, type LogField, type LogMapping, type LogTable, nameKey } from './csvLog.ts';
import { type DateOrder, guessDateOrder } from './logTimes.ts';

/** What a column of a log is usually called; the first that fits is taken. */
const USUAL_NAMES: Readonly<Record<LogField, RegExp>> = {
  date: /^(date|day|datum|tag|when|started|start)\b/i,
  time: /^(time|time of day|clock|uhrzeit|zeit)$/i,
  exercise: /^(exercise|movement|drill|name|übung|uebung|activity|workout)\b/i,
  side: /^(side|leg|foot|seite|bein)\b/i,
  sets: /^(sets|sätze|saetze)\b/i,
  reps: /^(reps|repetitions|count|wiederholungen|wdh)\b/i,
  seconds: /^(seconds|secs?|duration|hold|dauer|sekunden)\b/i,
  load: /^(load|weight|kg|lbs?|gewicht)\b/i,
  pain: /^(pain|vas|nprs|schmerz)\b/i,
  note: /^(notes?|comments?|remarks?|notizen?|bemerkung|kommentar)\b/i,
};

const SAMPLE = 200;

/** What a table probably means; the person has the last word. */
export function guessMapping(table: LogTable, preferred: DateOrder): LogMapping {
  const columns: { [Field in LogField]?: number } = {};
  for (const field of LOG_FIELDS) {
    const found = table.header.findIndex((name) => USUAL_NAMES[field].test(name.trim()));
    if (found !== -1 && !Object.values(columns).includes(found)) columns[field] = found;
  }
  const dates = table.rows.slice(0, SAMPLE).map(({ cells }) => (cells[columns.date ?? -1] ?? '').trim());
  return {
    columns,
    dates: guessDateOrder(dates, preferred),
    exercises: guessExercises(exerciseNames(table, columns.exercise)),
  };
}

export function guessExercises(names: readonly string[]): ReadonlyMap<string, CatalogueId | null> {
  return new Map(names.map((name) => [nameKey(name), guessExercise(name)]));
}

/** The one exercise whose name or id says the same; null where none does, or several. */
function guessExercise(name: string): CatalogueId | null {
  const said = wordsOf(name);
  const same = KNOWN.find(({ names }) => names.some((words) => words.join(' ') === said.join(' ')));
  if (same) return same.id;
  const near = KNOWN.filter(
    ({ names }) => said.length > 0 && names.some((words) => said.every((word) => words.includes(word))),
  );
  return near.length === 1 ? (near[0]?.id ?? null) : null;
}

/** Without the s of many, and without what is between words. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .map((word) => word.replace(/(?<=..)s$/, ''))
    .filter((word) => word !== '');
}

const KNOWN = CATALOGUE_IDS.map((id) => ({ id, names: [wordsOf(EXERCISE_WORDS[id].name), wordsOf(id)] }));
