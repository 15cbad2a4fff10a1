import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '../../shared/contract/contract.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsChange,
} from '../../shared/settings/settings.ts';
import { toDisk } from './history/toDisk.ts';

/** The person's settings, in a small JSON file of their own: they survive trouble with the history. */
export interface SettingsFile {
  read(): Settings;
  change(change: SettingsChange): Settings;
  /** Tells of every change after it was saved. */
  subscribe(listener: () => void): void;
  /** What there could not be read when it was opened: the usual settings are in use. */
  readonly notice: Notice | null;
}

const FILE = 'settings.json';

/** Never throws: with whatever lies there, the app starts. Nothing is deleted. */
export function openSettingsFile(folder: string, stamp: string): SettingsFile {
  const file = join(folder, FILE);
  const aside = join(folder, `settings-unreadable-${stamp}.json`);
  const read = readSettings(file);
  let settings = read ?? DEFAULT_SETTINGS;
  /** What could not be read still lies in the way. */
  let isInTheWay = read === null;
  const putAside = (): void => {
    if (isInTheWay) renameSync(file, aside);
    isInTheWay = false;
  };
  let notice: Notice | null = null;
  try {
    if (isInTheWay) notice = { code: 'settings-set-aside', path: aside };
    putAside();
  } catch {
    notice = { code: 'settings-unreadable', path: file };
  }
  const listeners: (() => void)[] = [];
  return {
    notice,
    read: () => settings,
    change: (change) => {
      const changed = changeSettings(settings, change);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Written beside and moved over, so that a power cut leaves the old file or the new one.
      writeFileSync(`${file}.part`, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600 });
      toDisk(`${file}.part`);
      putAside();
      renameSync(`${file}.part`, file);
      settings = changed;
      for (const listener of listeners) listener();
      return settings;
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}

/** The usual ones where there are none; null where they cannot be read. */
function readSettings(file: string): Settings | null {
  try {
    // Fields that an older app did not know get their defaults.
    return changeSettings(DEFAULT_SETTINGS, JSON.parse(readFileSync(file, 'utf8')) as SettingsChange);
  } catch (error) {
    return (error as { code?: unknown }).code === 'ENOENT' ? DEFAULT_SETTINGS : null;
  }
}
