import { appendFileSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../privateFolder.ts';
import { type ScrubbedError, scrubError } from './scrub.ts';

/** What the log may say of something that happened: numbers and words from our own lists. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** What happened, in a file on this machine, without anything about the person. It never fails: it only stays silent. */
export interface Log {
  note(what: string, fields?: LogFields): void;
  /** The same error at the same place is written down once a minute. */
  error(where: string, error: unknown): void;
  /** An error that is scrubbed already. */
  scrubbed(where: string, error: ScrubbedError): void;
  /** The last lines, oldest first. */
  lastLines(most: number): string[];
}

export const LOG_FOLDER = 'logs';
const FILE = 'soleus.log';
/** A file is begun anew at this size; so many older ones are kept. */
const MOST_BYTES = 256_000;
const OLDER = 2;
const SAME_WITHIN_MS = 60_000;

export function openLog(dataFolder: string, now: () => number): Log {
  const folder = join(dataFolder, LOG_FOLDER);
  const file = join(folder, FILE);
  let last = { key: '', atMs: Number.NEGATIVE_INFINITY };

  function write(line: string): void {
    try {
      makePrivateFolder(folder);
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) rotate(folder);
      appendFileSync(file, `${new Date(now()).toISOString()} ${line}\n`);
    } catch {
      // Whoever cannot write a log has other troubles, and says so elsewhere.
    }
  }

  function scrubbed(where: string, { name, code, frames }: ScrubbedError): void {
    const key = `${where} ${name} ${code} ${frames[0]}`;
    const sinceMs = now() - last.atMs;
    if (key === last.key && sinceMs >= 0 && sinceMs < SAME_WITHIN_MS) return;
    last = { key, atMs: now() };
    write([`error ${formatFields({ where, name, code })}`, ...frames.map((frame) => `    ${frame}`)].join('\n'));
  }

  return {
    note: (what, fields = {}) => write(`${what} ${formatFields(fields)}`.trimEnd()),
    error: (where, error) => scrubbed(where, scrubError(error)),
    scrubbed,
    lastLines: (most) => {
      const text = [...olderFiles(folder).reverse(), file].map(readOrNothing).join('');
      return text.trimEnd().split('\n').slice(-most);
    },
  };
}

function rotate(folder: string): void {
  const files = [join(folder, FILE), ...olderFiles(folder)];
  rmSync(files.at(-1) ?? '', { force: true });
  for (let i = files.length - 1; i > 0; i--) {
    if (statSync(files[i - 1] ?? '', { throwIfNoEntry: false })) renameSync(files[i - 1] ?? '', files[i] ?? '');
  }
}

/** The newest first. */
function olderFiles(folder: string): string[] {
  return Array.from({ length: OLDER }, (_, i) => join(folder, `soleus.${i + 1}.log`));
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function formatFields(fields: LogFields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
