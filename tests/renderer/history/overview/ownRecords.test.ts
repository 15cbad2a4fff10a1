import { expect, test } from 'vitest';
import { ownRecords } from '../../../../renderer/history/overview/ownRecords.ts';
import { text } from '../../../../renderer/messages/en.ts';
import { ankleTest, at, override, past } from '../../../support/pasts.ts';

test('overrides and ankle tests stand among each other, the latest first', () => {
  const progress = past(override(at(1), 'pogo-double'), ankleTest(at(3), true), {
    checks: [
      { kind: 'knee-to-wall', side: 'right', atMs: at(5), value: 9.5, passed: false, heightCm: null },
      { kind: 'balance', side: 'right', atMs: at(6), value: 30, passed: null, heightCm: null },
    ],
  });
  expect(ownRecords(progress).map(({ words }) => words)).toEqual([
    expect.stringContaining('right: 9.5 cm, not passed yet'),
    expect.stringContaining('left: passed'),
    text.ladder.override('pogo-double', 'My physio cleared me.'),
  ]);
});
