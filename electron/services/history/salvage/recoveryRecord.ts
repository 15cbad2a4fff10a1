import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readStamp } from '../backups/backupNames.ts';
import { DATABASE_FILES } from '../swap.ts';

/** What was done about a damaged history, kept beside it. */
const recordSchema = z.object({
  /** `begun`: it has not been read to its end. `settled`: the person has seen what came of it. */
  state: z.enum(['begun', 'open', 'settled']),
  /** How often reading it was begun. */
  tries: z.int().min(1).default(1),
  salvaged: z.object({ sessions: z.int().min(0), reps: z.int().min(0) }),
  /** There was no file, only backups of one. */
  isGone: z.boolean().default(false),
});
export type RecoveryRecord = z.infer<typeof recordSchema>;

export interface Damaged {
  /** The folder in which it was set aside. */
  readonly path: string;
  /** When it was set aside, in ms since 1970. */
  readonly atMs: number;
  /** Null as long as nobody has looked at it. */
  readonly record: RecoveryRecord | null;
}

const FILE = 'recovery.json';
const PREFIX = 'damaged-';

export function damagedName(stamp: string): string {
  return `${PREFIX}${stamp}`;
}

/** The damaged histories that were set aside, the newest first. */
export function findDamaged(history: string): Damaged[] {
  return readdirSync(history)
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .reverse()
    .map((name) => ({
      path: join(history, name),
      atMs: readStamp(name.slice(PREFIX.length)),
      record: readRecord(join(history, name)),
    }))
    .filter(({ path, record }) => record?.isGone || hasHistory(path));
}

/** Those of which the person has not yet said what to do. */
export function unsettled(history: string): Damaged[] {
  return findDamaged(history).filter(({ record }) => record?.state !== 'settled');
}

/** Of one that was removed its journal may be left. */
function hasHistory(path: string): boolean {
  return DATABASE_FILES.some((file) => existsSync(join(path, file)));
}

/** Keeps that the file was gone, so that its backups are offered until the person has answered. */
export function noteGone(history: string, stamp: string): void {
  const path = join(history, damagedName(stamp));
  mkdirSync(path);
  writeRecord(path, { state: 'open', tries: 1, salvaged: { sessions: 0, reps: 0 }, isGone: true });
}

export function writeRecord(path: string, record: RecoveryRecord): void {
  const file = join(path, FILE);
  writeFileSync(`${file}.part`, JSON.stringify(record));
  renameSync(`${file}.part`, file);
}

export function isUnread({ record }: Damaged): boolean {
  return record === null || record.state === 'begun';
}

function readRecord(path: string): RecoveryRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(path, FILE), 'utf8')));
  } catch {
    return null;
  }
}
