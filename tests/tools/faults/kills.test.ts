import { expect, test } from 'vitest';
import { EVERY_MOMENT, killAgainAndAgain } from '../../../tools/faults/kills.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/** A short share of `npm run test:faults`. Windows ends processes in another way. */
test.skipIf(process.platform === 'win32')(
  'power cuts in the midst of whatever it does lose nothing that was answered',
  async () => {
    const dataFolder = `${tempFolder()}/data`;
    const { during, records } = await killAgainAndAgain({ kills: EVERY_MOMENT, seed: 4, dataFolder });
    expect(Object.values(during)).toEqual(Array(EVERY_MOMENT).fill(1));
    expect(records).toBeGreaterThan(80);
  },
  120_000,
);
