import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsChange,
} from '../../shared/settings/settings.ts';

/** The person's settings, in a small JSON file of their own: they survive trouble with the history. */
export interface SettingsFile {
  read(): Settings;
  change(change: SettingsChange): Settings;
  /** Tells of every change after it was saved. */
  subscribe(listener: () => void): void;
  /** Where an unreadable settings file was put when this one was opened. */
  readonly setAside: string | null;
}

const FILE = 'settings.json';

export function openSettingsFile(folder: string, stamp: string): SettingsFile {
  const file = join(folder, FILE);
  let settings = DEFAULT_SETTINGS;
  let setAside: string | null = null;
  const listeners: (() => void)[] = [];
  if (existsSync(file)) {
    const read = parse(readFileSync(file, 'utf8'));
    if (read) settings = read;
    else {
      setAside = join(folder, `settings-unreadable-${stamp}.json`);
      renameSync(file, setAside);
    }
  }
  return {
    setAside,
    read: () => settings,
    change: (change) => {
      settings = changeSettings(settings, change);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Written beside and moved over, so that a power cut leaves the old file or the new one.
      writeFileSync(`${file}.part`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.part`, file);
      for (const listener of listeners) listener();
      return settings;
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}

function parse(text: string): Settings | null {
  try {
    // Fields that an older app did not know get their defaults.
    return changeSettings(DEFAULT_SETTINGS, JSON.parse(text) as SettingsChange);
  } catch {
    return null;
  }
}
