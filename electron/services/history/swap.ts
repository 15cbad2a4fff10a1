import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toDisk } from './toDisk.ts';

/**
 * Another history takes the place of the present one. It is built in a folder `restoring-….part`, and counts from the
 * moment that folder loses its ending: whatever is cut off after that is finished when the history is opened next. The
 * present one goes into `replaced-…`; nothing is deleted.
 */
export const DATABASE_FILE = 'history.sqlite';
/** A database and what may lie beside it. They belong together. */
export const DATABASE_FILES = ['', '-wal', '-shm', '-journal'].map((ending) => `${DATABASE_FILE}${ending}`);

const STAGED = /^restoring-(.+?)(\.part)?$/;
const UNFINISHED = /^restoring-.+\.part$|^history\.sqlite\.[0-9a-f-]{36}\.new/;

/** Under which a new history is built; another Soleus may do so at the same time. */
export function newName(file: string): string {
  return `${file}.${randomUUID()}.new`;
}

/** What was cut off while it was built, in an earlier run: nobody can use it. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (UNFINISHED.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** An empty folder in which another history can be built. */
export function stagingFolder(folder: string, label: string): string {
  const staging = join(folder, `restoring-${label}.part`);
  mkdirSync(staging);
  return staging;
}

/** An empty folder for what lies in between. Whoever asks for it removes it. */
export function workFolder(folder: string): string {
  const work = join(folder, 'restoring-work.part');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  return work;
}

/** The history in a staging folder, closed by now, takes its place when the one of this folder is opened next. */
export function commitStaged(staging: string): void {
  toDisk(join(staging, DATABASE_FILE));
  renameSync(staging, staging.replace(/\.part$/, ''));
}

/** Puts a history that waits for it in its place. Only while nobody has the present one open. */
export function finishSwap(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, label, isPart] = STAGED.exec(name) ?? [];
    if (!label || isPart) continue;
    const staged = join(folder, name, DATABASE_FILE);
    if (existsSync(staged)) {
      putAside(folder, `replaced-${label}`);
      renameSync(staged, join(folder, DATABASE_FILE));
    }
    rmSync(join(folder, name), { recursive: true });
  }
}

/** Moves the history and what lies beside it into a folder of its own and says which. */
export function putAside(folder: string, name: string): string {
  const target = join(folder, name);
  for (const file of DATABASE_FILES) {
    if (!existsSync(join(folder, file))) continue;
    mkdirSync(target, { recursive: true });
    // Twice within a millisecond, under a clock that stands: the next try has another name.
    if (existsSync(join(target, file))) throw new Error(`${target} is taken.`);
    renameSync(join(folder, file), join(target, file));
  }
  return target;
}

const SET_ASIDE = /^(damaged|replaced)-/;

/** How many histories were set aside in this folder, and how large they are together: nobody but the person removes them. */
export function setAsideIn(folder: string): { readonly histories: number; readonly bytes: number } {
  const sizes = readdirSync(folder)
    .filter((name) => SET_ASIDE.test(name))
    .map((name) =>
      DATABASE_FILES.map((file) => statSync(join(folder, name, file), { throwIfNoEntry: false })?.size ?? 0),
    )
    .map((bytes) => bytes.reduce((sum, size) => sum + size, 0))
    .filter((bytes) => bytes > 0);
  return { histories: sizes.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
}
