import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { CheckIn, Feel } from '../../shared/history/records.ts';
import { type BodyTraits, EFFORT, LEGS, type Leg } from './person.ts';

/**
 * A body that answers to training: it does as many reps as it has strength for, tires from set to set, grows stronger when
 * much was asked, is irritated by more load than it tolerates, and calms down overnight. Nothing in it is by chance.
 */
export interface Body {
  readonly traits: BodyTraits;
  readonly reps: Record<Leg, number>;
  readonly tolerance: number;
  /** What hurts, of 10. */
  readonly soreness: Record<Leg, number>;
  readonly fiveCountSkill: number;
  readonly ankleCm: Record<Leg, number>;
  /** Of the session under way. */
  readonly load: Record<Leg, number>;
  readonly setsDone: Record<Leg, number>;
  readonly hardest: number;
  /** How sore the worse leg was when the last session began, and when it was best. */
  readonly soreBefore: number;
  readonly soreAtBest: number;
  /** What a night cannot take away, as a share of the soreness at first. */
  readonly lasting: number;
}

export interface SetDone {
  readonly reps: number;
  readonly said: Pick<CheckIn, 'cramp' | 'fatigue' | 'pain'>;
}

const NONE = { left: 0, right: 0 };
/** Each set that a leg has done takes so much off the next one. */
const TIRES_RATIO = 0.03;
/** What is left of a soreness after a night. */
const OVERNIGHT_RATIO = 0.6;
const REPS_AT_MOST = 45;

export function bodyOf(traits: BodyTraits): Body {
  const { reps, tolerance, soreness, fiveCountSkill, ankleCm } = traits;
  return {
    ...{ traits, tolerance, fiveCountSkill },
    ...{ reps: { ...reps }, soreness: { ...soreness }, ankleCm: { ...ankleCm } },
    ...{ load: { ...NONE }, setsDone: { ...NONE }, hardest: 0, soreBefore: 0 },
    ...{ soreAtBest: Math.max(soreness.left, soreness.right), lasting: 1 },
  };
}

export function beginSession(body: Body): Body {
  return { ...body, load: { ...NONE }, setsDone: { ...NONE }, hardest: 0, soreBefore: sorest(body) };
}

export function doSet(body: Body, exercise: CatalogueId, side: Side, target: number): [Body, SetDone] {
  const effort = EFFORT[exercise];
  const legs = LEGS.filter((leg) => side === 'both' || side === leg);
  if (!effort) return [stretched(body, exercise, legs), { reps: target, said: sayOf(body, legs, 0) }];

  const capacity = Math.min(
    ...legs.map((leg) => body.reps[leg] * effort.ease * (1 - TIRES_RATIO * body.setsDone[leg])),
  );
  const reps = Math.max(1, Math.min(target, Math.floor(capacity)));
  const share = reps / capacity;
  const after: Body = {
    ...body,
    load: forLegs(legs, body.load, (load) => load + reps * effort.load),
    setsDone: forLegs(legs, body.setsDone, (sets) => sets + 1),
    hardest: Math.max(body.hardest, share),
  };
  return [after, { reps, said: sayOf(after, legs, share) }];
}

/** After a session: what was asked for is answered overnight. */
export function endSession(body: Body, exercises: readonly CatalogueId[]): Body {
  const { traits, tolerance, hardest } = body;
  const excess = excessOf(body);
  const isIrritated = LEGS.some((leg) => excess[leg] > 0);
  const gain = hardest > 0.6 ? traits.gain : 0;
  const lowered = exercises.includes('calf-raise-eccentric');
  return {
    ...body,
    reps: forLegs(LEGS, body.reps, (reps) => Math.min(REPS_AT_MOST, reps + gain)),
    soreness: forLegs(LEGS, body.soreness, (sore, leg) => Math.min(10, sore + excess[leg] * traits.irritability)),
    tolerance: hardest > 0 && !isIrritated ? tolerance * (1 + traits.toleranceGain) : tolerance,
    lasting: isIrritated ? body.lasting : Math.max(0, body.lasting - traits.heals),
    fiveCountSkill: lowered ? Math.min(0.97, body.fiveCountSkill + 0.08) : body.fiveCountSkill,
  };
}

export function sleep(body: Body): Body {
  const soreness = forLegs(LEGS, body.soreness, (sore, leg) => {
    const stays = body.traits.soreness[leg] * body.lasting;
    return stays + (sore - stays) * OVERNIGHT_RATIO;
  });
  return { ...body, soreness };
}

/** Worse than before the session, or better than it has ever been. Asked right after, and on the morning after. */
export function askFeel(body: Body): [Body, Feel] {
  const now = sorest(body);
  if (now - body.soreBefore > 0.8) return [body, 'worse'];
  if (body.soreAtBest - now <= 0.3) return [body, 'same'];
  return [{ ...body, soreAtBest: now }, 'better'];
}

function sayOf(body: Body, legs: readonly Leg[], share: number): SetDone['said'] {
  const excess = excessOf(body);
  const pain = Math.max(...legs.map((leg) => body.soreness[leg] + excess[leg] * body.traits.irritability));
  return {
    cramp: share >= 1 && pain > 3,
    fatigue: share > 0.96 ? 'a-lot' : share > 0.6 ? 'some' : 'none',
    pain: Math.min(10, Math.round(pain)),
  };
}

/** By how much the load of a session is beyond what is tolerated, as a share of that; a sore leg tolerates less. */
function excessOf({ load, tolerance, soreness }: Body): Record<Leg, number> {
  return forLegs(LEGS, load, (done, leg) => Math.max(0, done / (tolerance * (1 - soreness[leg] / 12)) - 1));
}

/** Mobility gives a tenth of a centimetre, up to a usual ankle. */
function stretched(body: Body, exercise: CatalogueId, legs: readonly Leg[]): Body {
  const { section } = catalogueEntry(exercise);
  if (section !== 'mobility' && section !== 'stretch') return body;
  return { ...body, ankleCm: forLegs(legs, body.ankleCm, (cm) => Math.min(13, cm + 0.1)) };
}

function sorest({ soreness }: Body): number {
  return Math.max(soreness.left, soreness.right);
}

function forLegs(
  legs: readonly Leg[],
  values: Record<Leg, number>,
  change: (value: number, leg: Leg) => number,
): Record<Leg, number> {
  return {
    left: legs.includes('left') ? change(values.left, 'left') : values.left,
    right: legs.includes('right') ? change(values.right, 'right') : values.right,
  };
}
