import { expect, test } from 'vitest';
import { runLongSession, whatGrew } from '../../../tools/bench/longSession.ts';

/** A short share of `npm run bench -- --hours 4`. */
test('half an hour of a session leaves nothing behind', async () => {
  const long = await runLongSession(0.51, () => undefined);
  expect(long.samples).toHaveLength(3);
  expect(long.reps).toBeGreaterThan(250);
  // How long a frame takes is for the bench: the machine is shared here.
  expect(whatGrew(long).filter((grown) => !grown.startsWith('time'))).toEqual([]);
}, 120_000);
