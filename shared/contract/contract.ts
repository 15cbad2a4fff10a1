import { z } from 'zod';
import { breakActionSchema } from '../breaks/breakState.ts';
import { breaksViewSchema } from '../breaks/breaksView.ts';
import { breakStatisticsSchema } from '../breaks/statistics.ts';
import { amendmentSchema } from '../history/amendments.ts';
import { backupsViewSchema, recoverySchema } from '../history/backups.ts';
import { bestSchema } from '../history/bests.ts';
import { calendarRequestSchema, calendarSchema } from '../history/calendar.ts';
import { IMPORT_KINDS } from '../history/importing.ts';
import {
  checkInSchema,
  checkResultSchema,
  endSchema,
  feelSchema,
  importedSessionSchema,
  newAttemptSchema,
  newCorrectionSchema,
  newPlanSchema,
  newRepSchema,
  newSessionSchema,
  newSetSchema,
  overrideSchema,
  repMeasuresSchema,
  sessionRecordSchema,
} from '../history/records.ts';
import { reportRequestSchema, reportSchema } from '../history/report.ts';
import { repProfileSchema } from '../history/repProfile.ts';
import { deletedSessionSchema, sessionListRequestSchema, sessionListSchema } from '../history/sessionList.ts';
import { EXPORT_FORMATS, importPartSchema, MOST_FILE_BYTES, transferSchema } from '../history/transfer.ts';
import { trendsRequestSchema, trendsSchema } from '../history/trends.ts';
import { wallMsSchema } from '../history/wallMs.ts';
import { checkEvidenceSchema, progressSchema } from '../progression/progress.ts';
import { settingsChangeSchema, settingsSchema } from '../settings/settings.ts';

/**
 * Every call from the page to the services, with the schema of its request and of its answer. Client types, server types
 * and run-time checks all derive from this; Electron's IPC and the browser host's WebSocket both carry it.
 */
interface Call {
  readonly request: z.ZodType;
  readonly answer: z.ZodType;
  /** It reads or writes a whole history, and nothing else is answered meanwhile. */
  readonly isLong?: true;
}

/** The landmarks of a live set are kept for 9000 frames, each of 2 kB and never above 3. */
const TRACE_PART_CHARS_AT_MOST = 30_000_000;
/** Of 5000 frames each; an hour at 120 frames a second has 87. */
const TRACE_PARTS_AT_MOST = 1000;

const done = z.null();
const nothing = z.null();

/** Something the person should read once, such as a damaged history that was set aside. */
export const noticeSchema = z.object({
  code: z.enum([
    ...(['history-set-aside', 'history-gone', 'history-put-back'] as const),
    ...(['settings-set-aside', 'settings-unreadable', 'backup-folder-away'] as const),
  ]),
  /** Where the file was put, or the folder. */
  path: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const CONTRACT = {
  'app.info': {
    request: nothing,
    answer: z.object({
      version: z.string(),
      host: z.enum(['desktop', 'browser']),
      dataFolder: z.string(),
      /** Where newer versions can be had; null where the app runs from its sources. */
      releasesPage: z.string().nullable(),
      notices: z.array(noticeSchema),
    }),
    // It opens the history: a damaged one is read page by page, an older one brought up to date.
    isLong: true,
  },
  /** Shows the releases page in the person's own browser: the only thing that Soleus ever opens elsewhere. */
  'app.openReleases': { request: nothing, answer: done },
  /** What helps to find a fault, as text. Nothing about the person is in it. */
  'app.diagnostics': { request: nothing, answer: z.object({ text: z.string() }) },
  /** Something went wrong in the page that nobody caught: where, for the log. */
  'app.report': {
    request: z.strictObject({ name: z.string().max(100), stack: z.string().max(20_000) }),
    answer: done,
  },
  'settings.read': { request: nothing, answer: settingsSchema },
  'settings.change': { request: settingsChangeSchema, answer: settingsSchema },
  'history.startSession': { request: newSessionSchema, answer: done },
  'history.addPlan': { request: newPlanSchema, answer: done },
  'history.endSession': { request: endSchema, answer: done },
  'history.startSet': { request: newSetSchema, answer: done },
  'history.endSet': { request: endSchema, answer: done },
  'history.addRep': { request: newRepSchema, answer: done },
  'history.addRepMeasures': { request: repMeasuresSchema, answer: done },
  'history.addAttempt': { request: newAttemptSchema, answer: done },
  'history.addCorrection': { request: newCorrectionSchema, answer: done },
  'history.addCheckIn': { request: checkInSchema, answer: done },
  'history.addFeel': { request: feelSchema, answer: done },
  'history.addOverride': { request: overrideSchema, answer: done },
  'history.addCheckResult': { request: checkResultSchema, answer: done },
  /** Adds a session that was counted in a video file, wholly or not at all. */
  'history.addImported': { request: importedSessionSchema, answer: done },
  /** Changes what holds of a session, a set or a rep, beside what was recorded; so is a session deleted and restored. */
  'history.amend': { request: amendmentSchema, answer: done },
  /** What was done on each local day. */
  'history.calendar': { request: calendarRequestSchema, answer: calendarSchema },
  /** Personal bests of each exercise and side. */
  'history.bests': { request: nothing, answer: z.array(bestSchema) },
  /** One exercise over time, side by side. */
  'history.trends': { request: trendsRequestSchema, answer: trendsSchema },
  /** Fatigue within a set, and how long lowers take. */
  'history.repProfile': { request: trendsRequestSchema, answer: repProfileSchema },
  /** All results of the checks, the oldest first. */
  'history.checks': { request: nothing, answer: z.array(checkEvidenceSchema) },
  /** Four weeks on one page. */
  'history.report': { request: reportRequestSchema, answer: reportSchema },
  /** Sessions in a line each, by a filter, a page at a time; the latest first. */
  'history.list': { request: sessionListRequestSchema, answer: sessionListSchema },
  /** One session with its sets and reps, deleted or not; null where there is none (any more). */
  'history.session': { request: z.strictObject({ id: z.uuidv7() }), answer: sessionRecordSchema.nullable() },
  /** Those that can still be restored, the last deleted first. */
  'history.deleted': { request: nothing, answer: z.array(deletedSessionSchema) },
  /** The sessions before a moment, newest first. */
  'history.sessions': {
    request: z.strictObject({ beforeMs: wallMsSchema, limit: z.int().min(1).max(100) }),
    answer: z.array(sessionRecordSchema),
  },
  /** All that the gates and the plan are built on. */
  'history.progress': { request: nothing, answer: progressSchema },
  /** The session that was never ended, if there is one. */
  'history.unfinished': { request: nothing, answer: sessionRecordSchema.nullable() },
  'backups.list': { request: nothing, answer: backupsViewSchema },
  'backups.make': { request: nothing, answer: backupsViewSchema, isLong: true },
  /** The present history is kept and can be gone back to. */
  'backups.restore': {
    request: z.strictObject({ id: z.string().max(300) }),
    answer: backupsViewSchema,
    isLong: true,
  },
  /** Null for the folder beside the history. */
  'backups.chooseFolder': {
    request: z.strictObject({ folder: settingsSchema.shape.backupFolder }),
    answer: backupsViewSchema,
    isLong: true,
  },
  /** What may still be done about a damaged history; null when there is none, or it is settled. */
  'recovery.state': { request: nothing, answer: recoverySchema.nullable() },
  /** Puts a backup under what could be read, or with null leaves all as it is. Either way it is settled. */
  'recovery.choose': {
    request: z.strictObject({ backup: z.string().max(300).nullable() }),
    answer: done,
    isLong: true,
  },
  /** How it stands with the breaks; asked again and again while a screen shows it. */
  'breaks.state': { request: nothing, answer: breaksViewSchema },
  /** What the person wants of them; what makes no sense at the moment changes nothing. */
  'breaks.act': { request: breakActionSchema, answer: breaksViewSchema },
  /** A page shows a session, or leaves one in which nothing was done; what is done in it is heard without this. */
  'breaks.session': { request: z.strictObject({ isShown: z.boolean() }), answer: nothing },
  /** Of so many days back from today. */
  'breaks.statistics': {
    request: z.strictObject({ days: z.int().min(1).max(3660) }),
    answer: breakStatisticsSchema,
  },
  /** Where exports go unless the person says otherwise. */
  'data.folder': { request: nothing, answer: z.object({ path: z.string() }) },
  /** Begins to write everything into a file, or a folder of files; how it goes is asked with `data.transfer`. */
  'data.export': {
    request: z.strictObject({ format: z.enum(EXPORT_FORMATS), folder: z.string().trim().min(1).max(4096) }),
    answer: transferSchema,
  },
  /** How it stands with the export or import that was begun last. */
  'data.transfer': { request: nothing, answer: transferSchema },
  'data.cancel': { request: nothing, answer: transferSchema },
  /** A file comes in parts, in order; with `data.endImport` it is taken in, wholly or not at all. `size`: bytes, or sessions. */
  'data.beginImport': {
    request: z.strictObject({
      importId: z.uuidv7(),
      kind: z.enum(IMPORT_KINDS),
      size: z.int().min(0).max(MOST_FILE_BYTES),
    }),
    answer: transferSchema,
  },
  'data.importPart': {
    request: z.strictObject({ importId: z.uuidv7(), part: importPartSchema }),
    answer: transferSchema,
  },
  'data.endImport': { request: z.strictObject({ importId: z.uuidv7() }), answer: transferSchema },
  /**
   * Keeps the landmarks of a set in a file, as text of the trace format; answers with its path. A long one comes in parts,
   * in order, each of them a trace with the same header; the file is there with the last one.
   */
  'traces.save': {
    request: z.strictObject({
      setId: z.uuidv7(),
      trace: z.string().max(TRACE_PART_CHARS_AT_MOST),
      part: z
        .strictObject({ n: z.int().min(1).max(TRACE_PARTS_AT_MOST), of: z.int().min(1).max(TRACE_PARTS_AT_MOST) })
        .refine(({ n, of }) => n <= of, 'There are not so many parts.')
        .optional(),
    }),
    answer: z.object({ path: z.string() }),
  },
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof CONTRACT;
export type Request<Name extends CallName> = z.infer<(typeof CONTRACT)[Name]['request']>;
export type Answer<Name extends CallName> = z.infer<(typeof CONTRACT)[Name]['answer']>;

/** What the services implement and the page calls. */
export type Api = { readonly [Name in CallName]: (request: Request<Name>) => Promise<Answer<Name>> };

/** What can go wrong, as the user interface can explain it. */
export const ERROR_CODES = [
  'bad-request',
  'history-locked',
  'history-unwritable',
  'history-newer',
  'disk-full',
  'trace-invalid',
  'backup-folder',
  'backup-unusable',
  'busy',
  'not-connected',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failed call. `detail` is for the log and for "show details", never the sentence itself. */
export class CallError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.name = 'CallError';
    this.code = code;
  }
}

/** What travels back: errors cross as data. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.enum(ERROR_CODES), detail: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Sends one request and brings back its outcome: IPC or a WebSocket. */
export type Transport = (name: CallName, request: unknown) => Promise<unknown>;

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(CONTRACT, name);
}

export function isLongCall(name: CallName): boolean {
  return 'isLong' in CONTRACT[name];
}

/** The services' end: checks a request and runs it. Never throws. */
export async function answerCall(api: Api, name: unknown, request: unknown): Promise<Outcome> {
  if (!isCallName(name)) return { ok: false, code: 'bad-request', detail: 'There is no such call.' };
  const parsed = CONTRACT[name].request.safeParse(request);
  if (!parsed.success) return { ok: false, code: 'bad-request', detail: z.prettifyError(parsed.error) };
  try {
    const call = api[name] as (request: unknown) => Promise<unknown>;
    return { ok: true, answer: await call(parsed.data) };
  } catch (error) {
    if (error instanceof CallError) return { ok: false, code: error.code, detail: error.message };
    return { ok: false, code: 'internal', detail: String(error) };
  }
}

/** The page's end: typed calls over a transport. Each throws CallError. */
export function createClient(transport: Transport): Api {
  const call =
    (name: CallName) =>
    async (request: unknown): Promise<unknown> => {
      const outcome = outcomeSchema.safeParse(await transport(name, request));
      if (!outcome.success) throw new CallError('internal', 'The answer could not be read.');
      if (!outcome.data.ok) throw new CallError(outcome.data.code, outcome.data.detail);
      const answer = CONTRACT[name].answer.safeParse(outcome.data.answer);
      if (!answer.success) throw new CallError('internal', z.prettifyError(answer.error));
      return answer.data;
    };
  const names = Object.keys(CONTRACT) as CallName[];
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Api;
}
