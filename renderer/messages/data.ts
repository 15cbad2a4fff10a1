import type { LogField, LogMapping, LogProblem } from '../../shared/history/csvLog.ts';
import type { Place, Refusal, RefusalCode } from '../../shared/history/importing.ts';
import type { Transfer } from '../../shared/history/transfer.ts';
import { formatYearDate } from './format.ts';
import type { Problem } from './problem.ts';

const UNTOUCHED = 'Nothing was changed.';

const REFUSED: Record<RefusalCode, Problem> = {
  unreadable: {
    title: 'This file cannot be read',
    advice: `It is damaged, or its end is missing. Save it anew where it came from, and try again. ${UNTOUCHED}`,
  },
  foreign: {
    title: 'This is no history of Soleus',
    advice: `Choose a file that Soleus saved, or a table of an old log. ${UNTOUCHED}`,
  },
  newer: {
    title: 'This file comes from a newer Soleus',
    advice: `Update this one, then try again. ${UNTOUCHED}`,
  },
  'too-large': { title: 'This file is too large', advice: `It holds more than a history can. ${UNTOUCHED}` },
  'bad-record': {
    title: 'A record in this file is not as it should be',
    advice: `The file was changed or damaged. Save it anew where it came from, and try again. ${UNTOUCHED}`,
  },
  twice: {
    title: 'A record is in this file twice',
    advice: `The file was changed or damaged. Save it anew where it came from, and try again. ${UNTOUCHED}`,
  },
  'lost-reference': {
    title: 'A record in this file belongs to another one that is missing',
    advice: `Part of the file is gone. Save it anew where it came from, and try again. ${UNTOUCHED}`,
  },
  conflict: {
    title: 'This file contradicts your history',
    advice: `A record is here with the same name and another content, so one of the two was changed. ${UNTOUCHED}`,
  },
  incomplete: {
    title: 'Part of this file is missing',
    advice: `It has fewer or more records than it says. Save it anew where it came from, and try again. ${UNTOUCHED}`,
  },
};

const FAILED: Record<Extract<Transfer, { state: 'failed' }>['problem'], Problem> = {
  'no-folder': { title: 'There is no such folder', advice: 'Write the whole path of a folder that is there.' },
  'folder-unwritable': {
    title: 'Soleus may not write in this folder',
    advice: 'Choose another one. Your history is as it was.',
  },
  'disk-full': { title: 'The disk is full', advice: 'Make some room and try again. Your history is as it was.' },
  history: { title: 'Your history does not answer', advice: 'Try again. What was counted so far is kept.' },
  internal: { title: 'That did not work', advice: 'This is a fault of Soleus. Your history is as it was.' },
};

const COLUMN: Record<LogField, string> = {
  date: 'Date',
  time: 'Time of day',
  exercise: 'Exercise',
  side: 'Side',
  sets: 'Sets',
  reps: 'Reps in a set',
  seconds: 'Seconds of a set',
  load: 'Load',
  pain: 'Pain, 0 to 10',
  note: 'Note',
};

const ROW_PROBLEM: Record<LogProblem['code'], (text: string) => string> = {
  date: (text) => (text ? `“${text}” is no date up to today.` : 'The date is missing.'),
  time: (text) => `“${text}” is no time of day.`,
  'no-exercise': () => 'The exercise is missing.',
  side: (text) => `“${text}” is no side.`,
  sets: (text) => `“${text}” is no number of sets.`,
  reps: (text) => `“${text}” is no number of reps.`,
  seconds: (text) => `“${text}” is no number of seconds.`,
  pain: (text) => `“${text}” is no pain from 0 to 10.`,
  note: () => 'The note is too long.',
  'nothing-done': (text) => `Neither reps nor seconds of “${text}”.`,
};

const some = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString()} ${n === 1 ? one : many}`;

/** How the history goes out and comes in. */
export const dataText = {
  title: 'Your data',

  save: 'Save it all',
  saveHint:
    'Everything that Soleus keeps of you goes into one file that loses nothing, or into tables for a spreadsheet.',
  folder: 'Folder',
  folderHint: 'The whole path of a folder. What is there already stays.',
  saveJson: 'Save as one file',
  saveCsv: 'Save as tables',
  saving: 'Saving',
  saved: (path: string) => `Saved: ${path}`,
  inside: 'What the files hold is described in the manual, under “Your data, out and in”.',

  load: 'Take in',
  loadHint:
    'A file that Soleus saved, on this machine or another: what is not here yet is added, nothing is counted twice. Or a table (CSV) of an old log. A backup is made first.',
  choose: 'Choose a file',
  loading: 'Taking it in',
  writing: 'Writing it down',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was changed.',
  progress: 'Progress',

  added: (sessions: number, sets: number, reps: number, others: number, settings: number) => {
    const parts = [
      some(sessions, 'session'),
      some(sets, 'set'),
      some(reps, 'rep'),
      ...(others > 0 ? [some(others, 'other entry', 'other entries')] : []),
      ...(settings > 0 ? [some(settings, 'setting or programme', 'settings and programmes')] : []),
    ];
    return `Added: ${parts.join(', ')}.`;
  },
  nothingNew: 'Everything in this file is here already.',
  known: (sessions: number, reps: number) => `Already here: ${some(sessions, 'session')} with ${some(reps, 'rep')}.`,
  refused: ({ code }: Refusal) => REFUSED[code],
  place: ({ part, n, id, line }: Place) =>
    [
      ...(n !== null && part !== null ? [`Record ${n} of “${part}”`] : part !== null ? [`In “${part}”`] : []),
      ...(line !== null ? [`line ${line}`] : []),
      ...(id !== null ? [id] : []),
    ].join(', '),
  failed: (problem: keyof typeof FAILED) => FAILED[problem],
  details: 'Details',

  log: {
    title: (name: string) => `An old log: ${name}`,
    hint: 'Say what its columns hold. It is added as imported sessions: they are yours to look back on, and open no rung.',
    columns: 'Columns',
    column: COLUMN,
    none: 'Not in it',
    dates: 'Dates are written',
    order: {
      ymd: 'Year, month, day',
      dmy: 'Day, month, year',
      mdy: 'Month, day, year',
    } satisfies Record<LogMapping['dates'], string>,
    exercises: 'What its exercises are here',
    leaveOut: 'Leave out',
    preview: 'The first lines of the table',
    line: 'Line',
    found: (sessions: number, sets: number, reps: number, fromMs: number, toMs: number) =>
      `${some(sessions, 'session')} with ${some(sets, 'set')} and ${some(reps, 'rep')}, from ${formatYearDate(fromMs)} to ${formatYearDate(toMs)}.`,
    leftOut: (rows: number) =>
      `${some(rows, 'line')} left out with ${rows === 1 ? 'its exercise' : 'their exercises'}.`,
    problems: (rows: number) => `${some(rows, 'line')} cannot be read and will be left out:`,
    problem: ({ line, code, text }: LogProblem) => `Line ${line}: ${ROW_PROBLEM[code](text)}`,
    rowProblem: ROW_PROBLEM,
    more: (rows: number) => `… and ${some(rows, 'line')} more.`,
    add: (sets: number) => `Add ${some(sets, 'set')}`,
    nothing: 'Nothing in it can be added yet. Look at the columns and exercises above.',
  },
  logProblem: {
    'too-large': {
      title: 'This table is too large',
      advice: 'Soleus takes in up to 20,000 lines, 5 MB and some 400,000 reps at a time. Cut it in two.',
    },
    empty: {
      title: 'This table is empty',
      advice: 'Its first line names the columns; below it stands one set a line.',
    },
    unreadable: { title: 'This file cannot be read', advice: 'It is gone, or no text. Choose it again.' },
  } satisfies Record<string, Problem>,
} as const;
