import { z } from 'zod';
import { type BreakSettings, breakSettingsSchema, DEFAULT_BREAK_SETTINGS } from '../breaks/breakSettings.ts';
import { EQUIPMENT } from '../exercises/catalogue.ts';
import { LAST_WALL_MS } from '../history/wallMs.ts';
import { PLAN_LIMITS, sessionPlanSchema } from '../session/sessionPlan.ts';

/** What the browser calls its cameras and its graphics driver; neither comes near this length. */
const systemName = z.string().max(500);
const volume = z.number().min(0, 'A volume is between 0 and 1.').max(1, 'A volume is between 0 and 1.');
/** The least and the most that a height may be, in cm. */
export const PERSON_HEIGHT_CM = [120, 230] as const;
const HEIGHT_RANGE = `Your height must be between ${PERSON_HEIGHT_CM[0]} and ${PERSON_HEIGHT_CM[1]} cm.`;

export const POSE_MODEL_CHOICES = ['auto', 'lite', 'full'] as const;
export const DELEGATE_CHOICES = ['auto', 'CPU', 'GPU'] as const;

/** The pose set-up that a short measurement found best on this machine. */
export const poseMeasurementSchema = z.object({
  model: z.enum(['lite', 'full']),
  delegate: z.enum(['CPU', 'GPU']),
  /** Median time of one inference of that set-up, in ms. */
  inferenceMs: z.number().positive().max(600_000),
  /** The graphics driver it was measured with; with another one it is measured anew. */
  renderer: systemName,
});
export type PoseMeasurement = z.infer<typeof poseMeasurementSchema>;

export const GOALS = ['stiff-calves', 'desk-back', 'running'] as const;
export type Goal = (typeof GOALS)[number];
/** Which calf is stiff or sore. */
export const SORE_SIDES = ['none', 'left', 'right', 'both'] as const;
/** Sessions are built for so many minutes. */
export const MINUTES_AT_HAND = ['5', '10', '20'] as const;
export type MinutesAtHand = (typeof MINUTES_AT_HAND)[number];
/** Which lengths are read in; `auto` is as usual where the person is. */
export const UNIT_CHOICES = ['auto', 'metric', 'imperial'] as const;
/** How much is said in a set. */
export const COACHING = ['little', 'usual', 'much'] as const;
export type Coaching = (typeof COACHING)[number];

export const PROGRAMMES_AT_MOST = 50;
const WEEK_GOAL_RANGE = 'The goal for a week must be between 1 and 7 days.';
const BIRTH_YEAR_RANGE = 'The year of birth must be between 1910 and 2020.';
const NAME_RANGE = 'A name has 1 to 60 letters.';

/** A sequence of the person's own. */
export const programmeSchema = z.strictObject({
  id: z.uuidv7(),
  name: z.string().trim().min(1, NAME_RANGE).max(60, NAME_RANGE),
  blocks: sessionPlanSchema.shape.blocks.max(PLAN_LIMITS.blocks[1]),
});
export type Programme = z.infer<typeof programmeSchema>;

/** What the person has chosen. */
export const settingsSchema = z.object({
  personHeightCm: z
    .number(HEIGHT_RANGE)
    .min(PERSON_HEIGHT_CM[0], HEIGHT_RANGE)
    .max(PERSON_HEIGHT_CM[1], HEIGHT_RANGE)
    .nullable(),
  /** For the norms of the heel-rise check; both may be kept to oneself. */
  birthYear: z.int(BIRTH_YEAR_RANGE).min(1910, BIRTH_YEAR_RANGE).max(2020, BIRTH_YEAR_RANGE).nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  /** Null until the person has said. */
  soreSide: z.enum(SORE_SIDES).nullable(),
  equipment: z.array(z.enum(EQUIPMENT)).max(EQUIPMENT.length),
  goals: z.array(z.enum(GOALS)).max(GOALS.length),
  minutesAtHand: z.enum(MINUTES_AT_HAND),
  units: z.enum(UNIT_CHOICES),
  /** Days with training in a week that the person aims for; what is more is welcome, and a day without is rest. */
  trainingDaysPerWeek: z.int(WEEK_GOAL_RANGE).min(1, WEEK_GOAL_RANGE).max(7, WEEK_GOAL_RANGE),
  programmes: z.array(programmeSchema).max(PROGRAMMES_AT_MOST, `There is room for ${PROGRAMMES_AT_MOST} programmes.`),
  /** The welcome was gone through or skipped; when to stop was read. */
  welcomed: z.boolean(),
  redFlagsRead: z.boolean(),
  /** Rungs that opened up to this moment (ms since 1970) have been celebrated. */
  celebratedUntilMs: z.int().min(0).max(LAST_WALL_MS),
  coaching: z.enum(COACHING),
  /** A raised hand pauses and goes on. */
  handPauses: z.boolean(),
  /** Keys of one sign work in a session: M, G, B, + and −. */
  letterKeys: z.boolean(),
  breaks: breakSettingsSchema,
  /** Null for the folder beside the history. */
  backupFolder: z.string().max(4096).nullable(),
  cameraId: systemName.nullable(),
  /** In rests, and while a clock leads, the camera is off. */
  cameraOffBetweenSets: z.boolean(),
  voice: z.boolean(),
  voiceVolume: volume,
  tones: z.boolean(),
  toneVolume: volume,
  poseModel: z.enum(POSE_MODEL_CHOICES),
  poseDelegate: z.enum(DELEGATE_CHOICES),
  poseMeasurement: poseMeasurementSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsChange = {
  readonly [Field in Exclude<keyof Settings, 'breaks'>]?: Settings[Field] | undefined;
} & { readonly breaks?: { readonly [Field in keyof BreakSettings]?: BreakSettings[Field] | undefined } | undefined };
/** Any fields, and of the breaks any of theirs. */
export const settingsChangeSchema = settingsSchema
  .extend({ breaks: breakSettingsSchema.partial().strict() })
  .partial()
  .strict();

export const DEFAULT_SETTINGS: Settings = {
  personHeightCm: null,
  birthYear: null,
  sex: null,
  soreSide: null,
  equipment: ['wall'],
  goals: [],
  minutesAtHand: '10',
  units: 'auto',
  trainingDaysPerWeek: 3,
  programmes: [],
  welcomed: false,
  redFlagsRead: false,
  celebratedUntilMs: 0,
  coaching: 'usual',
  handPauses: true,
  letterKeys: true,
  breaks: DEFAULT_BREAK_SETTINGS,
  backupFolder: null,
  cameraId: null,
  cameraOffBetweenSets: false,
  voice: true,
  voiceVolume: 0.9,
  tones: true,
  toneVolume: 0.6,
  poseModel: 'auto',
  poseDelegate: 'auto',
  poseMeasurement: null,
};

/**
 * Settings with some fields changed.
 *
 * @throws ZodError naming the field that is out of its range
 */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const breaks = { ...settings.breaks, ...given(change.breaks ?? {}) };
  return settingsSchema.parse({ ...settings, ...given(change), breaks });
}

function given(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** What is wrong with a value of one field, in the words of its schema, which name the field; null when it may be kept. */
export function problemOf(field: z.ZodType, value: unknown): string | null {
  return field.safeParse(value).error?.issues[0]?.message ?? null;
}
