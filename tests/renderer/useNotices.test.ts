import { expect, test } from 'vitest';
import { noticesNow } from '../../renderer/useNotices.ts';
import type { Notice } from '../../shared/contract/contract.ts';

const DAMAGED: Notice = { code: 'history-set-aside', path: '/data/damaged' };
const AWAY: Notice = { code: 'backup-folder-away', path: '/usb' };

test('what happened stays, also when it is settled; a folder that is back is no news', () => {
  expect(noticesNow([DAMAGED, AWAY], [])).toEqual([DAMAGED]);
  expect(noticesNow([DAMAGED], [AWAY])).toEqual([DAMAGED, AWAY]);
  expect(noticesNow([AWAY], [{ ...AWAY, path: '/other' }])).toEqual([{ ...AWAY, path: '/other' }]);
});

test('nothing new is the same list, so that nothing is drawn anew', () => {
  const known = [DAMAGED, AWAY];
  expect(noticesNow(known, [AWAY])).toBe(known);
});
