import Database from 'better-sqlite3';

/**
 * The form of a history: its tables, indexes and triggers, each in the words in which SQLite keeps it. Every version has a form
 * of its own, which a test makes sure of. So it is known what a history is whatever its header says of its version, and whether
 * a file that somebody brings is one.
 */
export type Form = readonly string[];

export function formOf(db: Database.Database): Form {
  // What SQLite makes by itself has no words.
  const parts = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL');
  return (parts.raw().all() as unknown[][]).map(partOf).sort();
}

/** @param columns type, name, table and words, as in the schema of a database */
export function partOf(columns: readonly unknown[]): string {
  return JSON.stringify(columns);
}

/** For a file that may be damaged or somebody else's: nothing that is written into its schema runs, and every cell is looked at. */
export function readWarily(db: Database.Database): void {
  for (const setting of ['trusted_schema = OFF', 'cell_size_check = ON']) db.pragma(setting);
}

/** @param version counted from 1 */
export function hasFormOf(db: Database.Database, migrations: readonly string[], version: number): boolean {
  return version >= 1 && version <= migrations.length && isSame(formOf(db), formAt(migrations, version));
}

/** Whether it is the form of any of the versions. */
export function hasKnownForm(db: Database.Database, migrations: readonly string[]): boolean {
  return migrations.some((_, i) => hasFormOf(db, migrations, i + 1));
}

const known = new WeakMap<readonly string[], Map<number, Form>>();

export function formAt(migrations: readonly string[], version: number): Form {
  const forms = known.get(migrations) ?? new Map<number, Form>();
  known.set(migrations, forms);
  const form = forms.get(version) ?? build(migrations.slice(0, version));
  forms.set(version, form);
  return form;
}

function build(migrations: readonly string[]): Form {
  const db = new Database(':memory:');
  try {
    for (const sql of migrations) db.exec(sql);
    return formOf(db);
  } finally {
    db.close();
  }
}

function isSame(one: Form, other: Form): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}
