import { MIGRATION_001 } from './001-sessions.ts';
import { MIGRATION_002 } from './002-imported.ts';
import { MIGRATION_003 } from './003-coaching.ts';
import { MIGRATION_004 } from './004-breaks.ts';
import { MIGRATION_005 } from './005-amendments.ts';

/** In order; the number of a migration is its place, counted from 1, and stands in the database as user_version. */
export const MIGRATIONS: readonly string[] = [
  MIGRATION_001,
  MIGRATION_002,
  MIGRATION_003,
  MIGRATION_004,
  MIGRATION_005,
];
