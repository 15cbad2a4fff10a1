import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createServices } from '../../electron/services/services.ts';
import type { Notice } from '../../shared/contract/contract.ts';
import { type Announced, nothingAnnounced } from './trainee.ts';

/** What there is to look at after a kill. */
export interface Aftermath {
  readonly dataFolder: string;
  readonly announced: Announced;
  /** What the app may say of it. */
  readonly notices: readonly Notice['code'][];
  /** What else is missing, in words; null when nothing is. */
  readonly look: (db: Database.Database) => string | null;
}

/** @param more what is not as usual */
export function aftermathOf(dataFolder: string, more: Partial<Aftermath> = {}): Aftermath {
  return { dataFolder, announced: nothingAnnounced(), notices: [], look: () => null, ...more };
}

/** What is missing of all that was answered, in words; null when nothing is. The services are the first to open it. */
export async function lostOf({ dataFolder, announced, notices, look }: Aftermath): Promise<string | null> {
  const { api, close } = createServices({ dataFolder, host: 'browser', version: '0', now: Date.now });
  try {
    const info = await api['app.info'](null);
    const said = info.notices.find(({ code }) => !notices.includes(code));
    if (said) return `it says ${said.code}, see ${said.path}`;
    await api['history.progress'](null);
  } finally {
    close();
  }
  const folder = join(dataFolder, 'history');
  const { db } = openDatabase(folder, 'after-a-kill');
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return 'the history is not whole';
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return 'a row refers to none';
    for (const [kind, { table, key }] of Object.entries(TABLES)) {
      const find = db.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`);
      for (const [id, record] of announced[kind as keyof Announced]) {
        const wrong = differenceOf(find.get(id) as Row | undefined, record);
        if (wrong) return `${kind} ${id} was answered: ${wrong}`;
      }
    }
    return look(db);
  } finally {
    db.close();
    // Every whole history that was set aside stays, which is right and fills the disk here.
    for (const name of readdirSync(folder)) {
      if (/^(replaced|damaged)-/.test(name)) rmSync(join(folder, name), { recursive: true });
    }
  }
}

type Row = Readonly<Record<string, unknown>>;

function differenceOf(row: Row | undefined, record: object): string | null {
  if (!row) return 'it is lost';
  for (const [field, value] of Object.entries(record)) {
    const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const expected = Array.isArray(value) ? JSON.stringify(value) : value;
    if (row[column] !== expected) return `its ${field} is ${row[column]}, and was ${expected}`;
  }
  return null;
}

const TABLES: Record<keyof Announced, { readonly table: string; readonly key: string }> = {
  sessions: { table: 'sessions', key: 'id' },
  sets: { table: 'sets', key: 'id' },
  reps: { table: 'reps', key: 'id' },
  measures: { table: 'rep_measures', key: 'rep_id' },
  corrections: { table: 'corrections', key: 'id' },
  checkIns: { table: 'check_ins', key: 'id' },
};
