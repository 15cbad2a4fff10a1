import { useMemo, useState } from 'react';
import { CATALOGUE_IDS } from '../../shared/exercises/exerciseIds.ts';
import {
  exerciseNames,
  LOG_FIELDS,
  type LogField,
  type LogMapping,
  type LogTable,
  nameKey,
  type ReadLog,
  readLog,
} from '../../shared/history/csvLog.ts';
import { guessExercises, guessMapping } from '../../shared/history/guessLog.ts';
import type { LogSession } from '../../shared/history/logSessions.ts';
import { DATE_ORDERS } from '../../shared/history/logTimes.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Picker } from '../ui/Picker.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { LogPreview } from './LogPreview.tsx';

interface LogMapperProps {
  readonly name: string;
  readonly table: LogTable;
  onAdd(sessions: readonly LogSession[]): void;
  onClose(): void;
}

const NONE = 'none';
const PROBLEMS_SHOWN = 8;
/** A log of ours has a handful; more is no column of exercises. */
const EXERCISES_SHOWN = 60;

/** What the columns of an old log hold, and what comes of it, before anything is taken in. */
export function LogMapper({ name, table, onAdd, onClose }: LogMapperProps) {
  const words = text.data.log;
  const [mapping, setMapping] = useState<LogMapping>(() => guessMapping(table, usualOrder()));
  const log = useMemo(
    () =>
      readLog(table, mapping, Date.now(), ([year, month, day], time) =>
        new Date(year, month - 1, day, ...time).getTime(),
      ),
    [table, mapping],
  );
  const names = exerciseNames(table, mapping.columns.exercise).slice(0, EXERCISES_SHOWN);
  const choose = (field: LogField, id: string): void => {
    const columns = { ...mapping.columns, [field]: id === NONE ? undefined : Number(id) };
    const exercises = field === 'exercise' ? guessExercises(exerciseNames(table, columns.exercise)) : mapping.exercises;
    setMapping({ ...mapping, columns, exercises });
  };
  const columns = [
    { id: NONE, label: words.none },
    ...table.header.map((label, i) => ({ id: String(i), label: label.trim() || `${i + 1}` })),
  ];
  const exercises = [
    { id: NONE, label: words.leaveOut },
    ...CATALOGUE_IDS.map((id) => ({ id, label: text.exercise(id).name })),
  ];
  return (
    <section className="card stack data-log" aria-labelledby="data-log-title">
      <h3 id="data-log-title">{words.title(name)}</h3>
      <p className="small soft">{words.hint}</p>
      <LogPreview table={table} />
      <h4>{words.columns}</h4>
      <div className="data-fields">
        {LOG_FIELDS.map((field) => (
          <Picker
            key={field}
            label={words.column[field]}
            items={columns}
            value={String(mapping.columns[field] ?? NONE)}
            onChange={(id) => choose(field, id)}
          />
        ))}
      </div>
      <Choices
        label={words.dates}
        inRow
        value={mapping.dates}
        choices={DATE_ORDERS.map((value) => ({ value, label: words.order[value] }))}
        onChange={(dates) => setMapping({ ...mapping, dates })}
      />
      {names.length > 0 && <h4>{words.exercises}</h4>}
      <div className="data-fields">
        {names.map((exercise) => (
          <Picker
            key={exercise}
            label={exercise}
            items={exercises}
            value={mapping.exercises.get(nameKey(exercise)) ?? NONE}
            onChange={(id) => {
              const known = CATALOGUE_IDS.find((catalogueId) => catalogueId === id) ?? null;
              setMapping({ ...mapping, exercises: new Map(mapping.exercises).set(nameKey(exercise), known) });
            }}
          />
        ))}
      </div>
      <div className="stack" role="status">
        {log.problems.length > 0 && (
          <div>
            <p>{words.problems(log.problems.length)}</p>
            <ul className="data-problems">
              {log.problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
                <li key={problem.line}>{words.problem(problem)}</li>
              ))}
              {log.problems.length > PROBLEMS_SHOWN && <li>{words.more(log.problems.length - PROBLEMS_SHOWN)}</li>}
            </ul>
          </div>
        )}
        {log.leftOut > 0 && <p>{words.leftOut(log.leftOut)}</p>}
        {log.isTooLarge ? (
          <ProblemCard problem={text.data.logProblem['too-large']} />
        ) : (
          <p>{log.sets === 0 ? words.nothing : foundWords(log)}</p>
        )}
      </div>
      <div className="row">
        <Button look="primary" isDisabled={log.sets === 0 || log.isTooLarge} onPress={() => onAdd(log.sessions)}>
          {words.add(log.sets)}
        </Button>
        <Button onPress={onClose}>{text.data.cancel}</Button>
      </div>
    </section>
  );
}

function foundWords({ sessions, sets, reps }: ReadLog): string {
  const begun = sessions.map(({ startedAtMs }) => startedAtMs);
  return text.data.log.found(sessions.length, sets, reps, Math.min(...begun), Math.max(...begun));
}

/** How dates are written where the person lives, where a file does not say. */
function usualOrder(): LogMapping['dates'] {
  const parts = new Intl.DateTimeFormat().formatToParts(0).map(({ type }) => type);
  const first = parts.find((type) => type === 'year' || type === 'month' || type === 'day');
  return first === 'year' ? 'ymd' : first === 'month' ? 'mdy' : 'dmy';
}
