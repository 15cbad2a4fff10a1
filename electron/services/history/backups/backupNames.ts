import type { BackupKind } from '../../../../shared/history/backups.ts';

/** All that the name of a backup file says, so that a list of them opens none. */
export interface BackupName {
  readonly file: string;
  readonly kind: Exclude<BackupKind, 'replaced'>;
  /** Which machine made it: several may share a folder. */
  readonly machine: string;
  /** Of one made before a migration: the version that came next. */
  readonly version: number | null;
  readonly atMs: number;
  readonly reps: number;
}

const PATTERN =
  /^soleus-([a-z0-9-]+)-(?:(daily|asked)|before-version-(\d{1,4}))-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z)-(\d{1,9})-reps\.sqlite$/;

/** @param stamp the time it was made, as `fileStamp` writes it */
export function nameBackup(
  { machine, kind, version }: Pick<BackupName, 'machine' | 'kind' | 'version'>,
  stamp: string,
  reps: number,
): string {
  const why = kind === 'before-version' ? `before-version-${version}` : kind;
  return `soleus-${machine}-${why}-${stamp}-${reps}-reps.sqlite`;
}

/** Null for a file that is not one of ours, which nobody touches. */
export function readBackupName(file: string): BackupName | null {
  const [, machine, kind, version, stamp, reps] = PATTERN.exec(file) ?? [];
  const atMs = stamp === undefined ? Number.NaN : readStamp(stamp);
  if (!machine || Number.isNaN(atMs)) return null;
  return {
    file,
    machine,
    kind: kind === 'daily' || kind === 'asked' ? kind : 'before-version',
    version: version === undefined ? null : Number(version),
    atMs,
    reps: Number(reps),
  };
}

/** A time that can stand in a file name. */
export function fileStamp(ms: number): string {
  return new Date(ms).toISOString().replaceAll(':', '-');
}

/** The time of a stamp, in ms; NaN for what is none. */
export function readStamp(stamp: string): number {
  return Date.parse(stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
}

/** A machine's name as it can stand in a file name. */
export function machineName(hostname: string): string {
  const [first = ''] = hostname.toLowerCase().split('.');
  return first.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'this-machine';
}

const KEPT_DAYS = 7;
const KEPT_WEEKS = 4;
const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const MONDAY_MS = 4 * DAY_MS;

/**
 * Which backups have had their time: all but the newest of each of the last seven days and four weeks that have one, the
 * newest before each migration, and the one with the most reps. One from the future was made under a wrong clock, which says
 * nothing about what it is worth.
 *
 * @param own those of one history
 */
export function outdated(own: readonly BackupName[], nowMs: number): BackupName[] {
  const past = own.filter((one) => one.atMs <= nowMs).sort((a, b) => b.atMs - a.atMs);
  const usual = past.filter(({ kind }) => kind !== 'before-version');
  const kept = new Set([
    ...newestOfEach(usual, ({ atMs }) => Math.floor(atMs / DAY_MS)).slice(0, KEPT_DAYS),
    ...newestOfEach(usual, ({ atMs }) => Math.floor((atMs - MONDAY_MS) / (7 * DAY_MS))).slice(0, KEPT_WEEKS),
    ...newestOfEach(
      past.filter(({ kind }) => kind === 'before-version'),
      ({ version }) => version ?? 0,
    ),
    ...past.toSorted((a, b) => b.reps - a.reps).slice(0, 1),
  ]);
  return past.filter((one) => !kept.has(one));
}

/** The first of each group: they come newest first. */
function newestOfEach(backups: readonly BackupName[], groupOf: (backup: BackupName) => number): BackupName[] {
  return [...Map.groupBy(backups, groupOf).values()].flatMap((group) => group.slice(0, 1));
}
