import type Database from 'better-sqlite3';
import type { Log } from '../../log/log.ts';
import { asCallError } from '../database.ts';
import { workFolder } from '../swap.ts';
import { type Damaged, isUnread, writeRecord } from './recoveryRecord.ts';
import { type Salvaged, salvage } from './salvage.ts';

/** It is tried no more often: reading it may be what ends the app. By the person's answer, which may come after the disk was full, a little more. */
const MOST_TRIES = 3;
const MOST_TRIES_ASKED = 8;

export function isWorthATry(damaged: Damaged, isAsked = false): boolean {
  return isUnread(damaged) && (damaged.record?.tries ?? 0) < (isAsked ? MOST_TRIES_ASKED : MOST_TRIES);
}

/**
 * Takes over what can be read of a damaged history, and keeps beside it what came of it.
 *
 * @param folder of the history
 * @throws whatever stops it; it has not been read to its end then
 */
export function takeOver(db: Database.Database, { path, record }: Damaged, folder: string): Salvaged {
  const tries = (record?.tries ?? 0) + 1;
  writeRecord(path, { state: 'begun', tries, salvaged: { sessions: 0, reps: 0 }, isGone: false });
  const salvaged = salvage(db, path, workFolder(folder));
  writeRecord(path, { state: 'open', tries, salvaged, isGone: false });
  return salvaged;
}

/** @throws only where the disk is full, since with more room it would go on */
export function asFarAsItGoes(read: () => void, log: Pick<Log, 'error'>): void {
  try {
    read();
  } catch (error) {
    log.error('salvage', error);
    if (asCallError(error).code === 'disk-full') throw error;
  }
}
