import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until a file is on the disk: a rename that outlives a power cut which the content does not keeps nothing. */
export function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
