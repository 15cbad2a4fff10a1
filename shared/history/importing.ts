import { z } from 'zod';
import { KEPT_NAMES } from './keptRecords.ts';

/** Why a file was not taken in; nothing of it was. */
export const REFUSALS = [
  /** It is no JSON, or ends too soon. */
  'unreadable',
  /** JSON, but no history of ours. */
  'foreign',
  /** Of a later version of the app. */
  'newer',
  'too-large',
  /** A record is not as records are. */
  'bad-record',
  /** Two records with the same id or place. */
  'twice',
  /** A record belongs to another one that is not in the file. */
  'lost-reference',
  /** A record is here with the same id and other content. */
  'conflict',
  /** Not as many records as the file says. */
  'incomplete',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

const REFUSAL_DETAIL_LETTERS = 300;

/** Where in the file it is wrong, as far as that is known. */
const placeSchema = z.object({
  /** Which list of the file, and which record of it, from 1. */
  part: z.string().nullable(),
  n: z.int().nullable(),
  id: z.string().nullable(),
  line: z.int().nullable(),
});
export type Place = z.infer<typeof placeSchema>;

export const refusalSchema = z.object({
  code: z.enum(REFUSALS),
  place: placeSchema,
  /** For those who look into the file. */
  detail: z.string().max(REFUSAL_DETAIL_LETTERS),
});
export type Refusal = z.infer<typeof refusalSchema>;

const count = z.int().min(0);
const tally = z.object({ added: count, known: count });
/** A history file of ours, or a log that was kept elsewhere. */
export const IMPORT_KINDS = ['history', 'log'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What became of the records of a file. */
export const importReportSchema = z.object({
  kind: z.enum(IMPORT_KINDS),
  records: z.object(
    Object.fromEntries(KEPT_NAMES.map((kind) => [kind, tally])) as Record<(typeof KEPT_NAMES)[number], typeof tally>,
  ),
  /** Programmes and entries of the profile that were taken over. */
  settings: count,
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** What a file holds that cannot be taken in; thrown while it is read. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, place: Partial<Place>, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'RefusedError';
    this.refusal = {
      code,
      place: { part: null, n: null, id: null, line: null, ...place },
      detail: detail.slice(0, REFUSAL_DETAIL_LETTERS),
    };
  }
}
