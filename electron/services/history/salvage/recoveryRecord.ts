import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readStamp } from '../backups/backupNames.ts';
import { DATABASE_FILE } from '../swap.ts';

/** What was done about a damaged history, kept beside it. */
const recordSchema = z.object({
  /** `begun`: it has not been read to its end. `settled`: the person has seen what came of it. */
  state: z.enum(['begun', 'open', 'settled']),
  /** How often reading it was begun. */
  tries: z.int().min(1).default(1),
  salvaged: z.object({ sessions: z.int().min(0), reps: z.int().min(0) }),
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
    .filter((name) => name.startsWith(PREFIX) && hasHistory(join(history, name)))
    .sort()
    .reverse()
    .map((name) => ({
      path: join(history, name),
      atMs: readStamp(name.slice(PREFIX.length)),
      record: readRecord(join(history, name)),
    }));
}

/** Of one that was removed its journal may be left. */
function hasHistory(path: string): boolean {
  return [DATABASE_FILE, `${DATABASE_FILE}-wal`].some((file) => existsSync(join(path, file)));
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
