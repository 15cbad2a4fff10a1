import { expect, test } from 'vitest';
import { killAgainAndAgain } from '../../../tools/faults/kills.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/** A short share of `npm run test:faults`. Windows ends processes in another way. */
test.skipIf(process.platform === 'win32')(
  'some power cuts lose nothing that was answered',
  async () => {
    const { during, records } = await killAgainAndAgain({ kills: 15, seed: 4, dataFolder: tempFolder() });
    expect(Math.min(...Object.values(during))).toBeGreaterThan(0);
    expect(records).toBeGreaterThan(100);
  },
  120_000,
);
