import { randomInt } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/**
 * Watches that the file somebody has open is the one that lies at its place: on most systems a file that is removed or
 * replaced stays with whoever has it open, and goes when they close it, with everything that was written meanwhile.
 *
 * Watching begins before the file is opened, so that it notices what happens in between.
 */
export function watchPlace(file: string): () => boolean {
  const opened = identityOf(file);
  // The journal may come with the first use.
  let journal = identityOf(`${file}-wal`);
  return () => {
    const journalNow = identityOf(`${file}-wal`);
    journal ??= journalNow;
    return identityOf(file) === opened && journalNow === journal;
  };
}

function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/** Where a header keeps a number that SQLite leaves to the app, and where a journal keeps that of its first page, behind its own headers. */
const NUMBER_AT = 68;
const IN_JOURNAL = 32 + 24;

/**
 * Whether what is written through an open database arrives in the files at its place: where a file system gives the same file
 * ever new numbers, it only seems to be another one.
 */
export function arrives(db: Database.Database, file: string): boolean {
  const [inFile, inJournal] = [randomInt(1, 2 ** 31), randomInt(1, 2 ** 31)];
  db.pragma(`application_id = ${inFile}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma(`application_id = ${inJournal}`);
  const isThere = numberAt(file, NUMBER_AT) === inFile && numberAt(`${file}-wal`, IN_JOURNAL + NUMBER_AT) === inJournal;
  db.pragma('application_id = 0');
  // The journal may lie beside another file now: nothing in it is to be read into that.
  if (!isThere) db.pragma('wal_checkpoint(TRUNCATE)');
  return isThere;
}

function numberAt(file: string, at: number): number | null {
  const number = Buffer.alloc(4);
  try {
    const handle = openSync(file, 'r');
    try {
      return readSync(handle, number, 0, 4, at) === 4 ? number.readUInt32BE(0) : null;
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}
