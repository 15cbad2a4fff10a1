import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../renderer/messages/en.ts';
import { expect, test } from './support/app.ts';

const ASSETS = join(import.meta.dirname, '../../out/renderer/assets');

/** What is heavy and not needed for Today, by a word that only its program holds. */
const HEAVY = {
  'three.js': 'WebGLRenderer',
  MediaPipe: 'vision_wasm',
  mediabunny: 'matroska',
  charts: 'visx-',
  'tables of old logs': 'dynamicTyping',
  'the manual': 'Set up your camera',
  settings: 'settings-training',
};
const CODE_BYTES_AT_MOST = 1_000_000;

const codeOf = (file: string): string => readFileSync(join(ASSETS, file), 'utf8');
const heavyIn = (files: readonly string[]): string[] =>
  Object.entries(HEAVY).flatMap(([name, word]) => (files.some((file) => codeOf(file).includes(word)) ? [name] : []));

test('Today fetches what it shows, and nothing heavy that is not needed yet', async ({ openApp }) => {
  const requested: string[] = [];
  const { page } = await openApp();
  const start = page.getByRole('button', { name: text.blocks.start, exact: true });
  await expect(start).toBeVisible();
  page.on('request', (request) => requested.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  await page.reload();
  await expect(start).toBeVisible();
  await page.waitForLoadState('networkidle');

  // What the first load has asked for late is asked for twice.
  const fetched = [...new Set(requested)];
  const code = fetched.filter((file) => file.endsWith('.js'));
  expect(heavyIn(code)).toEqual([]);
  // The words are still the right ones: each of these is in the build, for when it is needed.
  expect(heavyIn(readdirSync(ASSETS).filter((file) => file.endsWith('.js')))).toEqual(Object.keys(HEAVY));
  expect(fetched.filter((file) => /\.(wasm|task|webm)$/.test(file))).toEqual([]);
  const bytes = code.reduce((sum, file) => sum + codeOf(file).length, 0);
  expect(bytes, `${(bytes / 1000).toFixed(0)} kB of code`).toBeLessThan(CODE_BYTES_AT_MOST);
});
