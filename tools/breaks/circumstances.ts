import type { BreakSettings, HoursRange } from '../../shared/breaks/breakSettings.ts';
import type { BreakAction, Sense } from '../../shared/breaks/breakState.ts';

/** Local time of a wall-clock moment where the person is: minute after midnight, weekday (0 is Monday), day number. */
export interface OracleTime {
  minute(ms: number): number;
  weekday(ms: number): number;
  day(ms: number): number;
}

/** The times by which a circumstance is judged: the oracle's own, and what the clock says. */
export interface Moment {
  readonly ms: number;
  readonly wallMs: number;
}

export interface SimulatedSession {
  readonly sinceMs: number;
  readonly heardMs: number;
  /** Null while nothing was done in it. */
  readonly isReal: boolean | null;
  /** What may be lost of it to the service. */
  readonly lostMs: number;
}

/** What speaks for and against a break by the promises: the hours, pauses, sessions, and what was read. */
export interface Circumstances {
  settings(): BreakSettings;
  settingsAre(settings: BreakSettings): void;
  reads(sense: Sense): void;
  acts(act: BreakAction, at: Moment): void;
  /** A pause is over by itself. */
  resumes(): void;
  session(): SimulatedSession | null;
  hearsSession(isReal: boolean | null, at: Moment): void;
  endsSession(): void;
  isOpenHours(at: Moment): boolean;
  /** So much of the time that passed may be lost to the service: a clock was set back. */
  losesTime(ms: number): void;
  isPaused(at: Moment): boolean;
  isInSession(at: Moment, marginMs?: number): boolean;
  /** The same for all that the service may know. */
  mayBePaused(at: Moment): boolean;
  mayBeInSession(at: Moment): boolean;
  /** What was read speaks even against an offer that is on the screen. */
  isDisturbing(): boolean;
  /** What was read speaks against it. `hasActed`: the person has done something since, so they are there. */
  isHeld(hasActed: boolean): boolean;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const DAY_ENDS_MS = 240 * MINUTE_MS;
/** A session of which nothing is heard for so long is over. */
const SESSION_MS = 30 * MINUTE_MS;

export function createCircumstances(local: OracleTime): Circumstances {
  let settings: BreakSettings | null = null;
  let sense: Sense | null = null;
  let pause: { untilMs: number } | { afterDay: number } | 'resumed' | null = null;
  let session: SimulatedSession | null = null;
  /** What may have been lost since the pause began, or since the session was last heard of. */
  let lostInPauseMs = 0;
  let lostInSessionMs = 0;

  const chosen = (): BreakSettings => {
    if (!settings) throw new Error('There are no settings yet.');
    return settings;
  };
  const isDisturbing = (): boolean => {
    const { holdInCalls, holdInFullScreen, holdInDoNotDisturb } = chosen();
    return (
      (sense?.call === 'yes' && holdInCalls) ||
      (sense?.fullScreen === 'yes' && holdInFullScreen) ||
      (sense?.doNotDisturb === 'yes' && holdInDoNotDisturb)
    );
  };
  const isPaused = ({ ms, wallMs }: Moment): boolean => {
    if (pause === null || pause === 'resumed') return pause !== null;
    return 'untilMs' in pause ? ms < pause.untilMs : local.day(wallMs - DAY_ENDS_MS) <= pause.afterDay;
  };
  const isInSession = ({ ms }: Moment, marginMs = 0): boolean =>
    session !== null && ms - session.heardMs < SESSION_MS - marginMs;

  return {
    settings: chosen,
    settingsAre: (next) => {
      settings = next;
    },
    reads: (next) => {
      sense = next;
    },
    acts: (act, { ms, wallMs }) => {
      if (act.action === 'resume') pause = null;
      if (act.action !== 'pause') return;
      lostInPauseMs = 0;
      if (act.for === 'resumed') pause = 'resumed';
      else if (act.for === 'tomorrow') pause = { afterDay: local.day(wallMs - DAY_ENDS_MS) };
      else pause = { untilMs: ms + act.for * MINUTE_MS };
    },
    resumes: () => {
      pause = null;
    },
    session: () => session,
    hearsSession: (isReal, at) => {
      lostInSessionMs = 0;
      const isBeginning = session?.isReal === null && isReal !== null;
      if (session && isInSession(at) && !isBeginning) session = { ...session, heardMs: at.ms };
      else session = { sinceMs: at.ms, heardMs: at.ms, isReal, lostMs: 0 };
    },
    endsSession: () => {
      session = null;
    },
    isOpenHours: ({ wallMs }) => {
      const { enabled, hours } = chosen();
      const [minute, weekday] = [local.minute(wallMs), local.weekday(wallMs)];
      const covers = ({ fromMinute, toMinute }: HoursRange, at: number): boolean =>
        at >= fromMinute && at < (toMinute > fromMinute ? toMinute : toMinute + DAY_MINUTES);
      const isOn = (day: number, at: number): boolean =>
        (hours[(day + 7) % 7] ?? []).some((range) => covers(range, at));
      return enabled && (isOn(weekday, minute) || isOn(weekday - 1, minute + DAY_MINUTES));
    },
    losesTime: (ms) => {
      lostInPauseMs += ms;
      lostInSessionMs += ms;
      if (session) session = { ...session, lostMs: session.lostMs + ms };
    },
    isPaused,
    isInSession,
    mayBePaused: (at) => isPaused({ ...at, ms: at.ms - lostInPauseMs }),
    mayBeInSession: (at) => isInSession(at, -lostInSessionMs),
    isDisturbing,
    isHeld: (hasActed) => {
      if (!sense) return true;
      const { kind } = sense.presence;
      const isNobody = kind === 'locked' || (kind === 'unknown' && chosen().whenUnknown === 'wait');
      return (isNobody && !hasActed) || isDisturbing();
    },
  };
}
