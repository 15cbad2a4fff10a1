import type Database from 'better-sqlite3';
import type { PersonSettings } from '../../../../shared/history/historyFile.ts';
import type { Tallies } from './mergeStaged.ts';

/** Something that is being taken in, piece by piece. */
export interface Incoming<Piece> {
  /** @throws RefusedError */
  write(piece: Piece): void;
  /**
   * That was all: takes it into the history, wholly or not at all.
   *
   * @param ready is waited for before anything is written, and only where there is something to write
   * @param report is asked after each part of the work; throws where it is to stop
   * @throws RefusedError
   */
  finish(
    db: Database.Database,
    ready: () => Promise<void>,
    report: (done: number, of: number) => void,
  ): Promise<{ readonly tallies: Tallies; readonly settings: PersonSettings | null }>;
  /** Leaves nothing behind. */
  discard(): void;
}
