import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/desktop/**'],
    // better-sqlite3 and the file system want their own process, not a thread.
    pool: 'forks',
    // Vitest alone would leave a core free: half of two.
    maxWorkers: '100%',
    // A busy machine is no reason to fail.
    testTimeout: 60_000,
  },
});
