import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LOOPBACK } from './address.ts';
import { addressIn, launchRequest, NEW_ADDRESS_PATH, newNonce } from './secondLaunch.ts';

/**
 * The note that a running browser host leaves in the data folder, so that a second launch opens the first one instead of
 * fighting with it. Only the person's own account can read it.
 */
const noteSchema = z.object({ port: z.int().min(1).max(65_535), launchSecret: z.string() });
type Note = z.infer<typeof noteSchema>;

const FILE = 'browser-host.json';
const ANSWER_WITHIN_MS = 1500;
const MOST_ANSWER_BYTES = 1000;

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

/** A new address of the host that runs on this data folder; null when none answers, or somebody else does. */
export async function askRunningHost(folder: string, withinMs = ANSWER_WITHIN_MS): Promise<string | null> {
  const note = readNote(folder);
  if (!note) return null;
  const { port, launchSecret } = note;
  const nonce = newNonce();
  try {
    const response = await fetch(`http://${LOOPBACK}:${port}${NEW_ADDRESS_PATH}`, {
      method: 'POST',
      headers: { Authorization: launchRequest(launchSecret, nonce) },
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    return response.ok ? addressIn(launchSecret, nonce, port, await beginningOf(response)) : null;
  } catch {
    return null;
  }
}

/** The rest of an answer that is longer than ours is not waited for. */
async function beginningOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > MOST_ANSWER_BYTES) break;
  }
  return Buffer.concat(parts).toString('latin1');
}

function readNote(folder: string): Note | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
}
