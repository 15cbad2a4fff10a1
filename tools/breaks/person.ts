import { between, type Random } from '../clips/random.ts';

/**
 * How someone and their machine spend the time: stretches in which the hands, the lock and the signals stay as they are. True
 * time, which no clock change touches.
 */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  /** `fast`: hardly a pause between two keys. */
  readonly hands: 'typing' | 'fast' | 'still' | 'locked' | 'asleep';
  readonly call: boolean;
  readonly fullScreen: boolean;
  readonly doNotDisturb: boolean;
}

type Signals = Pick<Stretch, 'call' | 'fullScreen' | 'doNotDisturb'>;
const QUIET: Signals = { call: false, fullScreen: false, doNotDisturb: false };
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** One day after another, without end. */
export function* stretchesOf(
  random: Random,
  startMs: number,
  localMinute: (ms: number) => number,
  localWeekday: (ms: number) => number,
): Generator<Stretch, never> {
  let atMs = startMs;
  const spend = (ms: number, hands: Stretch['hands'], signals: Signals = QUIET): Stretch => {
    const fromMs = atMs;
    atMs += Math.max(1, Math.round(ms));
    return { fromMs, toMs: atMs, hands, ...signals };
  };
  const minutes = (least: number, most: number): number => between(random, least, most) * MINUTE_MS;
  const oneOf = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

  function* work(lengthMs: number, signals: Signals = QUIET): Generator<Stretch> {
    const endMs = atMs + lengthMs;
    while (atMs < endMs) {
      yield spend(minutes(1, 25), random() < 0.3 ? 'fast' : 'typing', signals);
      yield spend(random() < 0.8 ? minutes(0.1, 1.5) : minutes(1.5, 8), 'still', signals);
    }
  }

  function* meeting(): Generator<Stretch> {
    const endMs = atMs + minutes(10, 90);
    const kind = oneOf<Signals>(
      { call: true, fullScreen: false, doNotDisturb: false },
      { call: true, fullScreen: true, doNotDisturb: false },
      { call: false, fullScreen: true, doNotDisturb: true },
    );
    const isFlickering = random() < 0.15;
    while (atMs < endMs) {
      yield spend(minutes(0.2, 3), 'typing', kind);
      yield spend(minutes(0.5, 20), 'still', kind);
      if (isFlickering) yield spend(minutes(0.02, 1), oneOf('typing', 'still'), QUIET);
    }
  }

  function* leave(least: number, most: number): Generator<Stretch> {
    const kind = oneOf('still', 'still', 'locked', 'locked', 'asleep', 'still-then-locked', 'locked-then-asleep');
    const ms = minutes(least, most);
    if (kind === 'still-then-locked') {
      yield spend(Math.min(ms / 2, 5 * MINUTE_MS), 'still');
      yield spend(ms / 2, 'locked');
    } else if (kind === 'locked-then-asleep') {
      yield spend(Math.min(ms / 2, 5 * MINUTE_MS), 'locked');
      yield spend(ms / 2, 'asleep');
    } else yield spend(ms, kind as Stretch['hands']);
    // Whoever comes back touches something.
    yield spend(minutes(0.1, 1), 'typing');
  }

  for (;;) {
    const isWeekend = localWeekday(atMs) >= 5;
    const begins = isWeekend ? between(random, 10 * 60, 20 * 60) : between(random, 6 * 60, 11 * 60);
    const night = (begins - localMinute(atMs) + DAY_MINUTES) % DAY_MINUTES;
    yield spend(night * MINUTE_MS, oneOf('asleep', 'asleep', 'locked', 'still'));
    const leavesMs = atMs + (isWeekend ? minutes(0, 180) : minutes(180, 720));
    while (atMs < leavesMs) {
      const what = random();
      if (what < 0.5) yield* work(minutes(10, 90));
      else if (what < 0.6) yield* work(minutes(20, 180));
      else if (what < 0.72) yield* meeting();
      else if (what < 0.77) yield* work(minutes(5, 120), { ...QUIET, doNotDisturb: true });
      else if (what < 0.87) yield* leave(1, 6);
      else if (what < 0.97) yield* leave(5, 60);
      else yield* leave(60, 400);
    }
  }
}
