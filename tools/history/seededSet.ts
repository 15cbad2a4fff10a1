import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { type CatalogueId, isSeen, type Side } from '../../shared/exercises/exerciseIds.ts';
import type { NewAttempt, NewRep, RepMeasures } from '../../shared/history/records.ts';
import { BODY_LENGTH_TO_HEIGHT } from '../../shared/motion/stance.ts';
import { between, normal, type Random } from '../clips/random.ts';

/** The invented person and the chance that makes them. */
export interface Life {
  readonly random: Random;
  /** UUIDv7 of a moment. */
  newId(atMs: number): string;
  /** How far the training has come: 0 on the first day, towards 1 over the years. */
  strength(atMs: number): number;
}

/** One set as it would have been recorded. */
export interface SetDone {
  readonly reps: readonly { readonly rep: NewRep; readonly measures: RepMeasures | null }[];
  readonly attempts: readonly NewAttempt[];
  readonly endedAtMs: number;
}

export const PERSON_HEIGHT_CM = 172;

/** Full range in body lengths at the end of the years, and what a rep takes; our own, near what the bench sees. */
interface Manner {
  readonly range: number;
  readonly raiseMs: number;
  readonly lowerMs: number;
}
const RAISE: Manner = { range: 0.068, raiseMs: 900, lowerMs: 1600 };
const MANNERS: Partial<Record<CatalogueId, Manner>> = {
  'calf-raise-eccentric': { ...RAISE, lowerMs: 5100 },
  'glute-bridge': { range: 0.16, raiseMs: 1200, lowerMs: 1500 },
  'glute-bridge-single': { range: 0.13, raiseMs: 1200, lowerMs: 1500 },
  'knee-to-wall': { range: 0.05, raiseMs: 900, lowerMs: 900 },
};

/** @param wanted reps, or holds */
export function doSet(
  life: Life,
  setId: string,
  exercise: CatalogueId,
  side: Side,
  startMs: number,
  wanted: number,
): SetDone {
  const { section, verification } = catalogueEntry(exercise);
  if (!isSeen(exercise)) return { reps: [], attempts: [], endedAtMs: startMs + between(life.random, 30_000, 75_000) };
  if (verification === 'held') return holds(life, setId, side, startMs, wanted);
  return section === 'hops'
    ? hops(life, setId, side, startMs, wanted)
    : cycles(life, setId, exercise, side, startMs, wanted);
}

function cycles(
  life: Life,
  setId: string,
  exercise: CatalogueId,
  side: Side,
  startMs: number,
  wanted: number,
): SetDone {
  const { random } = life;
  const manner = MANNERS[exercise] ?? RAISE;
  // Somebody has a weaker leg; it catches up.
  const strength = life.strength(startMs);
  const ofSide = side === 'left' ? 0.86 + 0.1 * strength : 1;
  const full = manner.range * (0.7 + 0.3 * strength) * ofSide * (1 + 0.03 * normal(random));
  const isSlow = exercise === 'calf-raise-eccentric';
  let tMs = 4000;
  const reps = Array.from({ length: wanted }, (_, i) => {
    const tired = i / Math.max(wanted, 15);
    const range = Math.max(0.02, full * (1 - 0.15 * tired * (1.2 - strength)) * (1 + 0.05 * normal(random)));
    const raiseMs = manner.raiseMs * (1 + 0.1 * normal(random));
    const holdMs = between(random, 200, 500);
    const hurried = isSlow ? 1 - 0.2 * tired * (1.1 - strength) : 1;
    const lowerMs = Math.max(300, manner.lowerMs * hurried * (1 + 0.09 * normal(random)));
    const startedMs = tMs;
    const topMs = startedMs + raiseMs;
    const lowerStartMs = topMs + holdMs;
    const endMs = lowerStartMs + lowerMs;
    tMs = endMs + between(random, 200, 600);
    const faults: RepMeasures['faults'] = [
      ...(isSlow && lowerMs < 4000 ? (['lowered-too-fast'] as const) : []),
      ...(range < 0.8 * full ? (['shallow'] as const) : []),
      ...(random() < 0.02 ? (['knee-bent'] as const) : []),
    ];
    // Now and then the person is lost before the heel is down.
    return madeRep(
      life,
      setId,
      i + 1,
      side,
      startMs,
      topMs,
      random() < 0.01
        ? null
        : {
            startMs: startedMs,
            lowerStartMs,
            endMs,
            riseRatio: range,
            heightCm: exercise === 'knee-to-wall' ? null : heightCm(range),
            faults,
            swayRatio: 0.02 * random(),
          },
    );
  });
  const attempts: NewAttempt[] =
    random() < 0.1
      ? [
          {
            id: life.newId(startMs + tMs),
            setId,
            atMs: Math.round(startMs + tMs),
            topMs: tMs,
            reason: 'too-shallow',
            heldMs: null,
          },
        ]
      : [];
  return { reps, attempts, endedAtMs: startMs + tMs + 2000 };
}

function hops(life: Life, setId: string, side: Side, startMs: number, wanted: number): SetDone {
  const { random } = life;
  const strength = life.strength(startMs);
  const ofSide = side === 'both' ? 1.1 : side === 'left' ? 0.85 + 0.1 * strength : 0.95;
  let tMs = 4000;
  const reps = Array.from({ length: wanted }, (_, i) => {
    const flightMs = (190 + 90 * strength) * ofSide * (1 - 0.1 * (i / wanted)) * (1 + 0.06 * normal(random));
    const contactMs = between(random, 190, 280);
    const takeoffMs = tMs;
    const landMs = takeoffMs + flightMs;
    tMs = landMs + contactMs;
    return madeRep(life, setId, i + 1, side, startMs, takeoffMs + flightMs / 2, {
      takeoffMs,
      landMs,
      riseRatio: (9.81 * (flightMs / 1000) ** 2) / 8 / 1.26,
    });
  });
  return { reps, attempts: [], endedAtMs: startMs + tMs + 2000 };
}

function holds(life: Life, setId: string, side: Side, startMs: number, wanted: number): SetDone {
  const { random } = life;
  const attempts: NewAttempt[] = [];
  let tMs = 5000;
  if (random() < 0.4 - 0.3 * life.strength(startMs)) {
    const heldMs = between(random, 5000, 28_000);
    tMs += heldMs + 4000;
    attempts.push({
      id: life.newId(startMs + tMs),
      setId,
      atMs: Math.round(startMs + tMs),
      topMs: tMs,
      reason: 'let-go',
      heldMs,
    });
  }
  const reps = Array.from({ length: wanted }, (_, i) => {
    const startedMs = tMs;
    const endMs = startedMs + 30_000 + between(random, 0, 300);
    tMs = endMs + 5000;
    return madeRep(life, setId, i + 1, side, startMs, endMs, {
      startMs: startedMs,
      lowerStartMs: null,
      endMs,
      riseRatio: 0,
    });
  });
  return { reps, attempts, endedAtMs: startMs + tMs };
}

function madeRep(
  life: Life,
  setId: string,
  n: number,
  side: Side,
  startMs: number,
  topMs: number,
  measured: Partial<RepMeasures> | null,
): SetDone['reps'][number] {
  const atMs = Math.round(startMs + topMs);
  const rep: NewRep = { id: life.newId(atMs), setId, n, atMs, side, topMs };
  const measures = measured && { ...UNKNOWN, repId: rep.id, side, topMs, ...measured };
  return { rep, measures };
}

const UNKNOWN: Omit<RepMeasures, 'repId' | 'side' | 'topMs'> = {
  ...{ startMs: null, lowerStartMs: null, endMs: null, riseRatio: 0, heightCm: null, takeoffMs: null, landMs: null },
  ...{ contactMs: null, direction: null, peakHipDeg: null, swayRatio: null, kneeBendDeg: null, faults: [] },
};

function heightCm(range: number): number {
  return range * BODY_LENGTH_TO_HEIGHT * PERSON_HEIGHT_CM;
}
