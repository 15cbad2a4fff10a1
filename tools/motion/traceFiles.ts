import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clip } from '../clips/clips.ts';
import { packTrace, type StoredTrace, unpackTrace } from './traceCodec.ts';

/** Rendered once and kept in the repository, so that everybody measures the same landmarks. */
const TRACES = join(import.meta.dirname, 'traces');

/** Changes when the clip is to show something else. How the athlete is drawn is no part of it: see `--render`. */
export function recipeOf(clip: Clip): string {
  return createHash('sha256').update(JSON.stringify(clip)).digest('hex').slice(0, 16);
}

/** The clips whose landmarks are stored. */
export function storedNames(): string[] {
  if (!existsSync(TRACES)) return [];
  return readdirSync(TRACES).flatMap((file) => (file.endsWith('.trace') ? [file.slice(0, -'.trace'.length)] : []));
}

function traceFile(name: string): string {
  return join(TRACES, `${name}.trace`);
}

/** The stored landmarks of a clip; null when it was never rendered. */
export function readTrace(name: string): StoredTrace | null {
  const file = traceFile(name);
  if (!existsSync(file)) return null;
  try {
    return unpackTrace(readFileSync(file));
  } catch (error) {
    throw new Error(`${name}.trace: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function writeTrace(name: string, trace: StoredTrace): void {
  mkdirSync(TRACES, { recursive: true });
  const file = traceFile(name);
  writeFileSync(`${file}.part`, packTrace(trace));
  renameSync(`${file}.part`, file);
}
