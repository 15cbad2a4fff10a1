import { z } from 'zod';
import { settingsSchema } from '../settings/settings.ts';

/** What a history file says of itself before its records. */
export const HISTORY_FORMAT = 'soleus-history/1';

/** Of the settings, what is the person's and not the machine's. */
const personSchema = settingsSchema
  .pick({
    ...{ personHeightCm: true, birthYear: true, sex: true, soreSide: true, equipment: true, goals: true },
    ...{ minutesAtHand: true, programmes: true },
  })
  .strict();
export type PersonSettings = z.infer<typeof personSchema>;

/** The parts of the file that stand before and after the records, by name. */
export const FILE_PARTS = {
  format: z.literal(HISTORY_FORMAT),
  /** Of the app that wrote it. */
  app: z.string().max(100),
  /** Of its database. */
  schema: z.int().min(1).max(10_000),
  exportedAtMs: z.int().positive(),
  settings: personSchema,
  /** How many records of each kind there are; it comes last, so that a file without its end is known. */
  counts: z.record(z.string().max(40), z.int().min(0)),
} as const;
