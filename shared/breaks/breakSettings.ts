import { z } from 'zod';
import { BREAK_EXERCISES, BREAK_PLACES } from './places.ts';

/** How and when the person wants to be called out of the chair. */
const within = (what: string, [least, most]: readonly [number, number], unit = ''): z.ZodInt => {
  const sentence = `${what} must be between ${least} and ${most}${unit}.`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
};

/** The ranges of what can be chosen; the screens offer them, and the errors name them. */
export const BREAK_LIMITS = {
  intervalMinutes: [10, 120],
  warningSeconds: [0, 300],
  snoozes: [0, 5],
  idleMinutes: [2, 30],
  typingWaitMinutes: [0, 10],
  ranges: [0, 3],
  targets: [0, 5],
  timesADay: [1, 6],
} as const;

/**
 * A stretch of the day, in minutes after midnight. One that ends no later than it begins goes past midnight and belongs to
 * the day on which it begins; from and to the same minute it is a whole day.
 */
export const hoursRangeSchema = z.strictObject({
  fromMinute: within('The start of the hours', [0, 1439], ' minutes after midnight'),
  toMinute: within('The end of the hours', [0, 1440], ' minutes after midnight'),
});
export type HoursRange = z.infer<typeof hoursRangeSchema>;

const WEEK_SENTENCE = 'The hours have seven days, Monday first.';
const RANGES_SENTENCE = `A day has at most ${BREAK_LIMITS.ranges[1]} stretches of hours.`;
const PLACES_SENTENCE = 'Choose at least one place for breaks.';
const TARGETS_SENTENCE = `There is room for ${BREAK_LIMITS.targets[1]} daily targets.`;
const VOLUME_SENTENCE = 'The volume of the break sound is between 0 and 1.';

export const WHEN_UNKNOWN = ['remind', 'wait'] as const;

export const breakSettingsSchema = z.object({
  enabled: z.boolean(),
  /** From the end of one break to the next. */
  intervalMinutes: within('The time between breaks', BREAK_LIMITS.intervalMinutes, ' minutes'),
  /** How long before a break it is announced; 0 for not at all. */
  warningSeconds: within('The warning ahead of a break', BREAK_LIMITS.warningSeconds, ' seconds'),
  /** How often one break may be put off. */
  snoozesAtMost: within('The number of snoozes', BREAK_LIMITS.snoozes),
  /** Hands that are still for so long are taken as nobody there. A locked screen says it sooner. */
  idleMinutes: within('The time without keyboard and mouse', BREAK_LIMITS.idleMinutes, ' minutes'),
  /** Where the system does not tell whether someone is there: remind by the clock, or wait until it does. */
  whenUnknown: z.enum(WHEN_UNKNOWN),
  /** Monday first. */
  hours: z.array(z.array(hoursRangeSchema).max(BREAK_LIMITS.ranges[1], RANGES_SENTENCE)).length(7, WEEK_SENTENCE),
  holdInFullScreen: z.boolean(),
  holdInCalls: z.boolean(),
  holdInDoNotDisturb: z.boolean(),
  /** A break that is due waits at most so long for a pause in typing; 0 for not at all. */
  typingWaitMinutes: within('The wait for a pause in typing', BREAK_LIMITS.typingWaitMinutes, ' minutes'),
  places: z.array(z.enum(BREAK_PLACES)).min(1, PLACES_SENTENCE).max(BREAK_PLACES.length),
  dailyTargets: z
    .array(
      z.strictObject({
        exercise: z.enum(BREAK_EXERCISES),
        times: within('A daily target', BREAK_LIMITS.timesADay, ' times a day'),
      }),
    )
    .max(BREAK_LIMITS.targets[1], TARGETS_SENTENCE),
  sound: z.boolean(),
  soundVolume: z.number().min(0, VOLUME_SENTENCE).max(1, VOLUME_SENTENCE),
  startAtLogin: z.boolean(),
});
export type BreakSettings = z.infer<typeof breakSettingsSchema>;

const WORKDAY: HoursRange[] = [{ fromMinute: 8 * 60, toMinute: 18 * 60 }];

export const DEFAULT_BREAK_SETTINGS: BreakSettings = {
  enabled: true,
  intervalMinutes: 45,
  warningSeconds: 30,
  snoozesAtMost: 2,
  idleMinutes: 3,
  whenUnknown: 'remind',
  hours: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []],
  holdInFullScreen: true,
  holdInCalls: true,
  holdInDoNotDisturb: true,
  typingWaitMinutes: 3,
  places: ['desk', 'wall'],
  dailyTargets: [{ exercise: 'wall-calf-stretch', times: 3 }],
  sound: true,
  soundVolume: 0.5,
  startAtLogin: false,
};
