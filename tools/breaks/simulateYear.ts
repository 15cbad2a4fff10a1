import type { BreakStore } from '../../electron/services/breaks/breakStore.ts';
import { localTimeOf } from '../../electron/services/breaks/localTime.ts';
import { DEFAULT_BREAK_SETTINGS } from '../../shared/breaks/breakSettings.ts';
import type { BreakAction, BreakEvent } from '../../shared/breaks/breakState.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { randomFrom } from '../clips/random.ts';
import { createAgenda } from './agenda.ts';
import { createChoices } from './choices.ts';
import { createOracle } from './oracle.ts';
import { type Stretch, stretchesOf } from './person.ts';
import { randomBreakSettings } from './randomSettings.ts';
import { createSensor, READINGS } from './sensor.ts';
import { createServiceLife } from './serviceLife.ts';
import { offsetOf, ZONES } from './zones.ts';

/** One year of someone's breaks: the real service, under a simulated clock, before an oracle. */
export interface YearOptions {
  readonly seed: number;
  readonly days?: number;
  /** A store that is empty, and keeps what was saved when the service is dropped. */
  readonly store: SimulatedStore;
  /**
   * `instant`: a service that crashes is there again at once. `none`: where it would crash, it only looks once more, as it
   * would after a restart; such a year must be the twin of the other.
   */
  readonly crashes?: 'any' | 'instant' | 'none';
  readonly onEvent?: (wallMs: number, event: BreakEvent) => void;
}

export interface SimulatedStore {
  open(): BreakStore;
  /** A session with a counted rep in it. */
  addSession(atMs: number): string;
  newId(): string;
}

export interface YearResult {
  readonly wakes: number;
  readonly restarts: number;
  readonly events: Readonly<Record<string, number>>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** From a session that is on the screen to its first set. */
const SET_UP_MS = 20_000;
/** A year may have a clock that is always being put right, or someone who never leaves the settings alone. */
const HOW_OFTEN = [0.2, 1, 1, 1, 15] as const;

/** @throws BrokenRule */
export function simulateYear({ seed, days = 365, store, crashes = 'any', onEvent }: YearOptions): YearResult {
  const random = randomFrom(seed);
  const choices = createChoices(random);
  const { chance, oneOf, minutes, between } = choices;
  const startMs = Date.UTC(2024 + Math.floor(random() * 8), 0, 1);
  let trueMs = startMs;
  let clockOffMs = 0;
  let lastReadMs = 0;
  let offset = offsetOf(oneOf(ZONES));
  const now = (): number => trueMs + clockOffMs;
  const localMs = (ms: number): number => ms + offset(ms) * MINUTE_MS;
  /** The clock of timers stands still in sleep on some systems; there a timer waits on. */
  const isTimerAsleep = chance(0.5);
  const tellsLocks = chance(0.5);
  const restless = {
    clock: oneOf(HOW_OFTEN),
    settings: oneOf(HOW_OFTEN),
    sessions: oneOf(HOW_OFTEN),
    acts: oneOf(HOW_OFTEN),
  };
  let reading = oneOf(READINGS);
  let settings = {
    ...DEFAULT_SETTINGS,
    breaks: chance(0.3) ? DEFAULT_BREAK_SETTINGS : randomBreakSettings(random),
  };
  let isVisible = false;
  const counts: Record<string, number> = {};

  const life = stretchesOf(
    random,
    startMs,
    (ms) => localTimeOf(offset).minuteOfDay(ms),
    (ms) => localTimeOf(offset).weekday(ms),
  );
  let stretch: Stretch = life.next().value;
  const sensor = createSensor(seed, startMs);
  const agenda = createAgenda();
  const after = (ms: number, run: () => void): void => agenda.add(trueMs + Math.max(1, Math.round(ms)), run);
  const oracle = createOracle({
    minute: (ms) => Math.floor((localMs(ms) % DAY_MS) / MINUTE_MS),
    weekday: (ms) => (new Date(localMs(ms)).getUTCDay() + 6) % 7,
    day: (ms) => Math.floor(localMs(ms) / DAY_MS),
  });
  const breaks = createServiceLife({
    oracle,
    local: localTimeOf((ms) => offset(ms)),
    trueMs: () => trueMs,
    now,
    lateMs: () => (chance(0.1) ? Math.floor(between(0, 4000)) : 0),
    settings: () => settings,
    sense: () => {
      lastReadMs = trueMs;
      return sensor.sense(stretch, reading, trueMs);
    },
    isVisible: () => isVisible,
    store: () => store.open(),
    newId: () => store.newId(),
    hear: (events) => {
      oracle.happens(events);
      for (const event of events) {
        counts[event.kind] = (counts[event.kind] ?? 0) + 1;
        onEvent?.(now(), event);
        react(event);
      }
    },
  });

  function act(action: BreakAction): void {
    if (!breaks.service() || stretch.hands === 'asleep' || stretch.hands === 'locked') return;
    sensor.touch(trueMs);
    oracle.acts(action);
    breaks.use((service) => service.act(action));
  }

  function react({ kind }: BreakEvent): void {
    if (kind === 'warned' && chance(0.05)) after(between(500, 20_000), () => act(choices.action()));
    if (kind === 'started' && chance(0.9)) {
      after(minutes(0.3, 4), () => act(choices.ending(() => store.addSession(now()))));
    }
    const answer = kind === 'offered' ? choices.answer() : null;
    if (answer) after(answer.afterMs, () => act(answer.action));
  }

  function haveSession(): void {
    const [isReal, isFinished, isLeft] = [chance(0.8), chance(0.6), chance(0.2)];
    const endAfterMs = minutes(1, 30);
    const inSession = (run: () => void): void => {
      if (!breaks.service() || stretch.hands === 'asleep') return;
      sensor.touch(trueMs);
      run();
    };
    const hear = (isBegun: boolean): void =>
      inSession(() => {
        const heard = isBegun ? isReal : null;
        oracle.sessionOn(heard);
        breaks.use((service) => service.hearSession(heard));
      });
    after(0, () => hear(false));
    for (let ms = SET_UP_MS; ms < endAfterMs; ms += 3 * MINUTE_MS) after(ms, () => hear(true));
    if (isLeft) return;
    after(endAfterMs, () =>
      inSession(() => {
        oracle.sessionOff(isFinished);
        breaks.use((service) => service.endSession(isFinished));
      }),
    );
  }

  function crash(): void {
    const downMs = chance(0.6) ? 0 : chance(0.5) ? Math.floor(between(1, MINUTE_MS)) : minutes(1, 600);
    // A service that has not looked since the machine slept has seen less than its twin would.
    if (!breaks.service() || trueMs - lastReadMs > 65_000) return;
    if (crashes === 'none') {
      breaks.lookAgain();
      return;
    }
    breaks.crash();
    if (downMs === 0 || crashes === 'instant') breaks.boot();
    else after(downMs, boot);
  }

  function boot(): void {
    if (stretch.hands === 'asleep') after(MINUTE_MS, boot);
    else breaks.boot();
  }

  function jumpClock(): void {
    const dice = random();
    const byMs = dice < 0.5 ? between(1000, 3 * MINUTE_MS) : dice < 0.9 ? minutes(3, 90) : minutes(90, 3000);
    const jumpMs = (chance(0.5) ? 1 : -1) * Math.floor(byMs);
    clockOffMs += jumpMs;
    oracle.clockJumps(jumpMs);
  }

  function planDay(): void {
    /** So often a day; nothing happens on a machine that sleeps, but to its clock. */
    const plan = (often: number, run: () => void): void => {
      for (let n = often; random() < n; n--) {
        after(between(0, DAY_MS), () => {
          if (stretch.hands !== 'asleep' || run === jumpClock) run();
        });
      }
    };
    plan(0.08 * restless.clock, jumpClock);
    plan(0.02 * restless.clock, () => {
      offset = offsetOf(oneOf(ZONES));
      oracle.travels();
    });
    plan(0.4, crash);
    plan(0.3, () => {
      if (crashes === 'any') breaks.killAtNextSave(oneOf(['before', 'after']));
    });
    plan(0.1 * restless.settings, () => {
      settings = { ...settings, breaks: randomBreakSettings(random) };
      oracle.settingsAre(settings.breaks);
      breaks.service()?.look();
    });
    plan(0.5, () => {
      isVisible = !isVisible;
      breaks.service()?.setVisible(isVisible);
    });
    plan(0.5 * restless.sessions, haveSession);
    plan(0.6 * restless.acts, () => act(choices.action()));
    plan(0.4 * restless.acts, () => act({ action: 'resume' }));
    plan(0.05, () => {
      reading = oneOf(READINGS);
      oracle.sourceChanges();
    });
    after(DAY_MS, planDay);
  }

  function nextStretch(): void {
    const before = stretch;
    stretch = life.next().value;
    const wakes = before.hands === 'asleep';
    // Typing ends with a key, and a machine is woken by one.
    if (wakes || [before, stretch].some(({ hands }) => hands === 'typing' || hands === 'fast')) sensor.touch(trueMs);
    oracle.stretchBegins(stretch, reading === 'exact');
    const timerMs = breaks.timerMs();
    if (wakes && timerMs !== null)
      breaks.moveTimer(isTimerAsleep ? trueMs + timerMs - before.fromMs : Math.max(timerMs, trueMs));
    const isLockNews = (before.hands === 'locked') !== (stretch.hands === 'locked');
    if (tellsLocks && (isLockNews || wakes) && stretch.hands !== 'asleep') breaks.service()?.look();
  }

  oracle.passTo(trueMs, now());
  oracle.settingsAre(settings.breaks);
  oracle.stretchBegins(stretch, reading === 'exact');
  oracle.goesDown();
  boot();
  planDay();
  for (let wakes = 0; ; ) {
    const timerMs = stretch.hands === 'asleep' ? null : breaks.timerMs();
    trueMs = Math.min(agenda.nextMs(), timerMs ?? Number.POSITIVE_INFINITY, stretch.toMs);
    if (trueMs >= startMs + days * DAY_MS) return { wakes, restarts: breaks.restarts(), events: counts };
    oracle.passTo(trueMs, now());
    if (stretch.toMs === trueMs) nextStretch();
    else if (agenda.nextMs() === trueMs) agenda.runNext();
    else {
      wakes++;
      breaks.fire();
    }
    oracle.judge();
  }
}
