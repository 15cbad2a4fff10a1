import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

test('no column of the history can hold bytes', () => {
  const { db } = openDatabase(join(tempFolder(), 'history'), 'now');
  const columns = db
    .prepare(
      `SELECT t.name AS tableName, t.strict, c.name, c.type FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'`,
    )
    .all() as { tableName: string; strict: number; name: string; type: string }[];
  db.close();
  expect(columns.length).toBeGreaterThan(50);
  // A strict table refuses what is not of its column's type.
  const open = columns.filter(({ strict, type }) => strict !== 1 || !['TEXT', 'INTEGER', 'REAL'].includes(type));
  expect(open).toEqual([]);
});
