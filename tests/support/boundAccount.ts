import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An account without rights, on every Unix. */
const NOBODY = 65_534;

/** Runs `work` as an account that permissions bind, as root's they do not; the folder and its files belong to it then. */
export function asBoundAccount<T>(folder: string, work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  for (const name of ['.', ...readdirSync(folder)]) chownSync(join(folder, name), NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
