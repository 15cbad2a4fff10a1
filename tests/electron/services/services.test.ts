import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../electron/services/history/database.ts';
import { DATABASE_FILE } from '../../../electron/services/history/swap.ts';
import { createServices } from '../../../electron/services/services.ts';
import { CallError } from '../../../shared/contract/contract.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { formatTrace } from '../../../shared/trace/trace.ts';
import { aRep, aSession, aSet } from '../../support/records.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { DOUBLES_HEADER } from '../../support/traces.ts';

/** Friday, 20 November 2026, noon UTC. */
const NOON = Date.UTC(2026, 10, 20, 12);

function start(dataFolder = tempFolder(), now = () => Date.UTC(2026, 10, 20)) {
  const services = createServices({ dataFolder, host: 'browser', version: '1.2.3', now });
  onTestFinished(() => services.close());
  return { ...services, dataFolder };
}

describe('the services', () => {
  test('say who they are', async () => {
    const { api, dataFolder } = start();
    expect(await api['app.info'](null)).toEqual({
      version: '1.2.3',
      host: 'browser',
      dataFolder,
      releasesPage: null,
      notices: [],
    });
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

test('a deleted session is removed for good once somebody has trained thirty days later, without a start in between', async () => {
  let nowMs = NOON;
  const { api } = start(tempFolder(), () => nowMs);
  const session = aSession({ startedAtMs: NOON });
  const set = aSet(session.id);
  await api['history.startSession'](session);
  await api['history.startSet'](set);
  const value = { of: 'session', targetId: session.id, field: 'deleted', value: true } as const;
  await api['history.amend']({ id: uuidv7(), atMs: NOON, ...value });
  const left = async () => (await api['history.session']({ id: session.id }))?.sets.length;
  nowMs += 29 * 86_400_000;
  expect(await api['history.deleted'](null)).toMatchObject([{ id: session.id, deletedAtMs: NOON }]);
  expect(await left()).toBe(1);
  nowMs += 86_400_000;
  expect(await api['history.deleted'](null)).toEqual([]);
  expect(await left()).toBe(1);
  await api['history.startSession'](aSession({ startedAtMs: nowMs }));
  nowMs += 86_400_000;
  expect(await left()).toBe(0);
});

test('what is said last of a session holds, also when the clock was set back since', async () => {
  const { api } = start();
  const session = aSession({ startedAtMs: NOON });
  await api['history.startSession'](session);
  const note = { of: 'session', targetId: session.id, field: 'note' } as const;
  await api['history.amend']({ ...note, id: uuidv7(), atMs: NOON, value: 'from the future' });
  await api['history.amend']({ ...note, id: uuidv7(), atMs: NOON - 86_400_000, value: 'from now' });
  expect((await api['history.session']({ id: session.id }))?.note).toBe('from now');
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

  test('hold numbers and nothing else, whatever came with them', async () => {
    const { api } = start();
    const picture = 'data:image/png;base64,iVBORw0KGgo';
    const header = JSON.stringify({ ...DOUBLES_HEADER, picture });
    const trace = `${header}\n{"t":1,"p":null,"picture":"${picture}"}\n`;
    const { path } = await api['traces.save']({ setId: uuidv7(), trace });
    const kept = formatTrace({ header: DOUBLES_HEADER, frames: [{ tMs: 1, image: null, world: null }] });
    expect(gunzipSync(readFileSync(path)).toString()).toBe(kept);
  });

  test('a later part without the first is refused and leaves no file', async () => {
    const { api, dataFolder } = start();
    const trace = formatTrace({ header: DOUBLES_HEADER, frames: [] });
    const saving = api['traces.save']({ setId: uuidv7(), trace, part: { n: 2, of: 2 } });
    await expect(saving).rejects.toMatchObject({ code: 'trace-invalid' });
    expect(existsSync(join(dataFolder, 'traces'))).toBe(false);
  });

  test('what is no trace is refused and leaves no file', async () => {
    const { api, dataFolder } = start();
    const saving = api['traces.save']({ setId: uuidv7(), trace: 'hello' });
    await expect(saving).rejects.toBeInstanceOf(CallError);
    await expect(saving).rejects.toMatchObject({ code: 'trace-invalid' });
    expect(existsSync(join(dataFolder, 'traces'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777;

  test('is closed to other accounts, whatever the machine makes of new folders', async () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const { api, dataFolder } = start(join(tempFolder(), 'config', 'Soleus'));
    await api['app.info'](null);
    await api['settings.change']({ voice: false });
    const trace = formatTrace({ header: DOUBLES_HEADER, frames: [] });
    await api['traces.save']({ setId: uuidv7(), trace });
    const folders = [dataFolder, join(dataFolder, 'history'), join(dataFolder, 'traces')];
    expect(folders.map(modeOf)).toEqual([0o700, 0o700, 0o700]);
    expect(modeOf(join(dataFolder, 'settings.json'))).toBe(0o600);
  });

  test('and so is what goes out of it, into whatever folder', async () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const { api } = start();
    const folder = tempFolder();
    await api['backups.chooseFolder']({ folder });
    await api['backups.make'](null);
    for (const format of ['json', 'csv'] as const) {
      await api['data.export']({ format, folder });
      await expect.poll(() => api['data.transfer'](null)).toMatchObject({ state: 'exported' });
    }
    const made = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const open = made.filter((name) => (modeOf(join(folder, name)) & 0o077) !== 0);
    expect(made.map((name) => extname(name)).sort()).toEqual(['', '.csv', '.csv', '.csv', '.csv', '.json', '.sqlite']);
    expect(open).toEqual([]);
  });

  test('one that the person made is left as it is; what is ours within it is closed all the same', async () => {
    const dataFolder = tempFolder();
    mkdirSync(join(dataFolder, 'history'), { mode: 0o755 });
    chmodSync(dataFolder, 0o755);
    const { api } = start(dataFolder);
    await api['app.info'](null);
    expect([modeOf(dataFolder), modeOf(join(dataFolder, 'history'))]).toEqual([0o755, 0o700]);
  });
});

describe('breaks', () => {
  test('are asked for, done and counted, and last', async () => {
    const { api, dataFolder, close } = start(tempFolder(), () => NOON);
    const before = await api['breaks.state'](null);
    expect(before.dose.plan.kind).toBe('break');
    expect(await api['breaks.act']({ action: 'start-now' })).toMatchObject({ stage: 'taking', canSkip: true });
    await api['breaks.act']({ action: 'done', how: 'reported' });
    close();
    const again = start(dataFolder, () => NOON + 60_000);
    expect(await again.api['breaks.statistics']({ days: 7 })).toMatchObject({ days: [{ reported: 1 }] });
  });

  test('one is only counted when its session is', async () => {
    const { api } = start(tempFolder(), () => NOON);
    const done = { action: 'done', how: 'counted', sessionId: uuidv7() } as const;
    await expect(api['breaks.act'](done)).rejects.toMatchObject({ code: 'bad-request' });
  });

  test('wait from the moment a session is shown, until it is left', async () => {
    const { api } = start(tempFolder(), () => NOON);
    await api['breaks.session']({ isShown: true });
    expect((await api['breaks.state'](null)).holds).toContain('session');
    await api['breaks.session']({ isShown: false });
    expect((await api['breaks.state'](null)).holds).toEqual([]);
  });

  test('one is not done in a session that is not there', async () => {
    const { api } = start(tempFolder(), () => NOON);
    await api['breaks.act']({ action: 'start-now' });
    const done = { action: 'done', how: 'reported', sessionId: uuidv7() } as const;
    await expect(api['breaks.act'](done)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await api['breaks.state'](null)).toMatchObject({ stage: 'taking' });
  });

  test('wait while a session is on, and a finished one counts', async () => {
    let now = NOON;
    const { api, breaks } = start(tempFolder(), () => now);
    await api['settings.change']({ breaks: { hours: Array(7).fill([{ fromMinute: 0, toMinute: 1440 }]) } });
    breaks.start();
    const session = aSession({ startedAtMs: now });
    await api['history.startSession'](session);
    expect(await api['breaks.state'](null)).toMatchObject({ holds: ['session'] });
    now += 90_000;
    await api['history.endSession']({ id: session.id, endedAtMs: now, reason: 'finished' });
    const { nextAtMs, holds } = await api['breaks.state'](null);
    expect({ nextAtMs, holds }).toEqual({ nextAtMs: now + 45 * 60_000, holds: [] });
  });

  test('settings of theirs change one at a time, and an older file has room for new ones', async () => {
    const { api, dataFolder } = start();
    await api['settings.change']({ breaks: { intervalMinutes: 30 } });
    await api['settings.change']({ breaks: { snoozesAtMost: 0 } });
    const again = start(dataFolder);
    expect((await again.api['settings.read'](null)).breaks).toEqual({
      ...DEFAULT_SETTINGS.breaks,
      intervalMinutes: 30,
      snoozesAtMost: 0,
    });
    const old = tempFolder();
    writeFileSync(join(old, 'settings.json'), '{"breaks": {"intervalMinutes": 20, "gone": 1}}');
    expect((await start(old).api['settings.read'](null)).breaks).toEqual({
      ...DEFAULT_SETTINGS.breaks,
      intervalMinutes: 20,
    });
  });
});
