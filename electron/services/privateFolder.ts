import { chmodSync, mkdirSync } from 'node:fs';

const OWNER_ONLY = 0o700;

/**
 * Makes a folder, and those above it that are missing, for this account alone; one of ours that is there already is closed
 * to the others. Windows keeps accounts apart by where the folder lies.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
  try {
    chmodSync(folder, OWNER_ONLY);
  } catch {
    // A network drive or a stick knows no accounts, and somebody else's folder is theirs to close.
  }
}
