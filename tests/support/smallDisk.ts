import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of a few megabytes, where this account may mount one. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room but so many bytes. */
  fill(leftBytes: number): void;
  makeRoom(): void;
  /** From here on nothing can be written. Nobody may have a file open. */
  becomeReadOnly(): void;
  becomeWritable(): void;
}

const BYTES = 4_000_000;

export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryToMount();

export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${BYTES}`, 'tmpfs', folder);
  onTestFinished(() => {
    run('umount', '-l', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const ballast = join(folder, 'ballast');
  const remount = (how: 'ro' | 'rw'): void => run('mount', '-o', `remount,${how}`, folder);
  return {
    folder,
    fill: (leftBytes) => {
      // As much as goes in, then a little less.
      for (let bytes = BYTES; bytes > 0; bytes -= 4096) {
        try {
          writeFileSync(ballast, Buffer.alloc(bytes));
          writeFileSync(ballast, Buffer.alloc(Math.max(0, bytes - leftBytes)));
          return;
        } catch {
          rmSync(ballast, { force: true });
        }
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    becomeReadOnly: () => remount('ro'),
    becomeWritable: () => remount('rw'),
  };
}

function tryToMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-disk-'));
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=65536', 'tmpfs', folder);
    run('umount', folder);
    return true;
  } catch {
    return false;
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'ignore' });
}
