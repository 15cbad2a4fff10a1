import { describe, expect, test } from 'vitest';
import { createSettingsDraft } from '../../renderer/settingsDraft.ts';
import type { SettingsChange } from '../../shared/settings/settings.ts';

/** Saving that is answered by hand, in any order. */
function openDraft() {
  const calls: { change: SettingsChange; answer: (isSaved: boolean) => void }[] = [];
  const draft = createSettingsDraft(
    (change) =>
      new Promise((resolve, reject) => {
        calls.push({ change, answer: (isSaved) => (isSaved ? resolve() : reject(new Error('full'))) });
      }),
  );
  return { draft, calls };
}

describe('a settings draft', () => {
  test('shows a change before it is saved', async () => {
    const { draft, calls } = openDraft();
    const saving = draft.change({ tones: false });
    expect(draft.snapshot()).toEqual({ changed: { tones: false }, failed: false });
    calls[0]?.answer(true);
    expect(await saving).toBe(true);
    expect(draft.snapshot()).toEqual({ changed: { tones: false }, failed: false });
  });

  test('what could not be saved goes along with the next change', async () => {
    const { draft, calls } = openDraft();
    const first = draft.change({ personHeightCm: 181 });
    calls[0]?.answer(false);
    expect(await first).toBe(false);
    expect(draft.snapshot()).toEqual({ changed: { personHeightCm: 181 }, failed: true });
    const second = draft.change({ soreSide: 'left' });
    expect(calls[1]?.change).toEqual({ personHeightCm: 181, soreSide: 'left' });
    calls[1]?.answer(true);
    expect(await second).toBe(true);
    expect(draft.snapshot().failed).toBe(false);
    void draft.change({});
    expect(calls[2]?.change).toEqual({});
  });

  test('a field that was changed once more while it was saved is not taken for saved', async () => {
    const { draft, calls } = openDraft();
    const first = draft.change({ goals: ['running'] });
    const second = draft.change({ goals: [] });
    calls[0]?.answer(true);
    await first;
    calls[1]?.answer(false);
    expect(await second).toBe(false);
    void draft.change({});
    expect(calls[2]?.change).toEqual({ goals: [] });
  });

  test('fields of the breaks that were changed one after the other are kept together', async () => {
    const { draft, calls } = openDraft();
    const first = draft.change({ breaks: { sound: false } });
    calls[0]?.answer(false);
    await first;
    const second = draft.change({ breaks: { intervalMinutes: 30 } });
    expect(draft.snapshot().changed).toEqual({ breaks: { sound: false, intervalMinutes: 30 } });
    expect(calls[1]?.change).toEqual({ breaks: { sound: false, intervalMinutes: 30 } });
    calls[1]?.answer(true);
    await second;
    void draft.change({ tones: false });
    expect(calls[2]?.change).toEqual({ tones: false });
  });

  test('a failure that a later success has made good is no failure', async () => {
    const { draft, calls } = openDraft();
    const first = draft.change({ voice: false });
    const second = draft.change({ tones: false });
    calls[1]?.answer(true);
    await second;
    calls[0]?.answer(false);
    await first;
    expect(draft.snapshot().failed).toBe(false);
  });
});
