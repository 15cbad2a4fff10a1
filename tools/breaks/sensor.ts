import type { Presence, Sense } from '../../shared/breaks/breakState.ts';
import type { Stretch } from './person.ts';

/** How much a system tells. `coarse`: only long idle times, and no "no"; `flaky`: everything, but for a failure now and then. */
export const READINGS = ['exact', 'exact', 'exact', 'exact', 'coarse', 'unknown', 'flaky'] as const;
export type Reading = (typeof READINGS)[number];

/** What the system tells of a person. */
export interface Sensor {
  sense(stretch: Stretch, reading: Reading, trueMs: number): Sense;
  /** A key, or the mouse. */
  touch(trueMs: number): void;
}

const COARSE_MS = 4 * 60_000;
const FAILURES = 0.03;

export function createSensor(seed: number, startMs: number): Sensor {
  let handsMs = startMs;

  /** From 0 to 1, and of the moment alone: whoever reads twice reads the same. */
  function dice(trueMs: number): number {
    return ((Math.imul(Math.floor(trueMs / 100) ^ seed, 2654435761) >>> 0) % 1000) / 1000;
  }

  function presence({ hands }: Stretch, reading: Reading, trueMs: number): Presence {
    if (reading === 'unknown' || (reading === 'flaky' && dice(trueMs) < FAILURES)) return { kind: 'unknown' };
    if (hands === 'locked') return { kind: 'locked' };
    if (hands === 'typing') handsMs = Math.max(handsMs, trueMs - Math.floor(dice(trueMs) * 12_000));
    else if (hands === 'fast') handsMs = Math.max(handsMs, trueMs - Math.floor(dice(trueMs) * 4_000));
    const idleMs = trueMs - handsMs;
    return reading === 'coarse' && idleMs < COARSE_MS ? { kind: 'active' } : { kind: 'idle', ms: idleMs };
  }

  return {
    sense: (stretch, reading, trueMs) => {
      const no = reading === 'coarse' ? 'unknown' : 'no';
      return {
        presence: presence(stretch, reading, trueMs),
        call: stretch.call ? 'yes' : no,
        fullScreen: stretch.fullScreen ? 'yes' : no,
        doNotDisturb: stretch.doNotDisturb ? 'yes' : no,
      };
    },
    touch: (trueMs) => {
      handsMs = trueMs;
    },
  };
}
