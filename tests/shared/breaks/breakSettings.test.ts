import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { DEFAULT_BREAK_SETTINGS } from '../../../shared/breaks/breakSettings.ts';
import { changeSettings, DEFAULT_SETTINGS, settingsChangeSchema } from '../../../shared/settings/settings.ts';

describe('the settings of breaks', () => {
  test('begin with sane ones, and change one at a time', () => {
    expect(changeSettings(DEFAULT_SETTINGS, {})).toEqual(DEFAULT_SETTINGS);
    const changed = changeSettings(DEFAULT_SETTINGS, { breaks: { intervalMinutes: 30 } });
    expect(changed.breaks).toEqual({ ...DEFAULT_BREAK_SETTINGS, intervalMinutes: 30 });
  });

  test.each([
    ['intervalMinutes', 9, 'The time between breaks must be between 10 and 120 minutes.'],
    ['intervalMinutes', 121, 'The time between breaks must be between 10 and 120 minutes.'],
    ['intervalMinutes', 30.5, 'The time between breaks must be between 10 and 120 minutes.'],
    ['warningSeconds', 301, 'The warning ahead of a break must be between 0 and 300 seconds.'],
    ['snoozesAtMost', 6, 'The number of snoozes must be between 0 and 5.'],
    ['idleMinutes', 1, 'The time without keyboard and mouse must be between 2 and 30 minutes.'],
    ['typingWaitMinutes', 11, 'The wait for a pause in typing must be between 0 and 10 minutes.'],
    ['soundVolume', 1.1, 'The volume of the break sound is between 0 and 1.'],
    ['places', [], 'Choose at least one place for breaks.'],
    ['hours', [[]], 'The hours have seven days, Monday first.'],
    ['hours', [[{ fromMinute: 0, toMinute: 1441 }], [], [], [], [], [], []], 'The end of the hours must be'],
    ['dailyTargets', [{ exercise: 'wall-calf-stretch', times: 9 }], 'A daily target must be between 1 and 6'],
  ])('%s of %j is refused in words that name it', (field, value, sentence) => {
    const change = { breaks: { [field]: value } };
    expect(() => changeSettings(DEFAULT_SETTINGS, change)).toThrow(ZodError);
    const { error } = settingsChangeSchema.safeParse(change);
    expect(error?.issues[0]?.path.slice(0, 2)).toEqual(['breaks', field]);
    expect(error?.issues[0]?.message).toContain(sentence);
  });

  test.each([{ breaks: { intervall: 30 } }, { breaks: { dailyTargets: [{ exercise: 'pogo-double', times: 1 }] } }])(
    'refused: %j',
    (change) => {
      expect(settingsChangeSchema.safeParse(change).success).toBe(false);
    },
  );
});
