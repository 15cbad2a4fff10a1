import { existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a file or a folder beside its place, and moves it there when it is whole. What is there already stays: the new one gets
 * another name. On failure nothing is left.
 *
 * @param name without its ending; `ending` begins with a dot, or is empty
 * @returns the path
 */
export async function makeWhole(
  folder: string,
  { name, ending }: { readonly name: string; readonly ending: string },
  make: (path: string) => Promise<void>,
): Promise<string> {
  if (!(await stat(folder)).isDirectory())
    throw Object.assign(new Error(`${folder} is no folder.`), { code: 'ENOTDIR' });
  const unfinished = join(folder, `${name}${ending}.part`);
  try {
    await rm(unfinished, { recursive: true, force: true });
    await make(unfinished);
    const path = freePath(folder, name, ending);
    await rename(unfinished, path);
    return path;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** A new file for this account alone, on the disk when this is over. */
export async function writeFile(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function freePath(folder: string, name: string, ending: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, `${name}${n === 1 ? '' : ` (${n})`}${ending}`);
    if (!existsSync(path)) return path;
  }
}
