import { z } from 'zod';
import { importReportSchema, refusalSchema } from './importing.ts';
import { logPartSchema } from './logSessions.ts';

/** How the history goes out and comes in: one piece of work at a time, asked about again and again while it goes on. */

export const EXPORT_FORMATS = ['json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Ten years of training every day are about 400 MB. */
export const MOST_FILE_BYTES = 4_000_000_000;
/** A part is read and checked in well under a tenth of a second: nothing else waits longer. */
export const MOST_PART_LETTERS = 300_000;

export const importPartSchema = z.union([
  z.strictObject({ text: z.string().max(MOST_PART_LETTERS) }),
  z.strictObject({ sessions: logPartSchema }),
]);
export type ImportPart = z.infer<typeof importPartSchema>;

export const TRANSFER_PROBLEMS = ['no-folder', 'folder-unwritable', 'disk-full', 'history', 'internal'] as const;

export const transferSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('exporting'), ratio: z.number().min(0).max(1) }),
  /** Once it is being written, it is not stopped any more. */
  z.object({ state: z.literal('importing'), ratio: z.number().min(0).max(1), isWriting: z.boolean() }),
  z.object({ state: z.literal('exported'), format: z.enum(EXPORT_FORMATS), path: z.string() }),
  z.object({ state: z.literal('imported'), report: importReportSchema }),
  z.object({ state: z.literal('refused'), refusal: refusalSchema }),
  z.object({ state: z.literal('failed'), problem: z.enum(TRANSFER_PROBLEMS), detail: z.string() }),
  z.object({ state: z.literal('cancelled') }),
]);
export type Transfer = z.infer<typeof transferSchema>;

export function isUnderWay({ state }: Transfer): boolean {
  return state === 'exporting' || state === 'importing';
}
