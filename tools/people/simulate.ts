import type { Feel } from '../../shared/history/records.ts';
import { pendingFeel } from '../../shared/progression/advice.ts';
import { KNEE_TO_WALL_PASS_CM } from '../../shared/progression/checks.ts';
import type { Clock } from '../../shared/progression/clock.ts';
import { type Ladder, ladderOf } from '../../shared/progression/ladder.ts';
import { planSession } from '../../shared/progression/plan.ts';
import type { PlannedSession } from '../../shared/progression/plannedSession.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { loadsCalves } from '../../shared/progression/trainingHistory.ts';
import { estimatedMs, restBetween, type SessionPlan, type SetTask, tasksOf } from '../../shared/session/sessionPlan.ts';
import { askFeel, type Body, beginSession, bodyOf, doSet, endSession, type SetDone, sleep } from './body.ts';
import type { Person } from './person.ts';
import { createRecorder, type Recorder, type Write } from './recorder.ts';

export const DAYS = 60;
export const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** A day on which the app was open. */
export interface SimulatedDay {
  /** 0 is the first. */
  readonly day: number;
  readonly clock: Clock;
  /** What was answered about the session before. */
  readonly nextDay: Feel | null;
  /** As the app opened, and as it was closed. */
  readonly before: Ladder;
  readonly after: Ladder;
  readonly planned: PlannedSession;
  readonly sets: readonly SimulatedSet[];
  readonly feel: Feel | null;
}

export interface SimulatedSet extends SetDone {
  readonly task: SetTask;
}

export interface SimulatedPerson {
  readonly person: Person;
  readonly days: readonly SimulatedDay[];
  readonly progress: Progress;
  readonly writes: readonly Write[];
}

/**
 * Two months of someone who asks the planner every time, does what it says as well as the body can, and answers. The first
 * day begins at `firstMidnightMs`; days are all of 24 hours.
 */
export function simulate(person: Person, firstMidnightMs = 0): SimulatedPerson {
  const recorder = createRecorder(person);
  const days: SimulatedDay[] = [];
  let body = bodyOf(person.body);
  for (let day = 0; day < DAYS; day++) {
    if (day > 0) body = sleep(body);
    if (!person.trainsOn(day)) continue;
    const nowMs = firstMidnightMs + day * DAY_MS + person.hour * HOUR_MS;
    const clock: Clock = { nowMs, dayOf: (ms) => Math.floor((ms - firstMidnightMs) / DAY_MS) };
    const [done, after] = openApp(person, body, day, clock, recorder);
    days.push(done);
    body = after;
  }
  return { person, days, progress: recorder.progress(), writes: recorder.writes };
}

function openApp(person: Person, woken: Body, day: number, clock: Clock, recorder: Recorder): [SimulatedDay, Body] {
  const asked = person.answersOn(day) ? pendingFeel(recorder.progress(), clock) : null;
  const [rested, nextDay] = asked === null ? ([woken, null] as const) : askFeel(woken);
  if (asked !== null && nextDay !== null) recorder.addFeel(asked, clock.nowMs - 60_000, 'next-day', nextDay);

  const before = ladderNow(recorder, clock);
  const { profile, minutes } = person;
  const planned = planSession({
    ...{ progress: recorder.progress(), ladder: before, clock, profile, minutes, kind: 'recommended' },
  });
  const [tired, sets, sessionId] = train(person, beginSession(rested), day, clock.nowMs, planned.plan, recorder);
  const exercises = sets.map(({ task }) => task.exercise);
  const [after, feel] = askFeel(endSession(tired, exercises));
  const later: Clock = { ...clock, nowMs: clock.nowMs + estimatedMs(planned.plan) + 60_000 };
  if (person.answersOn(day)) recorder.addFeel(sessionId, later.nowMs, 'after', feel);
  const done = { day, clock, nextDay, before, planned, sets, feel: person.answersOn(day) ? feel : null };
  return [{ ...done, after: ladderNow(recorder, later) }, after];
}

function train(
  person: Person,
  fresh: Body,
  day: number,
  nowMs: number,
  plan: SessionPlan,
  recorder: Recorder,
): [Body, SimulatedSet[], string] {
  const sessionId = recorder.startSession(nowMs, plan);
  const tasks = tasksOf(plan);
  const sets: SimulatedSet[] = [];
  let [body, atMs] = [fresh, nowMs];
  for (const [place, task] of tasks.entries()) {
    if (task.block >= person.blocksDone(day)) break;
    const { exercise, side, target } = task;
    const [after, done] = doSet(body, exercise, side, 'reps' in target ? target.reps : 1);
    body = after;
    const said = person.answersOn(day) && loadsCalves(exercise) ? done.said : null;
    const { reps } = done;
    const { fiveCountSkill } = body;
    const setId = recorder.addSet({ sessionId, atMs, place, task, reps, said, fiveCountSkill });
    if (exercise === 'knee-to-wall-test' && side !== 'both') {
      const cm = Math.round(body.ankleCm[side] * 2) / 2;
      recorder.addCheckResult(setId, atMs + 10_000, side, cm, cm >= KNEE_TO_WALL_PASS_CM);
    }
    sets.push({ task, ...done });
    const next = tasks[place + 1];
    atMs += estimatedMs({ ...plan, blocks: [oneSet(plan, task)] }) + (next ? restBetween(plan, task, next) : 0);
  }
  recorder.endSession(sessionId, atMs, sets.length === tasks.length);
  return [body, sets, sessionId];
}

function oneSet({ blocks }: SessionPlan, { block, side }: SetTask): SessionPlan['blocks'][number] {
  const whole = blocks[block];
  if (!whole) throw new Error(`The plan has no block ${block}.`);
  return { ...whole, sets: 1, sides: [side] };
}

function ladderNow(recorder: Recorder, clock: Clock): Ladder {
  return ladderOf(recorder.progress(), clock);
}
