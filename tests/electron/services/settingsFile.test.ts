import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettingsFile } from '../../../electron/services/settingsFile.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { tempFolder } from '../../support/tempFolder.ts';

test('a folder in the place of the file is put aside, and settings can be kept', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'settings.json', 'something of theirs'), { recursive: true });
  const settings = openSettingsFile(folder, 'now');
  const aside = join(folder, 'settings-unreadable-now.json');
  expect(settings.notice).toEqual({ code: 'settings-set-aside', path: aside });
  expect(settings.read()).toEqual(DEFAULT_SETTINGS);
  settings.change({ personHeightCm: 181 });
  expect(openSettingsFile(folder, 'later')).toMatchObject({ notice: null });
  expect(openSettingsFile(folder, 'later').read().personHeightCm).toBe(181);
  expect(existsSync(join(aside, 'something of theirs'))).toBe(true);
});

test('a file that can be neither read nor put aside is said to be there, and is not written over', () => {
  const folder = tempFolder();
  const file = join(folder, 'settings.json');
  writeFileSync(file, '{ nonsense');
  // Nothing can be moved over a folder with something in it.
  const aside = join(folder, 'settings-unreadable-now.json');
  mkdirSync(join(aside, 'something'), { recursive: true });
  const settings = openSettingsFile(folder, 'now');
  expect(settings.notice).toEqual({ code: 'settings-unreadable', path: file });
  expect(() => settings.change({ personHeightCm: 181 })).toThrow();
  expect(settings.read()).toEqual(DEFAULT_SETTINGS);
  expect(readFileSync(file, 'utf8')).toBe('{ nonsense');

  rmSync(aside, { recursive: true });
  settings.change({ personHeightCm: 181 });
  expect(openSettingsFile(folder, 'later').read().personHeightCm).toBe(181);
  expect(readFileSync(aside, 'utf8')).toBe('{ nonsense');
});
