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
  let unsaved: SettingsChange = {};
  let state: DraftState = { changed: {}, failed: false };
  const become = (part: Partial<DraftState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  return {
    change: async (change) => {
      unsaved = together(unsaved, change);
      become({ changed: together(state.changed, change) });
      const sent = unsaved;
      try {
        await save(sent);
      } catch {
        become({ failed: Object.keys(unsaved).length > 0 });
        return false;
      }
      // What was changed once more meanwhile is on its way again.
      unsaved = without(unsaved, sent);
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

/** Of the breaks, any of their fields may be changed. */
function together(before: SettingsChange, change: SettingsChange): SettingsChange {
  const breaks = before.breaks || change.breaks ? { breaks: { ...before.breaks, ...change.breaks } } : {};
  return { ...before, ...change, ...breaks };
}

function without(unsaved: SettingsChange, sent: SettingsChange): SettingsChange {
  const changed = Object.entries(unsaved).filter(([field, value]) => value !== sent[field as keyof SettingsChange]);
  return Object.fromEntries(changed);
}

/** The settings as the person sees them, ahead of what is saved. `save` stays the one that was given first. */
export function useSettingsDraft(
  settings: Settings,
  save: (change: SettingsChange) => Promise<void>,
): { draft: Settings; failed: boolean; change: SettingsDraft['change'] } {
  const [store] = useState(() => createSettingsDraft(save));
  const { changed, failed } = useSyncExternalStore(store.subscribe, store.snapshot);
  const breaks = { ...settings.breaks, ...changed.breaks } as Settings['breaks'];
  return { draft: { ...settings, ...(changed as Partial<Settings>), breaks }, failed, change: store.change };
}
