import { expect, test } from 'vitest';
import { lookedAtSize } from '../../../renderer/video/pictureSize.ts';

test.each([
  ['a laptop’s', { width: 640, height: 480 }, { width: 640, height: 480 }],
  ['4K', { width: 3840, height: 2160 }, { width: 1280, height: 720 }],
  ['4K on end', { width: 2160, height: 3840 }, { width: 1280, height: 2276 }],
  ['a claim without measure', { width: 1000, height: 65_535 }, { width: 39, height: 2560 }],
  ['a line', { width: 65_535, height: 1 }, { width: 1280, height: 1 }],
])('%s picture is looked at in a size that fits', (_, size, looked) => {
  expect(lookedAtSize(size)).toEqual(looked);
});
