import { expect, onTestFinished, test } from 'vitest';
import { createServices } from '../../../electron/services/services.ts';
import { sendLog } from '../../../renderer/data/sendHistory.ts';
import { type Api, answerCall, createClient } from '../../../shared/contract/contract.ts';
import type { LogSession } from '../../../shared/history/logSessions.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/** The services as a page calls them. */
function start(): Api {
  const services = createServices({
    ...{ dataFolder: tempFolder(), host: 'browser', version: '0', now: () => Date.UTC(2026, 10, 20) },
  });
  onTestFinished(() => services.close());
  return createClient((name, request) => answerCall(services.api, name, request));
}

test('a log goes over in parts that are taken, however it is spread over the days', async () => {
  const api = start();
  const session = (day: number, sets: number, reps: number): LogSession => {
    const startedAtMs = Date.UTC(2026, 0, day);
    const set = { startedAtMs, exercise: 'glute-bridge', side: 'both', reps, seconds: null, pain: null } as const;
    return { startedAtMs, sets: Array.from({ length: sets }, (_, i) => ({ ...set, note: `${i}` })) };
  };
  // Two that fill a part each, and more small ones than fit into one.
  const sessions = [session(1, 4, 500), session(2, 4, 500)].concat(
    Array.from({ length: 120 }, (_, i) => session(3 + i, 1, 2)),
  );
  await sendLog(api, sessions);
  await expect
    .poll(() => api['data.transfer'](null))
    .toMatchObject({
      state: 'imported',
      report: { records: { sessions: { added: 122 }, corrections: { added: 4240 } } },
    });
});
