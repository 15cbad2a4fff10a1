import { LOOKS } from '../../renderer/athlete/figure.ts';
import type { PasserBy, StageOptions } from '../../renderer/athlete/stage.ts';
import { type ClipCamera, stageWith } from '../clips/clips.ts';

/** How a clip looks and how the camera delivers it. */
export interface Setting {
  readonly stage: StageOptions;
  readonly camera: ClipCamera;
}

/** What a clip fixes about its setting; the rest is spread over the clips of its family. */
export interface SettingChanges {
  readonly distanceM?: number;
  readonly cameraHeightM?: number;
  readonly facingDeg?: number;
  readonly aimHeightM?: number;
  readonly personHeightCm?: number;
  readonly light?: number;
  readonly noise?: number;
  readonly fps?: number;
  readonly jitterRatio?: number;
  readonly dropped?: number;
  readonly passerBy?: PasserBy;
  /** How far in front of a body of 175 cm a wall stands; others stand nearer or further by their size. */
  readonly wallAheadM?: number;
}

/** Front to side, half of them mirrored by another dimension. */
const FACINGS_DEG = [0, 6, 12, 18, 25, 32, 40, 48, 56, 66, 76, 88];
const RATES = [30, 30, 30, 30, 25, 24, 20, 15, 12, 10];
const LIGHTS = [1, 1, 1, 1, 0.7, 0.5, 0.3, 0.15];
const DROPPED = [0, 0, 0.02, 0.05, 0.12];
/** A webcam's picture is 0.83 m high for each metre of distance: the whole body and a raise fit in from here on. */
const LEAST_DISTANCE_PER_HEIGHT = 1.45;
const MOST_DISTANCE_M = 4;

/**
 * The setting of clip `n` of a family. Each property steps through its range by the fraction of a square root (of primes
 * whose fraction is not near 0), so that a family of any size covers the range evenly and no two properties go together.
 */
export function settingOf(family: string, n: number, changes: SettingChanges = {}): Setting {
  const start = [...family].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) * 0.0137;
  const spread = (prime: number): number => (start * prime + n * Math.sqrt(prime)) % 1;
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[], prime: number): T => {
    const chosen = list[Math.floor(spread(prime) * list.length)];
    if (chosen === undefined) throw new RangeError('The list is empty.');
    return chosen;
  };
  const personHeightCm = changes.personHeightCm ?? Math.round(150 + 45 * spread(2));
  const leastM = (LEAST_DISTANCE_PER_HEIGHT * personHeightCm) / 100;
  const distanceM = changes.distanceM ?? round(leastM + (MOST_DISTANCE_M - leastM) * spread(3), 2);
  const facingDeg = changes.facingDeg ?? pick(FACINGS_DEG, 5) * (spread(7) < 0.5 ? -1 : 1);
  const light = changes.light ?? pick(LIGHTS, 11);
  // A dark room makes a sensor noisier.
  const noise = changes.noise ?? round(light < 0.5 ? 4 + 4 * spread(13) : 1 + 3 * spread(13), 1);
  const fps = changes.fps ?? pick(RATES, 59);
  return {
    stage: stageWith({
      personHeightCm,
      light,
      look: pick(LOOKS, 19),
      view: {
        distanceM,
        cameraHeightM: changes.cameraHeightM ?? round(0.3 + 1.3 * spread(23), 2),
        facingDeg,
        ...(changes.aimHeightM !== undefined && { aimHeightM: changes.aimHeightM }),
      },
      ...(changes.passerBy && { passerBy: changes.passerBy }),
      ...(changes.wallAheadM !== undefined && { wallAheadM: round((changes.wallAheadM * personHeightCm) / 175, 2) }),
    }),
    camera: {
      fps,
      jitterMs: round(((changes.jitterRatio ?? 0.2 * spread(29)) * 1000) / fps, 1),
      dropped: changes.dropped ?? pick(DROPPED, 31),
      noise,
      seed: n + Math.round(1000 * (start % 1)),
    },
  };
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
