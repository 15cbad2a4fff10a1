import type Database from 'better-sqlite3';
import { CallError } from '../../../shared/contract/contract.ts';
import type { Amendment } from '../../../shared/history/amendments.ts';

/** SQL for what the latest amendment of a field says; null where there is none. Booleans are 0 and 1. */
export function amended(idColumn: string, field: Amendment['field']): string {
  return `(SELECT json_extract(value, '$') FROM amendments WHERE target_id = ${idColumn} AND field = '${field}'
    ORDER BY at_ms DESC, id DESC LIMIT 1)`;
}

export interface AmendmentStore {
  /**
   * Appends it. What is said last holds, also when the clock was set back since: it is dated after what it replaces.
   *
   * @throws CallError `bad-request` where there is nothing of that id
   */
  add(amendment: Amendment): void;
}

export function createAmendmentStore(db: Database.Database): AmendmentStore {
  const insert = db.prepare(
    `INSERT INTO amendments (id, at_ms, target, target_id, field, value)
     VALUES (@id, max(@atMs, (SELECT coalesce(max(at_ms) + 1, 0) FROM amendments
       WHERE target_id = @targetId AND field = @field)), @of, @targetId, @field, @value) ON CONFLICT (id) DO NOTHING`,
  );
  const exists = {
    session: db.prepare('SELECT 1 FROM sessions WHERE id = ?'),
    set: db.prepare('SELECT 1 FROM sets WHERE id = ?'),
    rep: db.prepare('SELECT 1 FROM reps WHERE id = ?'),
  };
  return {
    add: (amendment) => {
      const { of, targetId, value } = amendment;
      if (!exists[of].get(targetId)) throw new CallError('bad-request', `There is no ${of} of this id.`);
      insert.run({ ...amendment, value: JSON.stringify(value) });
    },
  };
}
