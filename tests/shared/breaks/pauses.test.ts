import { describe, expect, test } from 'vitest';
import { localTimeOf } from '../../../electron/services/breaks/localTime.ts';
import { initialBreaks, type Pause } from '../../../shared/breaks/breakState.ts';
import { breakOutlook } from '../../../shared/breaks/outlook.ts';
import { isPauseOver, pauseEndsMs, pauseFor } from '../../../shared/breaks/pauses.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { offsetOf } from '../../../tools/breaks/zones.ts';
import { MINUTE, NINE, senseOf, UTC } from '../../support/breaks.ts';

const HOUR = 60 * MINUTE;
const BERLIN = localTimeOf(offsetOf('Europe/Berlin'));

describe('the end of a pause', () => {
  test('of so many minutes, or when the person says so', () => {
    expect(pauseEndsMs(UTC, pauseFor(UTC, 60, NINE), NINE + MINUTE)).toBe(NINE + HOUR);
    expect(pauseEndsMs(UTC, pauseFor(UTC, 'resumed', NINE), NINE)).toBeNull();
  });

  test.each([
    ['by day', UTC, NINE],
    ['after midnight, when it is still the day before', UTC, NINE - 8 * HOUR],
    ['before the clock is set ahead', BERLIN, Date.UTC(2026, 2, 28, 15)],
    ['before the clock is set back', BERLIN, Date.UTC(2026, 9, 24, 15)],
    ['in the night of a change', BERLIN, Date.UTC(2026, 9, 25, 0, 30)],
  ])('until tomorrow is the first minute of the next day: %s', (_, local, nowMs) => {
    const pause = pauseFor(local, 'tomorrow', nowMs);
    const endMs = pauseEndsMs(local, pause, nowMs + 17 * MINUTE) ?? 0;
    expect(endMs - nowMs).toBeLessThan(25 * HOUR);
    expect(isPauseOver(local, pause, endMs - 1)).toBe(false);
    expect(isPauseOver(local, pause, endMs)).toBe(true);
  });

  test('is told also outside the hours, unless it is over before they begin', () => {
    const evening = NINE + 10 * HOUR;
    const why = (pause: Pause): string =>
      breakOutlook(
        { settings: DEFAULT_SETTINGS.breaks, local: UTC },
        { ...initialBreaks(evening), pause },
        senseOf(),
        evening,
      ).why;
    expect(why(pauseFor(UTC, 'resumed', evening))).toBe('paused');
    expect(why(pauseFor(UTC, 'tomorrow', evening))).toBe('outside-hours');
    expect(why({ untilMs: evening + 14 * HOUR })).toBe('paused');
  });
});
