import type { BreakSettings } from '../../shared/breaks/breakSettings.ts';
import type { BreakAction, BreakEvent, Sense, Stage } from '../../shared/breaks/breakState.ts';
import { createAbsences, GAP_MS, RETURN_MS } from './absences.ts';
import { createCircumstances, type Moment, type OracleTime } from './circumstances.ts';
import type { Stretch } from './person.ts';

/**
 * Judges what the service does. It knows what went in (the clock, what was read, what the person asked for, what they
 * really did) and what came out, and none of the policy's code: only the promises.
 *
 * Its time is true time plus every jump of the clock ahead: the time that can have passed for the service. A clock that is
 * set back takes nothing away, but what was not looked at is lost.
 */
export interface Oracle {
  /** Time has passed; `wallMs` is what the clock says now. */
  passTo(trueMs: number, wallMs: number): void;
  settingsAre(settings: BreakSettings): void;
  clockJumps(byMs: number): void;
  travels(): void;
  /** The person begins another stretch. `isWatched`: the source tells their idle time and lock exactly. */
  stretchBegins(stretch: Stretch, isWatched: boolean): void;
  /** The source tells something else from now on. */
  sourceChanges(): void;
  reads(sense: Sense): void;
  sets(timerMs: number): void;
  wakes(isVisible: boolean): void;
  acts(act: BreakAction): void;
  /** Null while nothing is done in it. */
  sessionOn(isReal: boolean | null): void;
  sessionOff(isFinished: boolean): void;
  goesDown(): void;
  /** `stage` is what the service says it goes on with. */
  comesUp(stage: Stage['name']): void;
  happens(events: readonly BreakEvent[]): void;
  /** After everything of this moment has happened. */
  judge(): void;
}

/** A promise was broken. */
export class BrokenRule extends Error {}

const MINUTE_MS = 60_000;
const BREAK_MS = 2 * MINUTE_MS;
const OFFER_MS = 10 * MINUTE_MS;
const TAKING_MS = 15 * MINUTE_MS;
const GRACE_MS = 30_000;
/** A wake a minute, timers that come late, a look every few seconds. */
const SLACK_MS = 3 * MINUTE_MS;
/** How far what was saved of the clock may lag behind. */
const SEEN_STEP_MS = 20_000;

interface OpenBreak {
  readonly dueAtMs: number;
  snoozes: number;
  at: 'offered' | 'taken-back' | 'snoozed' | 'taking';
  /** Since when it is there, and until when it may not come again. */
  sinceMs: number;
  notBeforeMs: number;
  /** What was lost meanwhile of the time before a clock was set back. */
  lostMs: number;
}

export function createOracle(local: OracleTime): Oracle {
  let wallMs = 0;
  /** The oracle's time. */
  let ms = 0;
  let lastTrueMs: number | null = null;
  let settingsMs = 0;
  let stretch: Stretch | null = null;
  let senseMs = -1;
  let actedMs = -1;
  let pausedMs = -1;
  let open: OpenBreak | null = null;
  let warnedMs: number | null = null;
  /** No new break within the interval from here. */
  let restedMs = 0;
  /** From here at the latest the interval counts, and what was lost since of the time before a clock was set back. */
  let excuseMs = 0;
  let lostMs = 0;
  /** When something last spoke against a break, and when nothing could run. */
  let blockedMs = 0;
  let stoppedMs = 0;
  let wasBlocked = false;
  let isDown = false;
  let downMs = 0;
  let wokeMs: number | null = null;
  let lookedMs = 0;
  let lookedWallMs = 0;
  /** Awake and running since then. */
  let unseenMs = 0;
  /** Not set back since then. */
  let isClockSound = true;
  /** Who was away when the source fell silent stays so where the person wants it. */
  let isLeftAway = false;

  const given = createCircumstances(local);
  const now = (): Moment => ({ ms, wallMs });
  const intervalMs = (): number => given.settings().intervalMinutes * MINUTE_MS;
  const warningMs = (): number => given.settings().warningSeconds * 1000;
  const absences = createAbsences(() => given.settings().idleMinutes * MINUTE_MS);

  return {
    passTo: (trueMs, wall) => {
      const passedMs = lastTrueMs === null ? 0 : trueMs - lastTrueMs;
      ms += passedMs;
      lastTrueMs = trueMs;
      wallMs = wall;
      absences.passTo(ms, passedMs, !isDown);
      // Whoever was not looked at for so long may have been gone.
      if (ms - lookedMs > GAP_MS - MINUTE_MS / 2) seemAway();
      if (absences.isPerhapsAway()) excuse(ms);
      if (isDown || stretch?.hands === 'asleep') {
        blockedMs = ms;
        stoppedMs = ms;
      } else unseenMs += passedMs;
    },
    settingsAre: (next) => {
      given.settingsAre(next);
      settingsMs = ms;
      absences.spoil();
      excuse(ms);
    },
    clockJumps: (byMs) => {
      absences.spoil();
      wallMs += byMs;
      isClockSound = byMs > 0 && isClockSound;
      if (byMs < 0) return;
      ms += byMs;
      if (byMs >= BREAK_MS - 1000) seemAway();
    },
    travels: () => excuse(ms),
    stretchBegins: (next, isWatched) => {
      stretch = next;
      const endsSurely = absences.begin(next, isWatched && !isDown && !given.mayBeInSession(now()), isClockSound);
      if (endsSurely && open?.at !== 'taking') rest(ms);
    },
    sourceChanges: () => absences.spoil(),
    reads: (next) => {
      given.reads(next);
      senseMs = ms;
      const isWaiting = next.presence.kind === 'unknown' && given.settings().whenUnknown === 'wait';
      if (isWaiting && absences.backForMs() < RETURN_MS) isLeftAway = true;
      if (isLeftAway) seemAway();
      if (!isWaiting) isLeftAway = false;
    },
    sets: (timerMs) => {
      if (!(timerMs > 0 && timerMs <= MINUTE_MS)) broken(`A timer of ${timerMs} ms`);
    },
    wakes: (isVisible) => {
      const least = isVisible ? 1000 : 5000;
      if (wokeMs !== null && ms - wokeMs < least) broken(`Two wakes within ${ms - wokeMs} ms`);
      wokeMs = ms;
      look();
    },
    acts: (act) => {
      touch();
      if (act.action === 'pause') pausedMs = ms;
      given.acts(act, now());
    },
    sessionOn: (isReal) => {
      touch();
      given.hearsSession(isReal, now());
    },
    sessionOff: (isFinished) => {
      touch();
      const session = given.session();
      if (session?.isReal && given.mayBeInSession(now())) {
        const lengthMs = ms - session.sinceMs;
        if (given.isInSession(now()) && (isFinished || lengthMs - session.lostMs >= BREAK_MS)) {
          if (open?.at !== 'taking') rest(ms);
        } else if (isFinished || lengthMs >= BREAK_MS) excuse(ms);
      }
      blockedMs = ms;
      given.endsSession();
    },
    goesDown: () => {
      isDown = true;
      downMs = ms;
      wokeMs = null;
      absences.spoil();
    },
    comesUp: (stage) => {
      isDown = false;
      blockedMs = ms;
      absences.spoil();
      if (ms - downMs >= BREAK_MS - 1000) seemAway();
      if (stage === 'warned' || stage === 'ready') warnedMs ??= Number.NEGATIVE_INFINITY;
      if (open && open.at !== 'taking' && stage === 'taking') {
        open.at = 'taking';
        open.sinceMs = ms;
      }
      if (open?.at === 'offered' && (stage === 'held' || stage === 'away')) open.at = 'taken-back';
    },
    happens: (events) => {
      for (const event of events) take(event);
    },
    judge: () => {
      if (isDown || stretch?.hands === 'asleep') return;
      if (unseenMs > MINUTE_MS + 6000) broken('Nobody looked for more than a minute');
      endSilentSession();
      judgeOpen();
      judgeLost();
    },
  };

  function broken(rule: string): never {
    throw new BrokenRule(`${rule} (clock ${new Date(wallMs).toISOString()})`);
  }

  function inMinutes(lengthMs: number): string {
    return `${(lengthMs / MINUTE_MS).toFixed(2)} minutes`;
  }

  function hasActed(): boolean {
    return actedMs === ms && senseMs !== ms;
  }

  function excuse(atMs: number): void {
    if (atMs < excuseMs) return;
    excuseMs = atMs;
    lostMs = 0;
  }

  function rest(atMs: number): void {
    restedMs = Math.max(restedMs, atMs);
    excuse(atMs);
  }

  function seemAway(): void {
    absences.seemAway();
    excuse(ms);
  }

  function touch(): void {
    actedMs = ms;
    absences.touch();
    look();
  }

  function look(): void {
    const missedMs = ms - lookedMs - Math.max(0, wallMs - lookedWallMs);
    if (missedMs > 0) {
      lostMs += missedMs + SEEN_STEP_MS;
      given.losesTime(missedMs + SEEN_STEP_MS);
      if (open) open.lostMs += missedMs + SEEN_STEP_MS;
    }
    lookedMs = ms;
    lookedWallMs = wallMs;
    unseenMs = 0;
    isClockSound = true;
  }

  function end(): void {
    open = null;
    warnedMs = null;
    rest(ms);
  }

  function take(event: BreakEvent): void {
    switch (event.kind) {
      case 'warned':
        mustBeAllowed('A warning');
        if (ms - restedMs < intervalMs() - warningMs())
          broken(`A warning ${inMinutes(ms - restedMs)} after the last break`);
        warnedMs = ms;
        return;
      case 'withdrawn':
        if (open?.at === 'offered') open.at = 'taken-back';
        warnedMs = null;
        return;
      case 'offered':
        mustBeAllowed('An offer');
        if (event.n === 1 && open === null) offerFirst(event.dueAtMs);
        else offerAgain(event.dueAtMs);
        return;
      case 'snoozed':
        open ??= { dueAtMs: event.dueAtMs, snoozes: 0, at: 'snoozed', sinceMs: ms, notBeforeMs: ms, lostMs: 0 };
        open.snoozes++;
        open.at = 'snoozed';
        open.notBeforeMs = ms + event.minutes * MINUTE_MS;
        if (open.snoozes > given.settings().snoozesAtMost) broken(`Snoozed ${open.snoozes} times`);
        return;
      case 'started':
        open ??= { dueAtMs: 0, snoozes: 0, at: 'taking', sinceMs: ms, notBeforeMs: ms, lostMs: 0 };
        open.at = 'taking';
        open.sinceMs = ms;
        return;
      case 'credited':
        if (event.fromMs > event.atMs) broken('Credited backwards');
        if (event.by === 'away') {
          if (absences.backForMs() > RETURN_MS) broken('Credited, though nobody was away');
          end();
        } else {
          open = null;
          // Where the session is still on, it was forgotten: it ended when it was last heard of.
          const session = given.session();
          if (session) rest(session.heardMs - SEEN_STEP_MS);
        }
        return;
      case 'done':
      case 'skipped':
      case 'lapsed':
        end();
        return;
      case 'sat':
        if (event.fromMs >= event.atMs) broken('Sat for no time');
        return;
      case 'resumed':
        blockedMs = ms;
        // An old pause ends in the moment in which a new one begins.
        if (pausedMs === ms) return;
        if (given.isPaused(now())) broken('A pause ended early');
        given.resumes();
        return;
      case 'paused':
    }
  }

  function mustBeAllowed(what: string): void {
    if (!given.isOpenHours(now())) broken(`${what} outside the hours`);
    if (given.isPaused(now())) broken(`${what} in a pause`);
    if (given.isInSession(now(), MINUTE_MS)) broken(`${what} in a session`);
    if (given.isHeld(hasActed())) broken(`${what} while held`);
    if (absences.isSurelyAway()) broken(`${what} to nobody`);
  }

  function offerFirst(dueAtMs: number): void {
    if (ms - restedMs < intervalMs()) broken(`A break ${inMinutes(ms - restedMs)} after the last`);
    // Who wants a warning from now on gets it from the next break on.
    const needsWarning = warningMs() > 0 && ms - settingsMs > 15 * MINUTE_MS;
    if (needsWarning && (warnedMs === null || ms - warnedMs < warningMs())) broken('An offer without its warning');
    open = { dueAtMs, snoozes: 0, at: 'offered', sinceMs: ms, notBeforeMs: ms, lostMs: 0 };
  }

  function offerAgain(dueAtMs: number): void {
    if (!open) throw broken('A break that was over comes again');
    if (open.dueAtMs !== dueAtMs) broken('Two breaks at once');
    if (open.at !== 'snoozed' && open.at !== 'taken-back') broken('The same offer again');
    if (open.at === 'snoozed' && ms < open.notBeforeMs) broken('Back before the snooze is over');
    open.at = 'offered';
    open.sinceMs = ms;
  }

  function endSilentSession(): void {
    const session = given.session();
    // What the clock did while nobody looked is yet to be found out.
    if (!session || given.mayBeInSession(now()) || ms - lookedMs > MINUTE_MS + 6000) return;
    if (session.isReal && session.heardMs - session.sinceMs >= BREAK_MS) excuse(session.heardMs);
    given.endsSession();
    blockedMs = ms;
  }

  /** What was begun comes to an end, and what disturbs goes away. */
  function judgeOpen(): void {
    if (open?.at === 'offered' && senseMs === ms && given.isDisturbing()) broken('An offer stays while held');
    if (!open || ms - stoppedMs < SLACK_MS || absences.backForMs() < SLACK_MS) return;
    const sinceMs = ms - open.sinceMs - open.lostMs;
    if (open.at === 'taking' && sinceMs > TAKING_MS + SLACK_MS) broken('A break that never ends');
    if (open.at === 'offered' && sinceMs > OFFER_MS + SLACK_MS) broken('An offer that never ends');
  }

  /** Nothing is lost: whoever is there and free is called within the interval, the warning and the wait for a pause. */
  function judgeLost(): void {
    const isBlocked = given.mayBePaused(now()) || given.mayBeInSession(now()) || given.isHeld(hasActed());
    if (isBlocked || wasBlocked) blockedMs = ms;
    wasBlocked = isBlocked;
    if (!given.isOpenHours(now())) {
      excuse(ms);
      if (open?.at !== 'taking') open = null;
      return;
    }
    if (open?.at === 'offered' || open?.at === 'taking') return;
    const dueMs = open ? Math.max(open.notBeforeMs, excuseMs) : excuseMs + intervalMs();
    const waitsMs =
      warningMs() + given.settings().typingWaitMinutes * MINUTE_MS + SLACK_MS + Math.max(lostMs, open?.lostMs ?? 0);
    const isLost = ms > Math.max(dueMs, blockedMs + GRACE_MS) + waitsMs;
    if (isLost) broken(`A break is lost: nothing for ${inMinutes(ms - excuseMs)}`);
  }
}
