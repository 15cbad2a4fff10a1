import { z } from 'zod';

const volume = z.number().min(0, 'A volume is between 0 and 1.').max(1, 'A volume is between 0 and 1.');
const HEIGHT_RANGE = 'Your height must be between 120 and 230 cm.';

export const POSE_MODEL_CHOICES = ['auto', 'lite', 'full'] as const;
export const DELEGATE_CHOICES = ['auto', 'CPU', 'GPU'] as const;

/** The pose set-up that a short measurement found best on this machine. */
export const poseMeasurementSchema = z.object({
  model: z.enum(['lite', 'full']),
  delegate: z.enum(['CPU', 'GPU']),
  /** Median time of one inference of that set-up, in ms. */
  inferenceMs: z.number().positive(),
  /** The graphics driver it was measured with; with another one it is measured anew. */
  renderer: z.string(),
});
export type PoseMeasurement = z.infer<typeof poseMeasurementSchema>;

/** What the person has chosen. */
export const settingsSchema = z.object({
  personHeightCm: z.number().min(120, HEIGHT_RANGE).max(230, HEIGHT_RANGE).nullable(),
  cameraId: z.string().nullable(),
  voice: z.boolean(),
  voiceVolume: volume,
  tones: z.boolean(),
  toneVolume: volume,
  poseModel: z.enum(POSE_MODEL_CHOICES),
  poseDelegate: z.enum(DELEGATE_CHOICES),
  poseMeasurement: poseMeasurementSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsChange = { readonly [Field in keyof Settings]?: Settings[Field] | undefined };

export const DEFAULT_SETTINGS: Settings = {
  personHeightCm: null,
  cameraId: null,
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
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return settingsSchema.parse({ ...settings, ...Object.fromEntries(given) });
}
