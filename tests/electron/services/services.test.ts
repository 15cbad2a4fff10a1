import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DATABASE_FILE, openDatabase } from '../../../electron/services/history/database.ts';
import { createServices } from '../../../electron/services/services.ts';
import { CallError } from '../../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { formatTrace } from '../../../shared/trace/trace.ts';
import { aRep, aSession, aSet } from '../../support/records.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { DOUBLES_HEADER } from '../../support/traces.ts';

function start(dataFolder = tempFolder()) {
  const services = createServices({ dataFolder, host: 'browser', version: '1.2.3', now: () => Date.UTC(2026, 10, 20) });
  onTestFinished(() => services.close());
  return { ...services, dataFolder };
}

describe('the services', () => {
  test('say who they are', async () => {
    const { api, dataFolder } = start();
    expect(await api['app.info'](null)).toEqual({ version: '1.2.3', host: 'browser', dataFolder, notices: [] });
  });

  test('keep the history from one start to the next', async () => {
    const first = start();
    const session = aSession();
    const set = aSet(session.id);
    await first.api['history.startSession'](session);
    await first.api['history.startSet'](set);
    await first.api['history.addRep'](aRep(set.id, 1));
    first.close();
    const second = start(first.dataFolder);
    expect(await second.api['history.unfinished'](null)).toMatchObject({
      id: session.id,
      sets: [{ reps: [{ n: 1 }] }],
    });
  });

  test('a history in use is named as such, and works as soon as it is free', async () => {
    const dataFolder = tempFolder();
    const { db } = openDatabase(join(dataFolder, 'history'), 'now');
    const { api } = start(dataFolder);
    await expect(api['app.info'](null)).rejects.toMatchObject({ code: 'history-locked' });
    db.close();
    await expect(api['app.info'](null)).resolves.toMatchObject({ version: '1.2.3' });
  });

  test('a damaged history is reported with its place', async () => {
    const dataFolder = tempFolder();
    openDatabase(join(dataFolder, 'history'), 'now').db.close();
    writeFileSync(join(dataFolder, 'history', DATABASE_FILE), 'x'.repeat(9000));
    const { api } = start(dataFolder);
    const { notices } = await api['app.info'](null);
    expect(notices).toMatchObject([{ code: 'history-set-aside' }]);
    expect(existsSync(join(notices[0]?.path ?? '', DATABASE_FILE))).toBe(true);
  });
});

describe('settings', () => {
  test('begin with the usual ones, change one at a time and last', async () => {
    const { api, dataFolder } = start();
    expect(await api['settings.read'](null)).toEqual(DEFAULT_SETTINGS);
    await api['settings.change']({ personHeightCm: 181 });
    await api['settings.change']({ voiceVolume: 0.4 });
    const again = start(dataFolder);
    expect(await again.api['settings.read'](null)).toEqual({
      ...DEFAULT_SETTINGS,
      personHeightCm: 181,
      voiceVolume: 0.4,
    });
  });

  test('an older file without some fields still reads', async () => {
    const dataFolder = tempFolder();
    writeFileSync(join(dataFolder, 'settings.json'), '{"personHeightCm": 170}');
    const { api } = start(dataFolder);
    expect(await api['settings.read'](null)).toEqual({ ...DEFAULT_SETTINGS, personHeightCm: 170 });
  });

  test.each(['{ nonsense', '{"voiceVolume": 7}', 'null'])(
    'an unreadable file (%s) is set aside, not lost',
    async (content) => {
      const dataFolder = tempFolder();
      writeFileSync(join(dataFolder, 'settings.json'), content);
      const { api } = start(dataFolder);
      expect(await api['settings.read'](null)).toEqual(DEFAULT_SETTINGS);
      const { notices } = await api['app.info'](null);
      expect(notices).toMatchObject([{ code: 'settings-set-aside' }]);
      expect(readFileSync(notices[0]?.path ?? '', 'utf8')).toBe(content);
    },
  );
});

describe('traces', () => {
  test('are kept as they are, packed', async () => {
    const { api, dataFolder } = start();
    const trace = formatTrace({ header: DOUBLES_HEADER, frames: [{ tMs: 1, image: null, world: null }] });
    const { path } = await api['traces.save']({ setId: uuidv7(), trace });
    expect(path.startsWith(join(dataFolder, 'traces'))).toBe(true);
    expect(gunzipSync(readFileSync(path)).toString()).toBe(trace);
    expect(readdirSync(join(dataFolder, 'traces'))).toHaveLength(1);
  });

  test('what is no trace is refused and leaves no file', async () => {
    const { api, dataFolder } = start();
    const saving = api['traces.save']({ setId: uuidv7(), trace: 'hello' });
    await expect(saving).rejects.toBeInstanceOf(CallError);
    await expect(saving).rejects.toMatchObject({ code: 'trace-invalid' });
    expect(existsSync(join(dataFolder, 'traces'))).toBe(false);
  });
});
