import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

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
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: 'esnext',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1200,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
