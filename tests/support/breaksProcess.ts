import { uuidv7 } from 'uuidv7';
import { createBreakService } from '../../electron/services/breaks/breakService.ts';
import { createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../electron/services/history/database.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { MINUTE, NINE, senseOf, UTC } from './breaks.ts';

/**
 * A process of its own with the real service and database: `node breaksProcess.ts FOLDER`. It lives through two hours by a
 * clock moved by hand, prints its state after each step and then waits to be killed.
 */
let nowMs = NINE;
const timer: { run: () => void } = { run: () => undefined };
const { db } = openDatabase(process.argv[2] ?? '', 'now');
const store = createBreakStore(db);
const service = createBreakService({
  clock: {
    now: () => nowMs,
    setTimer: (_, run) => {
      timer.run = run;
      return run;
    },
    clearTimer: () => undefined,
  },
  local: UTC,
  presence: { read: () => senseOf() },
  settings: () => DEFAULT_SETTINGS,
  store: () => store,
  newId: uuidv7,
});
service.start();
for (let minute = 1; minute <= 120; minute++) {
  nowMs += MINUTE;
  timer.run();
  if (minute === 50) service.act({ action: 'snooze', minutes: 15 });
  if (minute === 70) service.act({ action: 'start-now' });
  if (minute === 72) service.act({ action: 'done', how: 'reported' });
  if (minute === 119) service.act({ action: 'pause', for: 'tomorrow' });
}
process.stdout.write(`${JSON.stringify(service.snapshot())}\n`);
setInterval(() => undefined, 60_000);
