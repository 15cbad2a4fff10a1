import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createServices } from '../../../../../electron/services/services.ts';
import { type Api, answerCall } from '../../../../../shared/contract/contract.ts';
import type { LogSession, LogSet } from '../../../../../shared/history/logSessions.ts';
import { countOf } from '../../../../../shared/history/records.ts';
import { type ImportPart, isUnderWay, type Transfer } from '../../../../../shared/history/transfer.ts';
import { usualBlock } from '../../../../../shared/session/sessionPlan.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../../../../support/records.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

function start(dataFolder = tempFolder()) {
  const now = () => Date.UTC(2026, 10, 20, 12);
  const services = createServices({ dataFolder, host: 'browser', version: '1.2.3', now });
  onTestFinished(() => services.close());
  return { ...services, dataFolder };
}

async function train(api: Api, reps = 3) {
  const session = aSession();
  const set = aSet(session.id);
  await api['history.startSession'](session);
  await api['history.startSet'](set);
  for (let n = 1; n <= reps; n++) {
    const rep = aRep(set.id, n);
    await api['history.addRep'](rep);
    await api['history.addRepMeasures'](measuresOf(rep));
  }
  await api['history.addCheckIn'](aCheckIn(set.id));
  await api['history.endSet']({ id: set.id, endedAtMs: 1_700_000_020_000, reason: 'finished' });
  await api['history.endSession']({ id: session.id, endedAtMs: 1_700_000_021_000, reason: 'finished' });
  return { session, set };
}

async function outcome(api: Api): Promise<Transfer> {
  for (;;) {
    const transfer = await api['data.transfer'](null);
    if (!isUnderWay(transfer)) return transfer;
    await new Promise(setImmediate);
  }
}

async function exported(api: Api, format: 'json' | 'csv' = 'json', folder = tempFolder()): Promise<string> {
  await api['data.export']({ format, folder });
  const done = await outcome(api);
  if (done.state !== 'exported') throw new Error(JSON.stringify(done));
  return done.path;
}

async function imported(api: Api, text: string): Promise<Transfer> {
  const importId = uuidv7();
  await api['data.beginImport']({ importId, kind: 'history', size: Buffer.byteLength(text) });
  for (const part of [text.slice(0, 500), text.slice(500)]) {
    const { state } = await api['data.importPart']({ importId, part: { text: part } });
    if (state !== 'importing') return outcome(api);
  }
  await api['data.endImport']({ importId });
  return outcome(api);
}

const PROGRAMME = { id: uuidv7(), name: 'Mornings', blocks: [usualBlock('calf-raise-double', 'main')] };

/** A set of an old log. */
const GO: LogSet = {
  ...{ startedAtMs: 1, exercise: 'glute-bridge', side: 'both', reps: 1, seconds: null, pain: null, note: '' },
};

describe('the history goes out and in', () => {
  test('from one machine to another, with programmes and what was not said there yet', async () => {
    const [from, to] = [start(), start()];
    await train(from.api);
    await from.api['settings.change']({ personHeightCm: 175, soreSide: 'left', programmes: [PROGRAMME] });
    await to.api['settings.change']({ personHeightCm: 168 });
    const path = await exported(from.api);
    expect(path).toMatch(/soleus-history-2026-11-20\.json$/);
    const text = readFileSync(path, 'utf8');
    const done = await imported(to.api, text);
    expect(done).toMatchObject({ state: 'imported', report: { settings: 2 } });
    expect(done).toMatchObject({ report: { records: { sessions: { added: 1, known: 0 }, reps: { added: 3 } } } });
    expect(await to.api['settings.read'](null)).toMatchObject({
      ...{ personHeightCm: 168, soreSide: 'left', programmes: [PROGRAMME] },
    });
    const [ours, theirs] = await Promise.all(
      [from, to].map(({ api }) => api['history.sessions']({ beforeMs: 2 ** 50, limit: 9 })),
    );
    expect(theirs).toEqual(ours);
    expect(await to.api['history.progress'](null)).toEqual(await from.api['history.progress'](null));
    expect(await imported(to.api, text)).toMatchObject({
      report: { settings: 0, records: { sessions: { added: 0, known: 1 }, reps: { added: 0, known: 3 } } },
    });
    const history = readdirSync(join(to.dataFolder, 'history'));
    expect(history.filter((name) => name.includes('import'))).toEqual([]);
    expect(readdirSync(join(to.dataFolder, 'history', 'backups'))).toHaveLength(1);
  });

  test('a file never takes the place of another, and nothing unfinished is left', async () => {
    const { api } = start();
    await train(api);
    const folder = tempFolder();
    for (const format of ['json', 'json', 'csv', 'csv'] as const) await exported(api, format, folder);
    expect(readdirSync(folder).sort()).toEqual([
      ...['soleus-csv-2026-11-20', 'soleus-csv-2026-11-20 (2)'],
      ...['soleus-history-2026-11-20 (2).json', 'soleus-history-2026-11-20.json'],
    ]);
  });

  test('cancelled, it leaves nothing', async () => {
    const { api } = start();
    await train(api);
    const folder = tempFolder();
    await api['data.export']({ format: 'json', folder });
    expect(await api['data.cancel'](null)).toEqual({ state: 'cancelled' });
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    const importId = uuidv7();
    await api['data.beginImport']({ importId, kind: 'history', size: 10 });
    await api['data.cancel'](null);
    await expect(api['data.importPart']({ importId, part: { text: '{' } })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  test('one thing at a time', async () => {
    const { api } = start();
    await train(api);
    const request = { format: 'json', folder: tempFolder() } as const;
    await api['data.export'](request);
    await expect(api['data.export'](request)).rejects.toMatchObject({ code: 'busy' });
    await expect(api['data.beginImport']({ importId: uuidv7(), kind: 'log', size: 1 })).rejects.toMatchObject({
      code: 'busy',
    });
    expect(await outcome(api)).toMatchObject({ state: 'exported' });
  });

  test('a folder that cannot be written is named as such', async () => {
    const { api, dataFolder } = start();
    const missing = join(dataFolder, 'nowhere');
    for (const folder of [missing, 'relative', join(dataFolder, 'settings.json')]) {
      await api['settings.change']({ voice: true });
      await api['data.export']({ format: 'json', folder });
      expect(await outcome(api)).toMatchObject({ state: 'failed', problem: 'no-folder' });
    }
    mkdirSync(missing);
    expect(await exported(api, 'json', missing)).toContain(missing);
  });

  test('a damaged file is refused, and the record is named', async () => {
    const [from, to] = [start(), start()];
    await train(from.api);
    const text = readFileSync(await exported(from.api), 'utf8').replace('"exercise":"calf', '"exercise":"half');
    expect(await imported(to.api, text)).toMatchObject({
      ...{ state: 'refused', refusal: { code: 'bad-record', place: { part: 'sets', n: 1 } } },
    });
    expect(await to.api['history.sessions']({ beforeMs: 2 ** 50, limit: 9 })).toEqual([]);
    expect(readdirSync(join(to.dataFolder, 'history'))).not.toContain('import.sqlite');
  });

  test.each<['history' | 'log', ImportPart]>([
    ['history', { text: '{"format":' }],
    ['log', { sessions: [{ startedAtMs: 1, sets: [GO] }] }],
  ])('more of a %s than was said is refused', async (kind, part) => {
    const { api, dataFolder } = start();
    const importId = uuidv7();
    const size = 'text' in part ? part.text.length : 1;
    await api['data.beginImport']({ importId, kind, size });
    expect(await api['data.importPart']({ importId, part })).toMatchObject({ state: 'importing', ratio: 0.8 });
    expect(await api['data.importPart']({ importId, part })).toMatchObject({
      ...{ state: 'refused', refusal: { code: 'too-large' } },
    });
    expect(readdirSync(join(dataFolder, 'history'))).not.toContain('import.sqlite');
  });

  test('a log that comes to more than a history is refused, and so is a part that would keep others waiting', async () => {
    const { api, dataFolder } = start();
    const sets = Array.from({ length: 4 }, () => ({ ...GO, reps: 500 }));
    const sessions = (n: number): LogSession[] => Array.from({ length: n }, () => ({ startedAtMs: 1, sets }));
    const importId = uuidv7();
    await api['data.beginImport']({ importId, kind: 'log', size: 1000 });
    const wide = await answerCall(api, 'data.importPart', { importId, part: { sessions: sessions(2) } });
    expect(wide).toMatchObject({ ok: false, code: 'bad-request', detail: expect.stringContaining('too much at once') });
    // What a caller of the services themselves could say.
    const part = await api['data.importPart']({ importId, part: { sessions: sessions(249) } });
    expect(part).toMatchObject({ state: 'refused', refusal: { code: 'too-large' } });
    expect(readdirSync(join(dataFolder, 'history'))).not.toContain('import.sqlite');
  });

  test('an old log comes in as imported sessions; twice is the same as once, and more of it adds only that', async () => {
    const { api } = start();
    const importLog = async (sessions: readonly LogSession[]): Promise<Transfer> => {
      const importId = uuidv7();
      await api['data.beginImport']({ importId, kind: 'log', size: sessions.length });
      await api['data.importPart']({ importId, part: { sessions: [...sessions] } });
      await api['data.endImport']({ importId });
      return outcome(api);
    };
    const noon = Date.UTC(2026, 10, 18, 12);
    const set = {
      startedAtMs: noon,
      exercise: 'glute-bridge',
      side: 'both',
      reps: 12,
      pain: 3,
      note: '10 kg',
    } as const;
    const sets: LogSet[] = [
      { ...set, seconds: null },
      { ...set, seconds: null },
      { ...set, reps: null, seconds: 45, note: '' },
    ];
    const added = { state: 'imported', report: { records: { sets: { added: 3 }, corrections: { added: 24 } } } };
    expect(await importLog([{ startedAtMs: noon, sets }])).toMatchObject(added);
    const [session] = await api['history.sessions']({ beforeMs: 2 ** 50, limit: 9 });
    expect(session).toMatchObject({ source: 'imported', startedAtMs: noon, end: { reason: 'finished' } });
    expect(session?.sets.map((one) => [countOf(one), one.targetMs, one.checkIn?.pain, one.note]).sort()).toEqual([
      ...[
        [0, 45_000, 3, ''],
        [12, null, 3, '10 kg'],
        [12, null, 3, '10 kg'],
      ],
    ]);
    expect(session?.sets.map(({ id }) => id)).toEqual(session?.sets.map(({ id }) => z.uuidv7().parse(id)));
    const more = [...sets, { ...set, startedAtMs: noon + 60_000, seconds: null }];
    const known = { sessions: { added: 0, known: 1 }, sets: { added: 1, known: 3 } };
    expect(await importLog([{ startedAtMs: noon, sets: more }])).toMatchObject({ report: { records: known } });
    expect((await api['history.progress'](null)).sets).toEqual([]);
  });
});
