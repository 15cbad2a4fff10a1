import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LOOPBACK, NEW_ADDRESS_PATH } from './server.ts';

/**
 * The note that a running browser host leaves in the data folder, so that a second launch opens the first one instead of
 * fighting with it. Only the person's own account can read it.
 */
const noteSchema = z.object({ port: z.int(), launchSecret: z.string() });
type Note = z.infer<typeof noteSchema>;

const FILE = 'browser-host.json';
const ANSWER_WITHIN_MS = 1500;

export function leaveNote(folder: string, note: Note): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
  chmodSync(file, 0o600);
}

export function removeNote(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

/** A new address of the host that runs on this data folder; null when none answers. */
export async function askRunningHost(folder: string): Promise<string | null> {
  const note = readNote(folder);
  if (!note) return null;
  try {
    const response = await fetch(`http://${LOOPBACK}:${note.port}${NEW_ADDRESS_PATH}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${note.launchSecret}` },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

function readNote(folder: string): Note | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
}
