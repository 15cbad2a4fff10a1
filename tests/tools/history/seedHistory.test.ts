import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../electron/services/history/database.ts';
import { createHistoryStore } from '../../../electron/services/history/store.ts';
import { createServices } from '../../../electron/services/services.ts';
import { answerCall, createClient } from '../../../shared/contract/contract.ts';
import { newPlanSchema, sessionRecordSchema } from '../../../shared/history/records.ts';
import { questionsOf } from '../../../tools/history/historyQuestions.ts';
import { seedHistory } from '../../../tools/history/seedHistory.ts';
import { tempFolder } from '../../support/tempFolder.ts';

// Many histories; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const NOW_MS = Date.UTC(2026, 10, 20, 20);
const REPS = 3000;

test('an invented history is one that could have been recorded, as long as was asked for', () => {
  const [folder, again] = [tempFolder(), tempFolder()];
  const { rows } = seedHistory(folder, REPS, 7, NOW_MS);
  expect(rows['reps']).toBeGreaterThan(0.8 * REPS);
  expect(rows['reps']).toBeLessThan(1.3 * REPS);
  expect(seedHistory(again, REPS, 7, NOW_MS).rows).toEqual(rows);
  const [one, other] = [folder, again].map((made) => {
    const { db } = openDatabase(join(made, 'history'), 'now');
    onTestFinished(() => {
      db.close();
    });
    const ids = db.prepare('SELECT id FROM sessions ORDER BY id').pluck().all() as string[];
    const store = createHistoryStore(db);
    return ids.map((id) => store.session(id));
  });
  expect(one).toEqual(other);
  for (const session of one ?? []) {
    expect(sessionRecordSchema.parse(session)).toEqual(session);
    newPlanSchema.shape.plan.parse(session?.plan?.plan);
  }
});

test('every question that is measured is answered as the contract says', async () => {
  const folder = tempFolder();
  seedHistory(folder, REPS, 3, NOW_MS);
  const { api, close } = createServices({ dataFolder: folder, host: 'browser', version: '0', now: () => NOW_MS });
  onTestFinished(close);
  const client = createClient((name, request) => answerCall(api, name, request));
  for (const { call, requests } of await questionsOf(api, NOW_MS)) {
    for (const request of requests) await client[call](request as never);
  }
});
