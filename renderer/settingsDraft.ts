import { useState, useSyncExternalStore } from 'react';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';

/** What a screen changes in the settings. What could not be saved is kept and goes along with the next change. */
export interface SettingsDraft {
  /** Saves this and all that is not saved yet; true when everything is. With `{}` it only tries again. */
  change(change: SettingsChange): Promise<boolean>;
  readonly snapshot: () => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface DraftState {
  /** Everything that was changed here, saved or not. */
  readonly changed: SettingsChange;
  /** The last try to save failed, and something is still not saved. */
  readonly failed: boolean;
}

export function createSettingsDraft(save: (change: SettingsChange) => Promise<void>): SettingsDraft {
  const listeners = new Set<() => void>();
  const unsaved = new Map<string, unknown>();
  let state: DraftState = { changed: {}, failed: false };
  const become = (part: Partial<DraftState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  return {
    change: async (change) => {
      for (const [field, value] of Object.entries(change)) unsaved.set(field, value);
      become({ changed: { ...state.changed, ...change } });
      const sent = [...unsaved];
      try {
        await save(Object.fromEntries(sent));
      } catch {
        become({ failed: unsaved.size > 0 });
        return false;
      }
      for (const [field, value] of sent) {
        // What was changed once more meanwhile is on its way again.
        if (unsaved.get(field) === value) unsaved.delete(field);
      }
      become({ failed: false });
      return true;
    },
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The settings as the person sees them, ahead of what is saved. `save` stays the one that was given first. */
export function useSettingsDraft(
  settings: Settings,
  save: (change: SettingsChange) => Promise<void>,
): { draft: Settings; failed: boolean; change: SettingsDraft['change'] } {
  const [store] = useState(() => createSettingsDraft(save));
  const { changed, failed } = useSyncExternalStore(store.subscribe, store.snapshot);
  return { draft: { ...settings, ...(changed as Partial<Settings>) }, failed, change: store.change };
}
