import Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createServices } from '../../../../electron/services/services.ts';
import { NO_FILTER } from '../../../../shared/history/sessionList.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

/** Tables that stay small however long somebody trains: a row a month at most, or none at all. */
const SMALL = ['overrides', 'check_results', 'derived', 'break_state', 'sqlite_master', 'essential_sets'];
/** Indexes that hold a row for each session that was never ended. */
const SMALL_INDEX = 'session_summaries_open';
/** What reads everything because everything is built anew: after another version wrote the summaries. */
const REBUILDS = [
  'SELECT id FROM sessions ORDER BY started_at_ms',
  ...['set_summaries', 'session_summaries', 'set_shapes', 'rep_months', 'lower_months'].map((t) => `DELETE FROM ${t}`),
];

/** Everything that is prepared while the services start and answer each of their questions once. */
async function preparedSql(): Promise<{ readonly sqls: readonly string[]; readonly folder: string }> {
  const sqls: string[] = [];
  const prepare = Database.prototype.prepare;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql) {
    sqls.push(sql);
    return prepare.call(this, sql);
  });
  onTestFinished(() => spy.mockRestore());
  const folder = tempFolder();
  const { api, close } = createServices({ dataFolder: folder, host: 'browser', version: '1', now: () => 1.7e12 });
  await api['app.info'](null);
  await api['history.progress'](null);
  await api['history.unfinished'](null);
  await api['history.bests'](null);
  await api['history.checks'](null);
  await api['history.deleted'](null);
  await api['history.session']({ id: uuidv7() });
  await api['history.calendar']({ fromDate: '2026-01-01', toDate: '2026-12-31' });
  await api['history.trends']({ exercise: 'calf-raise-single', span: 'all', firstWeekday: 0 });
  await api['history.repProfile']({ exercise: 'calf-raise-single', span: 'all', firstWeekday: 0 });
  await api['history.list']({ filter: NO_FILTER, after: null, limit: 10 });
  await api['breaks.state'](null);
  await api['breaks.statistics']({ days: 56 });
  close();
  spy.mockRestore();
  return { sqls: [...new Set(sqls)], folder };
}

test('whatever the services ask of the history, no large table is read from end to end', async () => {
  const { sqls, folder } = await preparedSql();
  const db = new Database(`${folder}/history/history.sqlite`, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  const asked = sqls.filter((sql) => /^\s*(SELECT|INSERT|DELETE|UPDATE)/i.test(sql) && !REBUILDS.includes(sql.trim()));
  expect(asked.length).toBeGreaterThan(60);
  let searches = 0;
  for (const sql of asked) {
    const statement = db.prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const plan = statement.all(...valuesFor(sql)) as { detail: string }[];
    for (const { detail } of plan) {
      if (detail.startsWith('SEARCH')) searches++;
      if (!detail.startsWith('SCAN')) continue;
      const isAllowed =
        /VIRTUAL TABLE|CONSTANT ROW/.test(detail) ||
        detail.includes(SMALL_INDEX) ||
        SMALL.includes(tableOf(detail, sql)) ||
        // One row in the order of an index: the first, or so many thousand further on.
        (/USING (COVERING )?INDEX/.test(detail) && /LIMIT 1( OFFSET \?)?$/.test(sql.trim()));
      expect(isAllowed, `${detail}, in: ${sql}`).toBe(true);
    }
  }
  expect(searches).toBeGreaterThan(60);
});

/** What is scanned, by its own name: a plan names the alias. */
function tableOf(detail: string, sql: string): string {
  const alias = /^SCAN (\w+)/.exec(detail)?.[1] ?? '';
  return new RegExp(`(?:FROM|JOIN|,)\\s+(\\w+)\\s+(?:AS\\s+)?${alias}\\b`).exec(sql)?.[1] ?? alias;
}

/** Plans do not look at values, but want one for each parameter. */
function valuesFor(sql: string): unknown[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 1]);
  return names.length > 0
    ? [Object.fromEntries(names)]
    : sql
        .split('?')
        .slice(1)
        .map(() => 1);
}
