import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { fuzzFiles } from '../../../tools/fuzz/files.ts';
import { fuzz } from '../../../tools/fuzz/fuzz.ts';
import { everyQuestion } from '../../../tools/fuzz/readBack.ts';
import { CALL_NAMES } from '../../../tools/fuzz/requests.ts';
import { startTarget } from '../../../tools/fuzz/target.ts';
import { judge } from '../../../tools/fuzz/verdict.ts';

/** A short share of `npm run test:fuzz`. */
test('1,000 fuzzed messages do no harm, and nothing refused is written', async () => {
  const { socket, ipc, http } = await fuzz(1000, 1);
  expect([socket.sent, ipc.sent, http.sent]).toEqual([601, 400, 200]);
  // Enough of them are right, so that the others are wrong for one thing only.
  for (const { refused, done } of [socket, ipc]) {
    expect(refused).toBeGreaterThan(100);
    expect(done).toBeGreaterThan(15);
  }
}, 60_000);

test('and so are files of every kind that comes in', async () => {
  const { history, table, trace, video } = await fuzzFiles(100, 1);
  expect([history.sent, table.sent, trace.sent, video.sent]).toEqual([5, 50, 40, 6]);
  for (const { refused, done } of [table, trace]) {
    expect(refused).toBeGreaterThan(2);
    expect(done).toBeGreaterThan(2);
  }
}, 60_000);

test('whatever can be asked is asked afterwards', async () => {
  const target = await startTarget();
  const { api, now } = target;
  const asked = new Set((await everyQuestion(api, now())).map(([name]) => name));
  // All others do something.
  expect(CALL_NAMES.filter((name) => !asked.has(name))).toEqual([
    ...['app.openReleases', 'app.report', 'settings.change', 'history.startSession', 'history.addPlan'],
    ...['history.endSession', 'history.startSet', 'history.endSet', 'history.addRep', 'history.addRepMeasures'],
    ...['history.addAttempt', 'history.addCorrection', 'history.addCheckIn', 'history.addFeel', 'history.addOverride'],
    ...['history.addCheckResult', 'history.addImported', 'history.amend', 'backups.make', 'backups.restore'],
    ...['backups.chooseFolder', 'recovery.choose', 'breaks.act', 'breaks.session', 'data.export', 'data.cancel'],
    ...['data.beginImport', 'data.importPart', 'data.endImport', 'traces.save'],
  ]);
  await target.end();
});

describe('harm would be seen', () => {
  test('an error of ours', () => {
    expect(() => judge('app.info', { ok: false, code: 'internal', detail: 'x is undefined' })).toThrow('internal');
  });

  test.each<[string, string, unknown]>([
    ['an answer that the page cannot read', 'settings.read', { ...DEFAULT_SETTINGS, voice: 'yes' }],
    ['a number that is none any more', 'settings.read', { ...DEFAULT_SETTINGS, voiceVolume: Number.NaN }],
  ])('%s', (_, name, answer) => {
    expect(() => judge(name, { ok: true, answer })).toThrow('does not fit');
  });

  test('what is no outcome at all', () => {
    expect(() => judge('settings.read', DEFAULT_SETTINGS)).toThrow('does not fit');
  });

  test('a single byte that is written', async () => {
    const target = await startTarget();
    const before = target.kept();
    expect(target.kept()).toBe(before);
    await target.ipc({ senderFrame: { parent: null, url: 'app://soleus/' } }, 'settings.change', { voice: false });
    expect(target.kept()).not.toBe(before);
    await target.end();
  });
});

test('what refers to nothing is refused as wrong, not as our fault', async () => {
  const target = await startTarget();
  const [session = ''] = target.knownIds;
  const lost = { id: session, setId: session, atMs: 1, change: 1 };
  const reply = await target.ipc(
    { senderFrame: { parent: null, url: 'app://soleus/' } },
    'history.addCorrection',
    lost,
  );
  expect(reply).toMatchObject({ ok: false, code: 'bad-request' });
  await target.end();
});
