import { z } from 'zod';
import {
  type BreakAction,
  type BreakEvent,
  type BreakInput,
  type BreakRules,
  type BreakState,
  breakDay,
  breakStateSchema,
  dueOf,
  initialBreaks,
  type LocalTime,
  type Sense,
  type Stage,
} from '../../../shared/breaks/breakState.ts';
import { type BreaksView, viewBreaks } from '../../../shared/breaks/breaksView.ts';
import { chooseDose, type Dose, type DoseQuestion, doseSchema, smallerDose } from '../../../shared/breaks/dose.ts';
import { LOOK_AT_LEAST_MS, lookAgainMs } from '../../../shared/breaks/outlook.ts';
import { stepBreaks } from '../../../shared/breaks/policy.ts';
import { type BreakStatistics, breakStatistics, isKept, type KeptEvent } from '../../../shared/breaks/statistics.ts';
import { CallError } from '../../../shared/contract/contract.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Clock } from '../clock.ts';
import type { BreakRow, BreakStore } from './breakStore.ts';
import { type PresenceSource, UNKNOWN_SENSE } from './presence.ts';

export interface BreakServiceOptions {
  readonly clock: Clock;
  readonly local: LocalTime;
  readonly presence: PresenceSource;
  readonly settings: () => Settings;
  /** May throw as long as the history cannot be opened; it is asked again. */
  readonly store: () => BreakStore;
  readonly newId: () => string;
}

export type BreakListener = (events: readonly BreakEvent[]) => void;

export interface BreakService {
  /** From here on it wakes by itself. */
  start(): void;
  stop(): void;
  view(): BreaksView;
  /** What was saved last: what a restart goes on from. */
  snapshot(): BreakSnapshot;
  act(action: BreakAction): BreaksView;
  statistics(days: number): BreakStatistics;
  /** Something may have changed: the settings, the lock, power came back. Heeded no sooner than the next wake may come. */
  look(): void;
  /** A page is on the screen, so that seconds matter. */
  setVisible(isVisible: boolean): void;
  /** Something of an exercise session was saved. The demo athlete's are not real; null while it is only on the screen. */
  hearSession(isReal: boolean | null): void;
  endSession(isFinished: boolean): void;
  /** Tells of every change after it was saved. */
  subscribe(listener: BreakListener): () => void;
}

const snapshotSchema = z.strictObject({ state: breakStateSchema, dose: doseSchema.nullable() });
export type BreakSnapshot = z.infer<typeof snapshotSchema>;

/** The least time between two wakes. */
const VISIBLE_MS = 1_000;
const HIDDEN_MS = 5_000;
/** Everything of today is in here, however the zone changes. */
const DAY_AT_MOST_MS = 36 * 3_600_000;
const DAY_MS = 86_400_000;
/** Rows that could not be saved are kept for so many; after that the disk has other troubles. */
const WAITING_ROWS = 1_000;

/** In these stages it is settled what is to be done. */
const SETTLED: readonly Stage['name'][] = ['warned', 'held', 'ready', 'offered', 'snoozed', 'taking'];

/**
 * The breaks of a person, running: it looks at the clock and at what the system tells, lets the policy decide, saves, and
 * only then tells.
 */
export function createBreakService(options: BreakServiceOptions): BreakService {
  const { clock, local, presence, newId } = options;
  const listeners = new Set<BreakListener>();
  let saved: BreakSnapshot | null = null;
  let isNew = false;
  let waiting: readonly BreakRow[] = [];
  /** Nothing ran before the first look. */
  let isUnwatched = true;
  let sense = UNKNOWN_SENSE;
  let isRunning = false;
  let isVisible = false;
  let isReading = false;
  let timer: unknown = null;
  let lastWakeMs = Number.NEGATIVE_INFINITY;

  const rules = (): BreakRules => ({ settings: options.settings().breaks, local });

  function load(): BreakSnapshot {
    if (saved) return saved;
    const read = snapshotSchema.safeParse(options.store().load());
    isNew = !read.success;
    saved = read.success ? read.data : { state: initialBreaks(clock.now()), dose: null };
    return saved;
  }

  function question(nowMs: number, changes: Partial<DoseQuestion> = {}): DoseQuestion {
    return {
      settings: options.settings(),
      done: options.store().done(nowMs - DAY_AT_MOST_MS),
      nowMs,
      dayOf: (ms) => breakDay(local, ms),
      size: 'usual',
      isSilent: false,
      ...changes,
    };
  }

  /** What is to be done in a state: chosen when a break comes up, and again when a call or the person wants it otherwise. */
  function doseFor(state: BreakState, before: Dose | null, nowMs: number): Dose | null {
    if (!SETTLED.includes(state.stage.name)) return null;
    const isSilent = sense.call === 'yes';
    const size = dueOf(state)?.size ?? 'usual';
    const isStarting = state.stage.name === 'taking' && load().state.stage.name !== 'taking';
    const fits = before !== null && (!isStarting || before.isSilent === isSilent);
    if (fits && before.size === size) return before;
    const asked = question(nowMs, { isSilent: isStarting ? isSilent : (before?.isSilent ?? isSilent), size });
    return fits && size === 'small' ? smallerDose(before, asked) : chooseDose(asked);
  }

  /** One step, saved. What the person did must be saved; what time did is saved as soon as it can be. */
  function step(input: BreakInput): readonly BreakEvent[] {
    const before = load();
    const [state, events] = stepBreaks(rules(), before.state, input);
    if (state === before.state && events.length === 0 && waiting.length === 0 && !isNew) return events;
    const dose = doseFor(state, before.dose, input.nowMs);
    const next: BreakSnapshot = { state, dose };
    const given = (dose ?? before.dose)?.exercise ?? null;
    const rowOf = (event: KeptEvent): BreakRow => {
      const exercise = event.kind === 'sat' || event.kind === 'credited' ? null : given;
      return { id: newId(), event, exercise };
    };
    const rows = events.length > 0 ? [...waiting, ...events.filter(isKept).map(rowOf)] : waiting;
    try {
      options.store().save(next, rows);
      waiting = [];
      isNew = false;
    } catch (error) {
      if (input.type === 'act') throw error;
      waiting = rows.slice(-WAITING_ROWS);
    }
    saved = next;
    return events;
  }

  function tick(seen: Sense, isCatchingUp = false): readonly BreakEvent[] {
    const events = step({ type: 'tick', nowMs: clock.now(), sense: seen, isUnwatched, isCatchingUp });
    isUnwatched = false;
    return events;
  }

  /** Before anything is written: what is said of a session is true of one that is there. */
  function isTrue({ how, sessionId }: Extract<BreakAction, { action: 'done' }>): boolean {
    if (sessionId === undefined) return how === 'reported';
    const store = options.store();
    return how === 'reported' ? store.hasSession(sessionId) : store.hasReps(sessionId);
  }

  /** What the person does. Who does something is there; what else the system tells is as it was. */
  function take(input: BreakInput): void {
    let events = tick({ ...sense, presence: { kind: 'active' } }, true);
    try {
      events = [...events, ...step(input)];
    } finally {
      // What time did has happened, also where the rest is refused.
      if (input.type === 'session-heard') schedule();
      else look();
      tell(events);
    }
  }

  /** A session is not disturbed by what goes wrong here. */
  function besides(input: BreakInput): void {
    try {
      take(input);
    } catch {
      // The next wake makes up for it.
    }
  }

  function tell(events: readonly BreakEvent[]): void {
    if (events.length > 0) for (const listener of listeners) listener(events);
  }

  function wake(): void {
    timer = null;
    lastWakeMs = clock.now();
    const seen = readSense();
    if (!(seen instanceof Promise)) {
      finishWake(seen);
      return;
    }
    isReading = true;
    void seen
      .catch(() => UNKNOWN_SENSE)
      .then((late) => {
        isReading = false;
        if (isRunning) finishWake(late);
      });
  }

  function readSense(): Sense | Promise<Sense> {
    try {
      return presence.read();
    } catch {
      return UNKNOWN_SENSE;
    }
  }

  function finishWake(seen: Sense): void {
    let events: readonly BreakEvent[] = [];
    sense = seen;
    try {
      events = tick(seen);
    } catch {
      // The history cannot be opened now; whoever asks for the view is told why.
    }
    schedule();
    tell(events);
  }

  /** The next wake: when the policy wants it, but neither too soon after the last one nor more than a minute away. */
  function schedule(): void {
    if (!isRunning || isReading) return;
    if (timer !== null) clock.clearTimer(timer);
    const nowMs = clock.now();
    const wantedMs = saved ? lookAgainMs(rules(), saved.state, sense, nowMs) : nowMs + LOOK_AT_LEAST_MS;
    setTimer(wantedMs, nowMs);
  }

  function setTimer(wantedMs: number, nowMs: number): void {
    const leastMs = isVisible ? VISIBLE_MS : HIDDEN_MS;
    // A clock that was set back must not make the wait longer.
    const sinceWakeMs = Math.max(0, nowMs - lastWakeMs);
    timer = clock.setTimer(Math.max(wantedMs - nowMs, leastMs - sinceWakeMs, 1), wake);
  }

  function look(): void {
    if (!isRunning || isReading) return;
    if (timer !== null) clock.clearTimer(timer);
    const nowMs = clock.now();
    setTimer(nowMs, nowMs);
  }

  function view(): BreaksView {
    const { state, dose } = load();
    const nowMs = clock.now();
    return viewBreaks(
      rules(),
      state,
      sense,
      dose ?? chooseDose(question(nowMs, { isSilent: sense.call === 'yes' })),
      nowMs,
    );
  }

  return {
    start: () => {
      isRunning = true;
      wake();
    },
    stop: () => {
      isRunning = false;
      if (timer !== null) clock.clearTimer(timer);
      timer = null;
    },
    view,
    snapshot: load,
    act: (act) => {
      if (act.action === 'done' && !isTrue(act)) {
        const problem = act.how === 'reported' ? 'There is no such session.' : 'Nothing was counted in this session.';
        throw new CallError('bad-request', problem);
      }
      take({ type: 'act', nowMs: clock.now(), act });
      return view();
    },
    statistics: (days) => {
      const nowMs = clock.now();
      return breakStatistics(options.store().events(nowMs - days * DAY_MS, nowMs + 1), (ms) => breakDay(local, ms));
    },
    look,
    setVisible: (visible) => {
      isVisible = visible;
      look();
    },
    hearSession: (isReal) => besides({ type: 'session-heard', nowMs: clock.now(), isReal }),
    endSession: (isFinished) => besides({ type: 'session-ended', nowMs: clock.now(), isFinished }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
