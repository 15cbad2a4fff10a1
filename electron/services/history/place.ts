import { statSync } from 'node:fs';

/**
 * Watches that the file somebody has open is the one that lies at its place: on most systems a file that is removed or
 * replaced stays with whoever has it open, and goes when they close it, with everything that was written meanwhile.
 */
export function watchPlace(file: string): () => boolean {
  const opened = identityOf(file);
  // The journal comes with the first write.
  let journal: string | null = null;
  return () => {
    const journalNow = identityOf(`${file}-wal`);
    journal ??= journalNow;
    return identityOf(file) === opened && journalNow === journal;
  };
}

function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
