import { expect, onTestFinished, test } from 'vitest';
import { createServices } from '../../../../electron/services/services.ts';
import { correctCount } from '../../../../renderer/history/session/changes.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

test('a correction and its undoing are each there once, however often their answers are lost', async () => {
  const services = createServices({ dataFolder: tempFolder(), host: 'browser', version: '1', now: () => 1e12 });
  onTestFinished(() => services.close());
  const { api } = services;
  const session = aSession();
  const set = aSet(session.id);
  await api['history.startSession'](session);
  await api['history.startSet'](set);
  await api['history.addRep'](aRep(set.id, 1));
  const corrected = async (): Promise<number | undefined> =>
    (await api['history.session']({ id: session.id }))?.sets[0]?.corrected;
  const { apply, revert } = correctCount(api, set, 1);
  await apply();
  await apply();
  expect(await corrected()).toBe(1);
  await revert();
  await revert();
  expect(await corrected()).toBe(0);
});
