import { z } from 'zod';

const count = z.int().min(0);

/**
 * What was done on a local day: by a real person, before the camera or by the clock. Desk breaks stand by themselves, not
 * among the sessions, but their reps are reps. Deleted sessions are left out.
 */
export const calendarDaySchema = z.object({
  date: z.iso.date(),
  /** Sessions with something done in them. */
  sessions: count,
  /** Time spent in sessions, without pauses of more than ten minutes. */
  activeMs: count,
  sets: count,
  /** As the person left the count. */
  reps: count,
  /** Desk breaks that were done. */
  breaks: count,
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

export const calendarRequestSchema = z
  .strictObject({ fromDate: z.iso.date(), toDate: z.iso.date() })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, 'The first date comes before the last.')
  .refine(({ fromDate, toDate }) => Date.parse(toDate) - Date.parse(fromDate) <= 400 * 86_400_000, 'At most 400 days.');

export const calendarSchema = z.object({
  /** By the machine's clock and zone, as are all days here. */
  today: z.iso.date(),
  /** Of the first session or break ever; null before. */
  firstDate: z.iso.date().nullable(),
  /** Days with anything in them, the oldest first. */
  days: z.array(calendarDaySchema),
});
export type Calendar = z.infer<typeof calendarSchema>;
