import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { startedDesktop } from '../support/desktopRun.ts';
import { tempFolder } from '../support/tempFolder.ts';

test('a newer version finds what an older one kept: nothing in the data folder is named after a version', async () => {
  const dataFolder = tempFolder();
  const older = await startedDesktop({ dataFolder, version: '0.1.0' });
  await older.call('app.info', null);
  await older.call('settings.change', { personHeightCm: 181 });
  await older.call('history.startSession', {
    id: '01932c1e-0000-7000-8000-000000000001',
    startedAtMs: 1_000,
    source: 'camera',
  });
  older.app.emit('will-quit');
  const kept = readdirSync(dataFolder, { recursive: true }).map(String);
  expect(kept.filter((name) => /\d+\.\d+\.\d+/.test(name))).toEqual([]);

  const newer = await startedDesktop({ dataFolder, version: '12.3.4' });
  expect(await newer.call('app.info', null)).toMatchObject({ ok: true, answer: { version: '12.3.4', notices: [] } });
  expect(await newer.call('settings.read', null)).toMatchObject({
    ok: true,
    answer: { ...DEFAULT_SETTINGS, personHeightCm: 181 },
  });
  expect(await newer.call('history.sessions', { beforeMs: 2_000, limit: 9 })).toMatchObject({
    ok: true,
    answer: [{ id: '01932c1e-0000-7000-8000-000000000001' }],
  });
});
