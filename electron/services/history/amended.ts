import type Database from 'better-sqlite3';
import { CallError } from '../../../shared/contract/contract.ts';
import type { Amendment } from '../../../shared/history/amendments.ts';

/** SQL for what the latest amendment of a field says; null where there is none. Booleans are 0 and 1. */
export function amended(idColumn: string, field: Amendment['field']): string {
  return `(SELECT json_extract(value, '$') FROM amendments WHERE target_id = ${idColumn} AND field = '${field}'
    ORDER BY at_ms DESC, id DESC LIMIT 1)`;
}

export interface AmendmentStore {
  /** As it is to be kept. What is said last holds, also when the clock was set back since: it is dated after what it replaces. */
  dated(amendment: Amendment): Amendment;
  /**
   * Appends it under its own date, so that what is appended once more after damage is what it was.
   *
   * @throws CallError `bad-request` where there is nothing of that id
   */
  add(amendment: Amendment): void;
}

export function createAmendmentStore(db: Database.Database): AmendmentStore {
  const afterLast = db
    .prepare('SELECT max(at_ms) + 1 FROM amendments WHERE target_id = @targetId AND field = @field')
    .pluck();
  const insert = db.prepare(
    `INSERT INTO amendments (id, at_ms, target, target_id, field, value)
     VALUES (@id, @atMs, @of, @targetId, @field, @value) ON CONFLICT (id) DO NOTHING`,
  );
  const exists = {
    session: db.prepare('SELECT 1 FROM sessions WHERE id = ?'),
    set: db.prepare('SELECT 1 FROM sets WHERE id = ?'),
    rep: db.prepare('SELECT 1 FROM reps WHERE id = ?'),
  };
  return {
    dated: (amendment) => {
      const { targetId, field, atMs } = amendment;
      const earliestMs = afterLast.get({ targetId, field }) as number | null;
      return { ...amendment, atMs: Math.max(atMs, earliestMs ?? atMs) };
    },
    add: (amendment) => {
      const { of, targetId, value } = amendment;
      if (!exists[of].get(targetId)) throw new CallError('bad-request', `There is no ${of} of this id.`);
      insert.run({ ...amendment, value: JSON.stringify(value) });
    },
  };
}
