import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** What others made and is built in, with its licence texts. */
const LICENSES = { fileName: 'licenses.md' };

/** Builds out/main and out/preload for Electron, and out/renderer for both hosts. */
export default defineConfig({
  main: {
    build: {
      // A thread of its own is a file of its own.
      lib: {
        entry: ['electron/main.ts', 'electron/services/history/backups/inspectWorker.ts'],
        formats: ['es'],
      },
      outDir: 'out/main',
      // A package holds no node_modules but the database's, which is native.
      externalizeDeps: { exclude: ['uuidv7', 'zod'] },
      // Their comments name other servers; whoever looks for one in the app should find none.
      rolldownOptions: { output: { comments: false } },
      license: LICENSES,
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file.
      lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
      outDir: 'out/preload',
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    assetsInclude: ['**/*.task'],
    worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
    build: {
      outDir: 'out/renderer',
      license: LICENSES,
      target: 'esnext',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1200,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
