import {
  BREAK_LIMITS,
  type BreakSettings,
  DEFAULT_BREAK_SETTINGS,
  type HoursRange,
} from '../../shared/breaks/breakSettings.ts';
import { between, type Random } from '../clips/random.ts';

/** Settings as anyone might choose them, from the usual to the odd. */
export function randomBreakSettings(random: Random): BreakSettings {
  const chance = (share: number): boolean => random() < share;
  const whole = (least: number, most: number): number => Math.floor(between(random, least, most + 1));
  const within = ([least, most]: readonly [number, number]): number => whole(least, most);
  const usualOr = <T>(usual: T, other: () => T): T => (chance(0.4) ? usual : other());
  const range = (): HoursRange =>
    chance(0.5)
      ? { fromMinute: whole(5 * 60, 11 * 60), toMinute: whole(14 * 60, 23 * 60) }
      : { fromMinute: whole(0, 1439), toMinute: whole(0, 1440) };
  const day = (): HoursRange[] => Array.from({ length: whole(0, 3) }, range);
  const allDay: HoursRange[] = [{ fromMinute: 0, toMinute: 1440 }];
  const usual = DEFAULT_BREAK_SETTINGS;
  return {
    ...usual,
    enabled: chance(0.97),
    intervalMinutes: usualOr(usual.intervalMinutes, () =>
      chance(0.5) ? whole(30, 60) : within(BREAK_LIMITS.intervalMinutes),
    ),
    warningSeconds: usualOr(usual.warningSeconds, () => (chance(0.3) ? 0 : within(BREAK_LIMITS.warningSeconds))),
    snoozesAtMost: usualOr(usual.snoozesAtMost, () => within(BREAK_LIMITS.snoozes)),
    idleMinutes: usualOr(usual.idleMinutes, () => (chance(0.7) ? whole(2, 8) : within(BREAK_LIMITS.idleMinutes))),
    whenUnknown: chance(0.7) ? 'remind' : 'wait',
    hours: chance(0.3) ? usual.hours : chance(0.3) ? usual.hours.map(() => allDay) : usual.hours.map(day),
    holdInFullScreen: chance(0.8),
    holdInCalls: chance(0.8),
    holdInDoNotDisturb: chance(0.8),
    typingWaitMinutes: usualOr(usual.typingWaitMinutes, () => within(BREAK_LIMITS.typingWaitMinutes)),
  };
}
