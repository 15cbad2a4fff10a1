import { afterEach, describe, expect, test } from 'vitest';
import { text } from '../../../renderer/messages/en.ts';
import {
  cmOfFeet,
  feetAndInches,
  formatAboutLength,
  formatBodyHeight,
  formatDistances,
  formatLength,
  lengthScale,
  setUnits,
  unitsOf,
} from '../../../renderer/messages/units.ts';

afterEach(() => setUnits('metric'));

test.each([
  ['auto', 'en-US', 'imperial'],
  ['auto', 'en', 'imperial'],
  ['auto', 'en-GB', 'metric'],
  ['auto', 'de', 'metric'],
  ['metric', 'en-US', 'metric'],
  ['imperial', 'fr-FR', 'imperial'],
] as const)('%s for %s is %s', (choice, locale, units) => {
  expect(unitsOf(choice, locale)).toBe(units);
});

describe('lengths', () => {
  test('in centimetres', () => {
    expect(formatLength(11.5)).toBe('11.5 cm');
    expect(formatAboutLength(7.94)).toBe('about 7.9 cm');
    expect(formatBodyHeight(175)).toBe('175 cm');
    expect(formatDistances(2, 3.5)).toBe('2 to 3.5 m');
  });

  test('in feet and inches', () => {
    setUnits('imperial');
    expect(formatLength(11.43)).toBe('4.5 in');
    expect(formatAboutLength(7.62)).toBe('about 3.0 in');
    expect(formatBodyHeight(175.26)).toBe('5 ft 9 in');
    expect(formatBodyHeight(182.8)).toBe('6 ft 0 in');
    expect(formatDistances(2, 4)).toBe('7 to 13 ft');
    expect(text.checks.about['knee-to-wall']()).toContain('3.9 in');
  });

  test('what was entered in feet and inches comes back as it was', () => {
    for (let feet = 4; feet <= 7; feet++) {
      for (let tenths = 0; tenths < 120; tenths++) {
        expect(feetAndInches(cmOfFeet(feet, tenths / 10))).toEqual({ feet, inches: tenths / 10 });
      }
    }
  });

  test('a short length is entered in quarters of an inch, and stays what it was chosen to be', () => {
    setUnits('imperial');
    const scale = lengthScale();
    expect(scale.of(10)).toBe(4);
    for (let inches = 0; inches <= 16; inches += scale.step) expect(scale.of(scale.toCm(inches))).toBe(inches);
  });
});
