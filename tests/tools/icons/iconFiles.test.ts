import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ICNS_SIDES_PX, ICO_SIDES_PX, icnsOf, icoOf } from '../../../tools/icons/iconFiles.ts';

const FOLDER = join(import.meta.dirname, '../../../resources/package');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The side of a PNG, in pixels. */
function sideOf(png: Buffer): number {
  expect(png.subarray(0, 8)).toEqual(PNG);
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
  return png.readUInt32BE(16);
}

test('the icon for macOS holds every size once for plain and once for fine screens', () => {
  const file = readFileSync(join(FOLDER, 'icon.icns'));
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const seen: [string, number][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    seen.push([file.toString('latin1', at, at + 4), sideOf(file.subarray(at + 8))]);
  }
  expect(Object.fromEntries(seen)).toEqual({
    ...{ ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 },
  });
});

test('the icon for Windows names each picture by its size and place', () => {
  const file = readFileSync(join(FOLDER, 'icon.ico'));
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, ICO_SIDES_PX.length]);
  let end = 6 + 16 * ICO_SIDES_PX.length;
  ICO_SIDES_PX.forEach((sidePx, i) => {
    const entry = 6 + 16 * i;
    const at = file.readUInt32LE(entry + 12);
    expect(at).toBe(end);
    end = at + file.readUInt32LE(entry + 8);
    expect(sideOf(file.subarray(at, end))).toBe(sidePx);
    expect(file.readUInt8(entry) || 256).toBe(sidePx);
  });
  expect(end).toBe(file.length);
});

test('a size that a Mac has no name for is refused', () => {
  expect(() => icnsOf([{ sidePx: 100, png: PNG }])).toThrow('100 px');
  expect(ICNS_SIDES_PX.map((sidePx) => icnsOf([{ sidePx, png: PNG }]).length)).toEqual([24, 24, 24, 40, 40, 24]);
  expect(icoOf([{ sidePx: 256, png: PNG }]).readUInt8(6)).toBe(0);
});
