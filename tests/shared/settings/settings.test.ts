import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { usualBlock } from '../../../shared/session/sessionPlan.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  PROGRAMMES_AT_MOST,
  type Programme,
  problemOf,
  programmeSchema,
  type SettingsChange,
  settingsSchema,
} from '../../../shared/settings/settings.ts';

const { personHeightCm, birthYear, programmes } = settingsSchema.shape;

function aProgramme(changes: Partial<Programme> = {}): Programme {
  return { id: uuidv7(), name: 'Morning', blocks: [usualBlock('calf-raise-double', 'main')], ...changes };
}

describe('the settings', () => {
  test('are valid from the beginning', () => {
    expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  test.each<SettingsChange>([
    { personHeightCm: 119 },
    { birthYear: 2021 },
    { programmes: [aProgramme({ blocks: [] })] },
    { goals: ['running', 'running', 'running', 'running'] },
  ])('a change out of range is refused: %o', (change) => {
    expect(() => changeSettings(DEFAULT_SETTINGS, change)).toThrow();
  });
});

describe('what is wrong with a field is said with its name and range', () => {
  test.each([
    [
      personHeightCm,
      [null, 120, 230, 175.5],
      [119, 231, Number.NaN, 'tall'],
      'Your height must be between 120 and 230 cm.',
    ],
    [
      birthYear,
      [null, 1910, 2020],
      [1909, 2021, 1984.5, Number.NaN],
      'The year of birth must be between 1910 and 2020.',
    ],
    [
      programmeSchema.shape.name,
      ['a', 'x'.repeat(60), ' a '],
      ['', '   ', 'x'.repeat(61)],
      'A name has 1 to 60 letters.',
    ],
  ])('%#', (field, good, bad, sentence) => {
    for (const value of good) expect(problemOf(field, value)).toBeNull();
    for (const value of bad) expect(problemOf(field, value)).toBe(sentence);
  });

  test('programmes', () => {
    const full = Array.from({ length: PROGRAMMES_AT_MOST }, () => aProgramme());
    expect(problemOf(programmes, full)).toBeNull();
    expect(problemOf(programmes, [...full, aProgramme()])).toBe('There is room for 50 programmes.');
  });
});
