import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { GATE, isHop, type RungId } from '../../shared/progression/rungs.ts';
import { LOAD } from '../../shared/progression/trainingHistory.ts';
import { type SessionPlan, usualBlock } from '../../shared/session/sessionPlan.ts';

/** A rung as a session of its own, with what it takes to earn it; of a hop that is new, as few landings as it begins with. */
export function rungPlan(rung: RungId, { sets: done }: Progress): SessionPlan {
  const usual = usualBlock(rung, 'main');
  const reps = Math.max(GATE.fullReps, catalogueEntry(rung).dose.reps?.[0] ?? 0);
  const isNewHop = isHop(rung) && !done.some(({ exercise }) => exercise === rung);
  const sets = isNewHop ? Math.max(1, Math.floor(LOAD.firstLandings / (usual.sides.length * reps))) : GATE.sets;
  return { kind: 'free', blocks: [{ ...usual, sets, target: { reps } }] };
}
