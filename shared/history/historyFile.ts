import { z } from 'zod';
import {
  DEFAULT_SETTINGS,
  PROGRAMMES_AT_MOST,
  type Settings,
  type SettingsChange,
  settingsSchema,
} from '../settings/settings.ts';
import { wallMsSchema } from './wallMs.ts';

/** What a history file says of itself before its records. */
export const HISTORY_FORMAT = 'soleus-history/1';

/** Of the settings, what is the person's and not the machine's; how they want their breaks differs from desk to desk. */
const PERSON_FIELDS = {
  ...({ personHeightCm: true, birthYear: true, sex: true, soreSide: true, equipment: true, goals: true } as const),
  ...({ minutesAtHand: true, trainingDaysPerWeek: true, programmes: true } as const),
};
const personSchema = settingsSchema.pick(PERSON_FIELDS).partial().strict();
export type PersonSettings = z.infer<typeof personSchema>;

/** The parts of the file that stand before and after the records, by name. */
export const FILE_PARTS = {
  format: z.literal(HISTORY_FORMAT),
  /** Of the app that wrote it. */
  app: z.string().max(100),
  /** Of its database. */
  schema: z.int().min(1).max(10_000),
  exportedAtMs: wallMsSchema,
  settings: personSchema,
  /** How many records of each kind there are; it comes last, so that a file without its end is known. */
  counts: z.record(z.string().max(40), z.int().min(0)),
} as const;

export function personSettings(settings: Settings): PersonSettings {
  return settingsSchema.pick(PERSON_FIELDS).parse(settings);
}

/**
 * What of another machine's settings is taken over here: programmes that are not here, as far as there is room, and what the
 * person has not said on this machine yet. What they have said stays.
 */
export function takeOver(settings: Settings, { programmes = [], ...profile }: PersonSettings): SettingsChange {
  const here = new Set(settings.programmes.map(({ id }) => id));
  const all = [...settings.programmes, ...programmes.filter(({ id }) => !here.has(id))].slice(0, PROGRAMMES_AT_MOST);
  const unsaid = Object.entries(profile).filter(([field, value]) => {
    const key = field as keyof typeof profile;
    const isSaid = JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]);
    return !isSaid && value !== undefined && JSON.stringify(value) !== JSON.stringify(settings[key]);
  });
  return { ...Object.fromEntries(unsaid), ...(all.length > settings.programmes.length ? { programmes: all } : {}) };
}
